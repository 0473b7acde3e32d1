import { RESOLUTION_CODES, type Level, type Priority, type ResolutionCode } from '../tickets';
import { COLUMN_ROLES, type ColumnRole, type LogMapping, type Step } from './mapping';
import { timeReader } from './times';

/** A mapping laid over the header of one file: which cell is what, and how its text is read. */
export interface LogPlan {
  readonly mapping: LogMapping;
  readonly columnCount: number;
  /** The cell of a role, or undefined when there is no such column or its text means "unknown". */
  cell(role: ColumnRole, cells: readonly string[]): string | undefined;
  known(raw: string | undefined): string | undefined;
  columnOf(role: ColumnRole): string;
  title(cells: readonly string[], clean: (raw: string) => string): string | undefined;
  time(raw: string): number | undefined;
  step(raw: string): Step | undefined;
  level(raw: string): Level | undefined;
  priority(raw: string): Priority | undefined;
  resolutionCode(raw: string): ResolutionCode | undefined;
  readonly values: readonly { readonly label: string; readonly index: number }[];
  /** Positions of all columns that something is taken from. */
  readonly usedIndexes: readonly number[];
  /** Columns that the mapping knows and the file does not have. */
  readonly missingOptional: readonly string[];
}

export interface MissingColumns {
  readonly missing: readonly string[];
  readonly found: readonly string[];
}

const MAX_VALUES = 100;

/** Finds the mapping's columns in the header, or names those that are missing. */
export function planFor(mapping: LogMapping, header: readonly string[]): LogPlan | MissingColumns {
  const indexOf = new Map<string, number>();
  header.forEach((name, index) => {
    if (!indexOf.has(name)) indexOf.set(name, index);
  });
  const missing = mapping.requiredColumns.filter((column) => !indexOf.has(column));
  if (missing.length > 0) return { missing, found: header };

  const roleIndex = new Map<ColumnRole, number>();
  for (const role of COLUMN_ROLES) {
    const index = indexOf.get(mapping.columns[role] ?? '');
    if (index !== undefined) roleIndex.set(role, index);
  }
  const unknown = new Set(mapping.unknown.map((text) => text.trim()));
  const known = (raw: string | undefined): string | undefined => {
    const text = raw?.trim();
    return text === undefined || text === '' || unknown.has(text) ? undefined : text;
  };
  const titles = mapping.title.map((alternative) =>
    alternative.split('+').map((column) => indexOf.get(column.trim())).filter((index) => index !== undefined),
  );
  const values = valueColumns(mapping, header, indexOf, roleIndex);
  const toTime = timeReader(mapping.dateFormat, mapping.zone);
  const states = new Map(Object.entries(mapping.states));
  const levels = lookup(mapping.levels);
  const priorities = lookup(mapping.priorities);
  const codes = new Map(Object.entries(mapping.resolutionCodes));
  const mapped = [...COLUMN_ROLES.map((role) => mapping.columns[role]), ...Object.values(mapping.values)].filter((column) => column !== undefined);

  return {
    mapping, values, known,
    columnCount: header.length,
    cell: (role, cells) => known(cells[roleIndex.get(role) ?? -1]),
    columnOf: (role) => mapping.columns[role] ?? role,
    title(cells, clean) {
      for (const columns of titles) {
        const parts = columns.map((index) => known(cells[index])).filter((part) => part !== undefined);
        if (parts.length > 0) return clean(parts.join(' · '));
      }
      return undefined;
    },
    time: toTime,
    step: (raw) => states.get(raw) ?? (mapping.otherStates === 'keep' ? 'keep' : undefined),
    level: levels,
    priority: priorities,
    resolutionCode: (raw) => codes.get(raw) ?? RESOLUTION_CODES.find((code) => code === raw),
    usedIndexes: [...new Set([...roleIndex.values(), ...titles.flat(), ...values.map(({ index }) => index)])].sort((left, right) => left - right),
    missingOptional: [...new Set(mapped)].filter((column) => !indexOf.has(column)),
  };
}

/** Exact, else without regard to case, else by the number in front: `2 - Medium`. */
function lookup<T>(table: Readonly<Record<string, T>>): (raw: string) => T | undefined {
  const exact = new Map(Object.entries(table));
  const lower = new Map(Object.entries(table).map(([text, value]) => [text.toLowerCase(), value]));
  return (raw) => exact.get(raw) ?? lower.get(raw.toLowerCase()) ?? exact.get(/^(\d)\b/.exec(raw)?.[1] ?? '');
}

function valueColumns(
  mapping: LogMapping,
  header: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  roleIndex: ReadonlyMap<ColumnRole, number>,
): LogPlan['values'] {
  const named = Object.entries(mapping.values).flatMap(([label, column]) => {
    const index = indexOf.get(column);
    return index === undefined ? [] : [{ label, index }];
  });
  if (mapping.otherColumns === 'drop') return named.slice(0, MAX_VALUES);
  const bookkeeping = (['case', 'time', 'actor', 'order', 'description'] as const).map((role) => roleIndex.get(role));
  const others = header.flatMap((column, index) => {
    const isTaken = indexOf.get(column) !== index || column === '' || bookkeeping.includes(index) || named.some((entry) => entry.index === index);
    return isTaken || mapping.ignore.includes(column) ? [] : [{ label: column.slice(0, 80), index }];
  });
  return [...named, ...others].slice(0, MAX_VALUES);
}
