import type { Agreement } from '../../../shared/sla/agreement';
import { closedRow, cycleFrom, follow, isClosed, isEnded, isTheirs, pass, type Cycle, type Kind, type Row, type Step } from './oracle-cycle';
import { targetMinutes, type OracleLevels, type Terms } from './oracle-terms';

/** One clock while the history is walked. Without a cycle nothing is owed, without terms nothing is promised. */
export interface Machine {
  cycle?: Cycle | undefined;
  terms?: Terms | undefined;
  /** The last cycle of a canceled record, which owes nothing any more. */
  canceled?: { readonly cycle: Cycle; readonly terms: Terms } | undefined;
  readonly previous: Row[];
}

const isCyclic = ({ metric }: Kind): boolean => metric === 'nextReply' || metric === 'periodicUpdate';

/** The step since which a reply or an update is owed, whether or not it was promised then (rule 12). */
function owedSince({ metric }: Kind, agreement: Agreement, steps: readonly Step[], last: number, levels: OracleLevels): number | undefined {
  const isAfterEach = metric === 'periodicUpdate' && agreement.updateMode !== 'afterRequester';
  let owed: number | undefined;
  let hasAgentSpoken = false;
  for (const [index, step] of steps.slice(0, last + 1).entries()) {
    const isStart = metric === 'periodicUpdate' && index === 0;
    const isQuestion = step.said === 'requester' && (metric === 'periodicUpdate' || hasAgentSpoken);
    if (step.said === 'agent' || isEnded(agreement, step, levels)) owed = undefined;
    if (!isEnded(agreement, step, levels) && (isStart || isAfterEach || isQuestion)) owed ??= index;
    hasAgentSpoken ||= step.said === 'agent';
  }
  return owed;
}

export function runOracle(kind: Kind, steps: readonly Step[], receivedAt: number, levels: OracleLevels): Machine {
  const candidates = kind.agreement ? [kind.agreement] : levels.world.agreements.filter(({ type, metric }) => type === 'sla' && metric === kind.metric);
  const ordered = [...candidates].filter(({ retired }) => !retired).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const machine: Machine = { previous: [] };

  function lookUp({ fields }: Step): Terms | undefined {
    for (const agreement of ordered) {
      const terms = levels.termsOf(agreement, fields, receivedAt);
      if (terms) return terms;
    }
    return undefined;
  }

  function keep(because: Row['because'], at: number): Row | undefined {
    const { cycle, terms } = machine;
    if (!cycle || !terms) return undefined;
    const row = closedRow(cycle, terms, because, at, levels);
    machine.previous.push(row);
    return row;
  }

  const begin = (terms: Terms, first: number, last: number): Cycle =>
    cycleFrom(terms.agreement, steps, first, last, first === 0 ? receivedAt : (steps[first]?.at ?? receivedAt), levels);

  /** The step under the terms as they were. */
  function advance(cycle: Cycle, terms: Terms, index: number, step: Step): void {
    const { agreement } = terms;
    const { standing } = cycle;
    const wasClosed = isClosed(standing);
    const before = steps[index - 1];
    follow(cycle, agreement, step, levels);
    const ended = isClosed(cycle.standing);
    if (isCyclic(kind) && (ended || step.said === 'agent')) {
      const { phase } = cycle.standing;
      if (phase === 'cancelled') machine.canceled = { cycle, terms };
      else {
        // A cycle that was answered is a clock that was stopped: due as if it ran on from there.
        cycle.standing = { phase: 'stopped', isHeld: false };
        keep('replied', step.at);
      }
      machine.cycle = undefined;
      return;
    }
    if (ended) return;
    if (wasClosed && agreement.reopen === 'newCycle') {
      cycle.standing = standing;
      keep('newCycle', step.at);
      machine.cycle = begin(terms, index, index);
      return;
    }
    const { reset } = agreement.conditions ?? {};
    if (reset && before && !levels.holds(reset, before.fields) && levels.holds(reset, step.fields)) {
      cycle.standing = standing;
      keep('reset', step.at);
      machine.cycle = begin(terms, index, index);
    }
  }

  function isSame(cycle: Cycle, old: Terms, terms: Terms): boolean {
    const minutes = (of: Terms): number | undefined => targetMinutes(of, cycle.startedAt, levels.timeOf);
    return old.agreement.id === terms.agreement.id && old.calendar.id === terms.calendar.id && minutes(old) === minutes(terms);
  }

  /** A promise made while nothing was promised: a cycle that is owed by now, from its start or from now on. */
  function attach(terms: Terms, index: number, step: Step, wasPromised: boolean): void {
    const { agreement } = terms;
    const { start } = agreement.conditions ?? {};
    if (!isTheirs(agreement, step) || (start && !levels.holds(start, step.fields))) return;
    if (index > 0 && isEnded(agreement, step, levels)) return;
    const isFromNow = agreement.startMode === 'match' || agreement.type !== 'sla';
    const owed = isCyclic(kind) ? owedSince(kind, agreement, steps, index, levels) : 0;
    // Other terms for a record of which nothing is owed ask for nothing that has been.
    const isNew = step.said === 'requester' || agreement.updateMode === 'betweenUpdates';
    const since = isCyclic(kind) && wasPromised && !isNew ? undefined : owed;
    if (since === undefined) return;
    if (isFromNow && wasAnswered(agreement, index)) return;
    machine.cycle = begin(terms, isFromNow || (isCyclic(kind) && wasPromised) ? index : since, index);
  }

  /** A first response that was given while nothing was promised is not owed again. */
  function wasAnswered(agreement: Agreement, index: number): boolean {
    return kind.metric === 'firstResponse' && index > 0 && cycleFrom(agreement, steps, 0, index, receivedAt, levels).standing.phase === 'stopped';
  }

  /** Rule 9: what a change of terms does to a cycle, whether or not there was a promise just before. */
  function retarget(cycle: Cycle, terms: Terms, index: number, step: Step, usedMinutes: number): void {
    const mode = terms.agreement.retarget;
    machine.terms = terms;
    if (mode === 'retroactive') {
      machine.cycle = { ...cycleFrom(terms.agreement, steps, cycle.first, index, cycle.startedAt, levels), retargetedAt: step.at };
      return;
    }
    if (mode === 'reset') machine.cycle = { ...begin(terms, index, index), retargetedAt: step.at };
    else {
      machine.cycle = { ...cycle, carried: { at: step.at, minutes: usedMinutes }, retargetedAt: step.at };
      follow(machine.cycle, terms.agreement, step, levels);
    }
  }

  function reattach(cycle: Cycle, terms: Terms, index: number, step: Step): void {
    const isRetroactive = terms.agreement.retarget === 'retroactive';
    if (isEnded(terms.agreement, step, levels) || (!isRetroactive && wasAnswered(terms.agreement, index))) return;
    const since = isCyclic(kind) ? owedSince(kind, terms.agreement, steps, index, levels) : cycle.first;
    if (since !== undefined && since <= cycle.first) return retarget(cycle, terms, index, step, detachedMinutes);
    machine.terms = terms;
    machine.cycle = since === undefined ? undefined : begin(terms, isRetroactive ? since : index, index);
  }

  let detachedMinutes = 0;
  let walkedTo = receivedAt;
  for (const [index, step] of steps.entries()) {
    if (machine.cycle) {
      pass(machine.cycle, walkedTo, step.at, machine.terms !== undefined);
      if (machine.terms) advance(machine.cycle, machine.terms, index, step);
    }
    walkedTo = step.at;
    const { cycle, terms: old } = machine;
    const terms = lookUp(step);
    if (!cycle) {
      machine.terms = terms;
      if (terms) attach(terms, index, step, old !== undefined);
    } else if (!old) {
      if (terms) reattach(cycle, terms, index, step);
    } else if (!isClosed(cycle.standing)) {
      if (terms && isSame(cycle, old, terms)) machine.terms = terms;
      else {
        detachedMinutes = keep(terms ? 'retargeted' : 'detached', step.at)?.usedMinutes ?? 0;
        machine.terms = terms;
        if (terms) retarget(cycle, terms, index, step, detachedMinutes);
      }
    }
  }
  return machine;
}
