import type { ClockView, ClosedTerms } from './clock-views';
import type { ClockFact } from './facts';
import { isEndState } from './phases';

const isClosed = ({ state }: ClockView): boolean => state === 'stopped' || state === 'cancelled';
const isOwed = ({ state }: ClockView): boolean => state === 'running' || state === 'paused';

/** The state of the record after everything that has happened; nothing happened before its birth, whatever the stamps say. */
function lastState([birth, ...facts]: readonly ClockFact[]): string | undefined {
  let state = birth?.set?.state;
  let since = '';
  for (const { at, set } of facts) {
    if (set?.state === undefined || at < since) continue;
    since = at;
    state = set.state;
  }
  return state ?? undefined;
}

/** Had the record ended, and all its clocks with it, when these were stored? Then it keeps the terms it lived under. */
export function isOver(facts: readonly ClockFact[], stored: readonly ClockView[]): boolean {
  return isEndState(lastState(facts)) && !stored.some(isOwed);
}

/** Terms that ended at the same instant for the same reason are those that were stored, one for one: two replies may share an instant. */
function keptTerms(terms: readonly ClosedTerms[], stored: readonly ClosedTerms[]): readonly ClosedTerms[] {
  const left = [...stored];
  return terms.map((row) => {
    const place = left.findIndex((old) => old.endedAt === row.endedAt && old.because === row.because);
    return place < 0 ? row : (left.splice(place, 1)[0] as ClosedTerms);
  });
}

/** A clock that is still closed at the same instant is what it was; a first response that was given stays given. */
function kept(view: ClockView, stored: ClockView | undefined): ClockView {
  if (!stored) return view;
  const isSame = isClosed(view) && stored.state === view.state && stored.stoppedAt === view.stoppedAt && stored.startedAt === view.startedAt;
  if (isSame || (view.metric === 'firstResponse' && stored.state === 'stopped')) return stored;
  return { ...view, previous: keptTerms(view.previous, stored.previous) };
}

/** What is left of a clock that nothing promises any more: closed ones whole, others what came of them so far. */
function leftOf(stored: ClockView): readonly ClockView[] {
  if (isClosed(stored)) return [stored];
  if (stored.previous.length === 0) return [];
  const { dueAt: _due, pausedSince: _since, isBreached: _breached, neverOpens: _never, ...rest } = stored;
  return [{ ...rest, state: 'none', thresholds: [] }];
}

/** Clocks computed anew, with all that was closed before as it was, whatever has changed in agreements and calendars (rule 14). */
export function freeze(views: readonly ClockView[], stored: readonly ClockView[]): readonly ClockView[] {
  const keys = new Set(views.map(({ key }) => key));
  return [
    ...views.map((view) => kept(view, stored.find(({ key }) => key === view.key))),
    ...stored.filter(({ key }) => !keys.has(key)).flatMap(leftOf),
  ];
}
