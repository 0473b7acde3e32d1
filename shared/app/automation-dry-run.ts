import { automationRuleSchema, checkRule, dryRun, findConflicts, findLoop, type AutomationRule, type DryRunRow, type DryRunView, type RuledPractice } from '../automation';
import { hasRole, isRefused, newestFirst, parseInput, refuse, type Actor, type Clock, type FieldProblem, type Refused } from '../kernel';
import { startsBetween } from '../scheduling';
import { endOf, type Storage } from '../storage/port';
import { refusalText } from '../strings';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { openRecord } from './load';
import { ruledPractices } from './registry';

export interface DryRunRequest {
  /** As it would be saved; with the id of a saved rule it is that one, changed. */
  readonly id?: string | undefined;
  readonly rule: unknown;
  readonly days: number;
  readonly actor: Actor;
}

export interface DryRunDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
}

export const MAX_DRY_RUN_DAYS = 90;
const DAY_MS = 86_400_000;
const PORTION = 32;
const MOST_ROWS = 200;

type Found = DryRunRow & { readonly runAt: number };

/** Whoever may save a rule may see what it would have done, and so may those who look over the work. */
export const canDryRun = (actor: Actor): boolean => hasRole(actor, 'administrator', 'manager', 'changeManager', 'system');

/** What a rule would have done in the last days: reads recorded events, evaluates the functions that run live, writes nothing. */
export function createDryRun({ storage, partition, desk, clock }: DryRunDeps) {
  function draftOf({ id, rule }: DryRunRequest): { readonly rule: AutomationRule; readonly practice: RuledPractice } | Refused {
    const parsed = parseInput(automationRuleSchema, rule ?? {});
    const problems: readonly FieldProblem[] = 'problems' in parsed ? parsed.problems : checkRule({ ...parsed.value, isEnabled: false }, ruledPractices, desk.directory);
    if (problems.length > 0 || 'problems' in parsed) return refuse('kernel.invalidInput', undefined, problems);
    const at = clock.now().toISOString();
    const base = { id: id ?? '', version: 0, createdAt: at, updatedAt: at, retired: false };
    return { rule: { ...base, ...parsed.value }, practice: ruledPractices[parsed.value.subject] as RuledPractice };
  }

  /** Records that were worked on in the period: the active ones, and those that ended since. */
  async function idsOf(practice: RuledPractice, from: string, signal: AbortSignal | undefined): Promise<readonly string[]> {
    const ids = new Set([...desk.all(practice.name)].map(({ id }) => id));
    const ended = `x:${practice.name}.ended:`;
    let continuation: string | undefined;
    do {
      signal?.throwIfAborted();
      const page = await storage.range({ partition, from: ended, to: endOf(`${ended}${newestFirst(from)}:`), ...(continuation && { continuation }) });
      for (const { row } of page.rows) ids.add(row.slice(row.lastIndexOf(':') + 1));
      continuation = page.continuation;
    } while (continuation);
    return [...ids];
  }

  async function rowsOf(id: string, run: { readonly rule: AutomationRule; readonly practice: RuledPractice; readonly from: string; readonly until: string; readonly occurrences: readonly string[] }, { actor }: DryRunRequest): Promise<readonly Found[]> {
    const opened = await openRecord(storage, partition, id);
    if (!opened || !run.practice.canRead(actor, opened.head.record)) return [];
    const { title } = opened.head.record as unknown as { readonly title: string };
    const hits = dryRun({ ...run, history: opened.history, config: desk.directory, other: (other) => desk.get(other) });
    return hits.map((hit) => ({
      id, title, ...hit, runAt: Date.parse(hit.at),
      steps: hit.steps.map((step) => ({ ...step, ...(step.code && { text: refusalText({ code: step.code }, actor.language, hit.at) }) })),
    }));
  }

  return async function run(request: DryRunRequest, signal?: AbortSignal): Promise<DryRunView | Refused> {
    if (!canDryRun(request.actor)) return refuse('kernel.notAllowed');
    if (!Number.isInteger(request.days) || request.days < 1 || request.days > MAX_DRY_RUN_DAYS) return refuse('automation.badDays', { max: MAX_DRY_RUN_DAYS });
    const draft = draftOf(request);
    if (isRefused(draft)) return draft;
    const { rule, practice } = draft;
    const until = clock.now().toISOString();
    const from = new Date(clock.now().getTime() - request.days * DAY_MS).toISOString();
    const { when } = rule;
    const occurrences = when.kind === 'schedule' ? startsBetween(when.occurrences, when.zone, Date.parse(from), Date.parse(until)).map((at) => new Date(at).toISOString()) : [];
    const ids = await idsOf(practice, from, signal);
    const found: Found[] = [];
    for (let done = 0; done < ids.length; done += PORTION) {
      signal?.throwIfAborted();
      const portion = await Promise.all(ids.slice(done, done + PORTION).map((id) => rowsOf(id, { rule, practice, from, until, occurrences }, request)));
      found.push(...portion.flat());
      await breathe();
    }
    const others = [...desk.all('automationRules')] as unknown as readonly AutomationRule[];
    const loop = findLoop({ ...rule, isEnabled: true }, others, ruledPractices);
    const outcomes = found.flatMap(({ steps }) => steps.map(({ result }) => result));
    const newest = [...found].sort((a, b) => b.runAt - a.runAt || (a.id < b.id ? -1 : 1)).slice(0, MOST_ROWS);
    return {
      from, until, looked: ids.length, records: new Set(found.map(({ id }) => id)).size, runs: found.length,
      done: outcomes.filter((result) => result === 'done').length, refused: outcomes.filter((result) => result === 'refused').length,
      rows: newest.map(({ runAt: _runAt, ...row }) => row),
      ...(loop && { loop: loop.rules }), conflicts: findConflicts(rule, others, ruledPractices),
    };
  };
}

export type DryRun = ReturnType<typeof createDryRun>;
