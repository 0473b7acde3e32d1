/** One measured row: what, and its figures as text. */
export interface Table {
  readonly title: string;
  /** The command that makes exactly this table again. */
  readonly command: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

export function asMarkdown(table: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = [line(table.columns), line(table.columns.map((_, index) => (index === 0 ? '---' : '---:'))), ...table.rows.map(line)];
  return [`### ${table.title}`, '', `\`${table.command}\``, '', ...body, ...(table.note ? ['', table.note] : []), ''].join('\n');
}

/** The value below which `share` of the sorted values lie. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1));
export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
