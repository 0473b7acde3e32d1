import { createHash } from 'node:crypto';
import { maskText } from '../secrets';
import type { Level, Priority, ResolutionCode } from '../tickets';
import type { Step } from './mapping';
import type { LogPlan } from './log-plan';

/** Something about a row that a person should know. `skipped`: the row was not imported; `kept`: it was, without the value. */
export interface RowProblem {
  readonly line: number;
  readonly caseId?: string;
  readonly effect: 'skipped' | 'kept';
  /** A text key below `import.problem.`. */
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One row of the log, understood. Times are milliseconds since 1970 UTC; absent means unknown. */
export interface LogRow {
  readonly line: number;
  readonly caseId: string;
  readonly at: number;
  readonly order?: number;
  readonly actor?: string;
  /** Absent when the activity says nothing, or nothing known, about the state. */
  readonly step?: Exclude<Step, 'keep'>;
  readonly title?: string;
  readonly description?: string;
  readonly requester?: string;
  readonly group?: string;
  readonly assignee?: string;
  readonly category?: string;
  readonly impact?: Level;
  readonly urgency?: Level;
  readonly priority?: Priority;
  readonly reassignments?: number;
  readonly reopens?: number;
  readonly openedAt?: number;
  readonly resolvedAt?: number;
  readonly closedAt?: number;
  readonly resolvedBy?: string;
  readonly resolutionCode?: ResolutionCode;
  readonly resolutionNotes?: string;
  readonly supplier?: string;
  readonly reference?: string;
  /** In the source's own words, by label. */
  readonly values: Readonly<Record<string, string>>;
  /** Of everything that is taken from the row: the same again is the same row. */
  readonly digest: string;
}

const NAME_CHARS = 200;
const VALUE_CHARS = 500;
const TEXT_CHARS = 20_000;
const DIGEST_CHARS = 12;
// Everything below space except tab and line feed, and the C1 block: never written on purpose.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function cleaned(text: string, chars: number): string {
  const plain = text.replace(CONTROL, ' ').trim();
  return plain.length > chars ? `${plain.slice(0, chars - 1).trimEnd()}…` : plain;
}

const withoutSecrets = (raw: string): string => maskText(raw).value;

/** Understands one row; a row without case or time is none, everything else that is wrong leaves only the value out. */
export function readRow(plan: LogPlan, cells: readonly string[], line: number): { readonly row?: LogRow; readonly problems: readonly RowProblem[] } {
  const text = (role: Parameters<LogPlan['cell']>[0], chars = NAME_CHARS, prepare = (raw: string) => raw): string | undefined => {
    const raw = plan.cell(role, cells);
    return raw === undefined ? undefined : cleaned(prepare(raw), chars) || undefined;
  };
  const caseId = text('case', NAME_CHARS);
  if (caseId === undefined) return { problems: [{ line, effect: 'skipped', code: 'noCase', params: { column: plan.columnOf('case') } }] };
  const at = plan.cell('time', cells);
  const atMs = at === undefined ? undefined : plan.time(at);
  if (atMs === undefined) {
    return { problems: [{ line, caseId, effect: 'skipped', code: 'badTime', params: { column: plan.columnOf('time'), value: cleaned(at ?? '', 60) } }] };
  }
  const problems: RowProblem[] = [];
  const kept = (code: string, role: Parameters<LogPlan['cell']>[0], value: string): undefined => {
    problems.push({ line, caseId, effect: 'kept', code, params: { column: plan.columnOf(role), value: cleaned(value, 60) } });
    return undefined;
  };
  const read = <T>(role: Parameters<LogPlan['cell']>[0], toValue: (raw: string) => T | undefined, code: string): T | undefined => {
    const raw = plan.cell(role, cells);
    return raw === undefined ? undefined : (toValue(raw) ?? kept(code, role, raw));
  };
  const step = read('activity', plan.step, 'unknownState');
  const facts = {
    order: read('order', toCount, 'notNumber'),
    actor: text('actor'),
    step: step === 'keep' ? undefined : step,
    title: plan.title(cells, (raw) => cleaned(withoutSecrets(raw), NAME_CHARS)),
    description: text('description', TEXT_CHARS, withoutSecrets),
    requester: text('requester'),
    group: text('group'),
    assignee: text('assignee'),
    category: text('category'),
    impact: read('impact', plan.level, 'unknownLevel'),
    urgency: read('urgency', plan.level, 'unknownLevel'),
    priority: read('priority', plan.priority, 'unknownPriority'),
    reassignments: read('reassignments', toCount, 'notNumber'),
    reopens: read('reopens', toCount, 'notNumber'),
    openedAt: read('openedAt', plan.time, 'badOtherTime'),
    resolvedAt: read('resolvedAt', plan.time, 'badOtherTime'),
    closedAt: read('closedAt', plan.time, 'badOtherTime'),
    resolvedBy: text('resolvedBy'),
    resolutionCode: plan.resolutionCode(plan.cell('resolutionCode', cells) ?? ''),
    resolutionNotes: text('resolutionNotes', 10_000, withoutSecrets) ?? text('resolutionCode', 10_000),
    supplier: text('supplier'),
    reference: text('reference'),
  };
  const values: Record<string, string> = {};
  for (const { label, index } of plan.values) {
    const raw = plan.known(cells[index]);
    if (raw !== undefined) values[label] = cleaned(raw, VALUE_CHARS);
  }
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  const row: LogRow = { line, caseId, at: atMs, ...known, values, digest: digestOf(plan, cells) };
  return { row, problems };
}

function digestOf(plan: LogPlan, cells: readonly string[]): string {
  const used = plan.usedIndexes.map((index) => cells[index] ?? '').join('\u001f');
  return createHash('sha256').update(used).digest('base64url').slice(0, DIGEST_CHARS);
}

function toCount(raw: string): number | undefined {
  return /^\d{1,9}$/.test(raw.trim()) ? Number(raw) : undefined;
}
