import { evaluateVector, meetsExpected, readVectors, type ReadVector, type VectorProblem } from '../../../shared/sla';
import { CliError } from '../cli-error';
import { readJsonFile } from '../read-json';
import type { Terminal } from '../terminal';

/** `bellhop sla evaluate FILE`: one JSON line for each worked example, and whether it comes out as its file says. */
export async function evaluateFile(file: string | undefined, terminal: Terminal): Promise<number> {
  if (!file) throw new CliError('cli.sla.evaluate.usage', {}, 2);
  const read = readVectors(await readJsonFile(file));
  if ('problem' in read) throw new CliError('cli.sla.badVectors', { file, problem: problemText(read.problem, terminal) }, 2);
  let passed = 0;
  for (const entry of read.vectors) {
    const result = resultOf(entry);
    if (result.pass) passed += 1;
    terminal.line(JSON.stringify(result));
    if ('problems' in entry) for (const problem of entry.problems) terminal.warn('cli.sla.badVector', { id: entry.id, problem: problemText(problem, terminal) });
  }
  const count = read.vectors.length;
  terminal.warn('cli.sla.evaluated', { count, passed });
  return passed === count ? 0 : 1;
}

/** A vector that is not right has no result. */
function resultOf(entry: ReadVector): { readonly id: string; readonly pass: boolean; readonly expected: object | null } {
  if ('problems' in entry) return { id: entry.id, pass: false, expected: null };
  const expected = evaluateVector(entry.vector, entry.calendars);
  return { id: entry.id, pass: meetsExpected(entry.vector.expected, expected), expected };
}

function problemText({ field, code, params }: VectorProblem, { t }: Terminal): string {
  const reason = t(`cli.sla.vector.${code}`, params);
  return field === '' ? reason : `${field}: ${reason}`;
}
