import { createRuleIndex, depthOf, wantedRuns, type AutomationRule, type Commit, type RuleIndex } from '../automation';
import type { Clock, Recorded, RecordBase } from '../kernel';
import type { Storage } from '../storage/port';
import { createAutomationLog } from './automation-log';
import { createRecurring } from './automation-recurring';
import { createCarryOut } from './automation-steps';
import { createRuleTimes } from './automation-times';
import type { Desk } from './desk';
import { openRecord } from './load';
import type { Performed, PerformRequest } from './perform';
import { ruledPractices } from './registry';
import { rowKey, type OutboxEntry } from './rows';

export interface AutomationDeps {
  readonly storage: Storage;
  readonly partition: string;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly perform: (request: PerformRequest) => Promise<Performed>;
}

/** The rules that are switched on now, ready to be asked; built anew after a change of rules. */
export function currentRules(desk: Desk): () => RuleIndex {
  let index: RuleIndex | undefined;
  desk.onChange(({ practice }) => {
    if (practice === 'automationRules') index = undefined;
  });
  return () => (index ??= createRuleIndex([...desk.all('automationRules')] as unknown as readonly AutomationRule[]));
}

/** Rules at work: after the answer, from the outbox and from the clock, each step at most once. */
export function createAutomation({ storage, partition, desk, clock, perform }: AutomationDeps) {
  const rules = currentRules(desk);
  const carryOut = createCarryOut({ storage, partition, perform });
  const times = createRuleTimes({ storage, partition, desk, clock, rules, carryOut });
  const recurring = createRecurring({ storage, partition, desk, clock, perform });
  const log = createAutomationLog(storage, partition);

  /** Does what rules want of an action that was just announced. At least once called, each step is done at most once. */
  async function react({ practice: name, id, history }: OutboxEntry): Promise<void> {
    const practice = ruledPractices[name];
    const commit = history as unknown as Commit;
    if (!practice || commit.length === 0) return;
    const isWaitedFor = practice.automation.triggers.some(({ name: trigger, type }) => rules().waitsFor(name, trigger) && commit.some(({ event }) => event.type === type));
    const hasTimes = rules().timed(name, 'duration').length > 0;
    if (!isWaitedFor && !hasTimes) return;
    const last = commit.at(-1) as Recorded;
    const opened = await openRecord(storage, partition, id);
    const past = opened?.history.filter(({ seq }) => seq <= last.seq);
    if (!past || past.length === 0) return;
    if (isWaitedFor) {
      await carryOut(rowKey.automationRun(last.at, `${id}-${last.seq}`), () => {
        const record = past.reduce<RecordBase | undefined>((state, entry) => practice.fold(state, entry) as RecordBase, undefined) as RecordBase;
        const runs = wantedRuns(rules(), practice, record, commit, desk.directory);
        const because = commit.map(({ event }) => event.type);
        return Promise.resolve(runs.length === 0 ? undefined : { recordId: id, practice: name, at: last.at, because, depth: depthOf(commit) + 1, runs });
      });
    }
    if (hasTimes) await times.note(practice, id, past);
  }

  return {
    react,
    /** Does what has become due by itself; returns how much. */
    runDue: async () => (await recurring()) + (await times.runDue()),
    log,
    trim: () => log.trim(clock.now().toISOString()),
  };
}

export type Automation = ReturnType<typeof createAutomation>;
