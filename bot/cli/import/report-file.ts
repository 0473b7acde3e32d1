import { closeSync, openSync, writeSync } from 'node:fs';
import type { RowProblem } from '../../../shared/import';
import type { Translate } from '../../../shared/strings';
import { CliError } from '../cli-error';

const FLUSH_CHARS = 65_536;

/** All problems of a run as a CSV file, which appears with the first one. */
export interface ReportFile {
  readonly path: string;
  add(problem: RowProblem): void;
  /** How many were added, and the first of them. */
  readonly count: number;
  readonly first: readonly RowProblem[];
  close(): void;
}

const SHOWN = 10;

/** Why a row was left out or what was left out of it, in the reader's words. */
export function reasonOf(problem: RowProblem, t: Translate): string {
  return t(`import.problem.${problem.code}`, problem.params);
}

export function openReport(path: string, t: Translate): ReportFile {
  const first: RowProblem[] = [];
  let count = 0;
  let file: number | undefined;
  let text = '';

  function flush(): void {
    if (text === '') return;
    try {
      file ??= openSync(path, 'w');
      writeSync(file, text);
    } catch (error) {
      throw new CliError('cli.reportUnwritable', { file: path, reason: (error as NodeJS.ErrnoException).code ?? '' });
    }
    text = '';
  }

  return {
    path,
    first,
    get count() {
      return count;
    },
    add(problem) {
      if (count === 0) text = `${['line', 'case', 'effect', 'reason'].map((column) => t(`import.report.${column}`)).join(',')}\r\n`;
      count += 1;
      if (first.length < SHOWN) first.push(problem);
      const cells = [String(problem.line || ''), problem.caseId ?? '', t(`import.effect.${problem.effect}`), reasonOf(problem, t)];
      text += `${cells.map(cell).join(',')}\r\n`;
      if (text.length > FLUSH_CHARS) flush();
    },
    close() {
      flush();
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function cell(raw: string): string {
  const text = /^[=+\-@\t\r]/.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
