import { commitsOf, dueAt, factsFor, heldAfter, plainConditions, runOf, type AutomationRule, type Held, type RuledPractice, type RuleIndex } from '../automation';
import { conditionsHold, type Clock, type Recorded, type RecordBase } from '../kernel';
import { startsBetween } from '../scheduling';
import type { Storage, StoredRow } from '../storage/port';
import type { CarryOut } from './automation-steps';
import { breathe } from './breathe';
import type { Desk } from './desk';
import { openRecord } from './load';
import { ruledPractices } from './registry';
import { rowKey } from './rows';

export interface RuleTimesDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly rules: () => RuleIndex;
  readonly carryOut: CarryOut;
}

const PAGE = 200;
const DAY_MS = 86_400_000;
/** A round that was missed for longer, because nothing was running, is left out. */
const MISSED_MS = DAY_MS;

/**
 * Rules about time. Rows of the store say when a rule has to be looked at for a record, so a look costs what is due and not what
 * there is; whether it is really due is computed from the record's history, the same way as in a dry run.
 */
export function createRuleTimes({ storage, partition, desk, clock, rules, carryOut }: RuleTimesDeps) {
  let scanned: Readonly<Record<string, number>> | undefined;
  const roundsDone = new Map<string, number>();
  const now = (): string => clock.now().toISOString();

  function heldBy(rule: AutomationRule, practice: RuledPractice, history: readonly Recorded[]): { readonly held: Held; readonly record: RecordBase; readonly due: string } | undefined {
    let record: RecordBase | undefined;
    let held: Held | undefined;
    for (const commit of commitsOf(history)) {
      const folded = commit.reduce<RecordBase | undefined>((state, entry) => practice.fold(state, entry) as RecordBase, record);
      if (!folded) continue;
      record = folded;
      held = heldAfter(rule, practice, held, folded, commit, desk.directory, rules().vocabulary);
    }
    if (!held || !record || rule.when.kind !== 'duration') return undefined;
    const due = dueAt(held, rule.when, (id) => desk.directory.calendar(id));
    return due === undefined ? undefined : { held, record, due };
  }

  /** Another instance may have put it there already. */
  async function remind(at: string, id: string, ruleId: string): Promise<void> {
    await storage.commit({ partition, guarded: [{ kind: 'create', row: rowKey.ruleTimer(at, id, ruleId), data: {} }] });
  }

  /** After an event: when will rules about time have to be looked at for this record? */
  async function note(practice: RuledPractice, id: string, history: readonly Recorded[]): Promise<void> {
    const last = history.at(-1);
    for (const rule of rules().timed(practice.name, 'duration')) {
      const found = heldBy(rule, practice, history);
      // What was due before this event was noted down when it began.
      if (found && last && found.due >= last.at) await remind(found.due, id, rule.id);
    }
  }

  async function drop({ row, etag }: StoredRow): Promise<void> {
    await storage.commit({ partition, guarded: [{ kind: 'delete', row, etag }] });
  }

  async function look(stored: StoredRow): Promise<number> {
    const [, , id = '', ruleId = ''] = stored.row.split(':');
    const rule = rules().rules.find((entry) => entry.id === ruleId);
    const practice = rule && ruledPractices[rule.subject];
    const opened = practice && (await openRecord(storage, partition, id));
    const found = opened && heldBy(rule, practice, opened.history);
    if (found && found.due > now()) await remind(found.due, id, ruleId);
    else if (found) {
      const { held, record, due } = found;
      await carryOut(rowKey.automationRun(due, `${id}-${held.seq}-${ruleId}`), () =>
        Promise.resolve({ recordId: id, practice: practice.name, at: due, because: [], depth: 1, runs: [runOf(rule, practice, record, desk.directory, now())] }),
      );
    }
    await drop(stored);
    return 1;
  }

  /** Every open record is looked at once for a rule that is new or was changed: it may have held for long. */
  async function scan(): Promise<number> {
    const timed = Object.values(ruledPractices).flatMap((practice) => rules().timed(practice.name, 'duration').map((rule) => ({ rule, practice })));
    if (timed.length === 0) return 0;
    const wanted = Object.fromEntries(timed.map(({ rule }) => [rule.id, rule.version]));
    const isKnown = (known: Readonly<Record<string, number>> | undefined): boolean => known !== undefined && timed.every(({ rule }) => known[rule.id] === rule.version);
    if (isKnown(scanned)) return 0;
    const marker = await storage.get(partition, rowKey.ruleScan);
    const before = (marker?.data ?? {}) as Readonly<Record<string, number>>;
    const fresh = timed.filter(({ rule }) => before[rule.id] !== rule.version);
    for (const [place, { id, practice: name }] of fresh.length === 0 ? [] : [...desk.all('tickets'), ...desk.all('changes')].entries()) {
      const due = fresh.filter(({ practice }) => practice.name === name);
      const opened = due.length > 0 ? await openRecord(storage, partition, id) : undefined;
      for (const { rule, practice } of opened ? due : []) {
        const found = heldBy(rule, practice, opened?.history ?? []);
        if (found) await remind(found.due, id, rule.id);
      }
      if (place % 50 === 0) await breathe();
    }
    const data = { ...before, ...wanted };
    await storage.commit({ partition, guarded: [marker ? { kind: 'replace', row: rowKey.ruleScan, etag: marker.etag, data } : { kind: 'create', row: rowKey.ruleScan, data }] });
    scanned = wanted;
    return fresh.length > 0 ? 1 : 0;
  }

  async function comeRound(rule: AutomationRule, practice: RuledPractice, at: string): Promise<void> {
    const row = rowKey.automationRun(at, `${rule.id}-round`);
    if (await storage.get(partition, row)) return;
    for (const { id } of [...desk.all(practice.name)]) {
      await carryOut(rowKey.automationRun(at, `${id}-${rule.id}`), async () => {
        const opened = await openRecord(storage, partition, id);
        const record = opened?.head.record;
        const isMeant = record && practice.automation.isActive(record) && conditionsHold(plainConditions(rule.conditions), factsFor(practice, record, undefined, desk.directory, rules().vocabulary));
        return isMeant ? { recordId: id, practice: practice.name, at, because: [], depth: 1, runs: [runOf(rule, practice, record, desk.directory, now())] } : undefined;
      });
    }
    await storage.commit({ partition, guarded: [{ kind: 'create', row, data: { recordId: rule.id, practice: 'automationRules', at, because: [], depth: 0, runs: [], isDone: true } }] });
  }

  /** Of rounds that were missed only the last one is made up for. */
  async function rounds(): Promise<number> {
    const until = clock.now().getTime();
    let done = 0;
    for (const practice of Object.values(ruledPractices)) {
      for (const rule of rules().timed(practice.name, 'schedule')) {
        if (rule.when.kind !== 'schedule') continue;
        const after = Math.max(Date.parse(rule.updatedAt), until - MISSED_MS, roundsDone.get(rule.id) ?? 0);
        const last = startsBetween(rule.when.occurrences, rule.when.zone, after, until).at(-1);
        if (last === undefined) continue;
        await comeRound(rule, practice, new Date(last).toISOString());
        roundsDone.set(rule.id, last);
        done += 1;
      }
    }
    return done;
  }

  async function runDue(): Promise<number> {
    let done = (await scan()) + (await rounds());
    let continuation: string | undefined;
    do {
      const page = await storage.range({ partition, from: rowKey.ruleTimersAll, to: rowKey.ruleTimersUntil(new Date(clock.now().getTime() + 1).toISOString()), limit: PAGE, ...(continuation && { continuation }) });
      for (const stored of page.rows) done += await look(stored);
      continuation = page.continuation;
    } while (continuation);
    return done;
  }

  return { note, runDue };
}
