import {
  canReadChange, collisionView, servicesOf, type CalendarView, type ChangeRow, type ChangeSummary, type CollisionsView, type CollisionView, type SlotsView, type WindowTime,
} from '../changes';
import { calendarRangeSchema, collisionsSchema, slotsSchema } from '../changes/planning-schema';
import { hasRole, isAgent, parseInput, refuse, type Actor, type Clock, type InputOf, type Refused } from '../kernel';
import type { Collision, PlannedWork, WorkToPlace } from '../scheduling';
import type { Desk } from './desk';
import { allowedActions } from './allowed';
import { practiceNamed } from './registry';

const DAY_MS = 86_400_000;
const SEARCH_DAYS = 90;
const DEFAULT_SLOTS = 5;
/** A quarter and its edges: what a calendar shows at once. */
const MAX_RANGE_DAYS = 120;

/** Those who may see the change calendar: whoever works in IT, decides, or looks over it. */
export const canPlan = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager', 'approver', 'manager', 'auditor', 'administrator');

type WorkInput = Omit<InputOf<typeof collisionsSchema>, 'plannedStart' | 'plannedEnd'>;

/** Looks at the change calendar, from memory: nothing is stored, nothing is decided. */
export function createPlanning(desk: Desk, clock: Clock) {
  const { directory } = desk;
  const now = (): string => clock.now().toISOString();

  function workOf({ changeId, type, templateId, serviceIds, itemIds = [], implementerId }: WorkInput): WorkToPlace {
    return {
      type, itemIds, serviceIds: servicesOf({ itemIds, ...(serviceIds && { serviceIds }) }, directory).map(({ id }) => id),
      ...(changeId && { changeId }), ...(templateId && { templateId }), ...(implementerId && { implementerId }),
    };
  }

  /** Nothing is accepted yet of what is only looked at. */
  const shown = (collision: Collision, actor: Actor): CollisionView => collisionView(collision, [], directory, actor);

  function collisions(input: unknown, actor: Actor): CollisionsView | Refused {
    const parsed = parseInput(collisionsSchema, input);
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const { plannedStart, plannedEnd, ...work } = parsed.value;
    if (plannedEnd <= plannedStart) return refuse('kernel.invalidInput', undefined, [{ field: 'plannedEnd', code: 'notAfterStart' }]);
    const planned: PlannedWork = { ...workOf(work), from: plannedStart, to: plannedEnd };
    return { collisions: directory.schedule().collisionsOf(planned, now()).map((collision) => shown(collision, actor)) };
  }

  function slots(input: unknown, actor: Actor): SlotsView | Refused {
    const parsed = parseInput(slotsSchema, input);
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const { minutes, earliest, count = DEFAULT_SLOTS, ...work } = parsed.value;
    const from = earliest !== undefined && earliest > now() ? earliest : now();
    const latest = new Date(Date.parse(from) + SEARCH_DAYS * DAY_MS).toISOString();
    const found = directory.schedule().findSlots({ work: workOf(work), minutes, earliest: from, latest, count }, now());
    return { slots: found.slots, refused: found.refused.map((stretch) => ({ ...stretch, collisions: stretch.collisions.map((collision) => shown(collision, actor)) })) };
  }

  function* changesWithin(from: string, to: string, itemId: string | undefined, actor: Actor): Generator<ChangeRow> {
    const practice = practiceNamed('changes');
    if (!practice?.row) return;
    for (const summary of desk.all('changes') as Iterable<ChangeSummary>) {
      const { plannedStart, plannedEnd, state, itemIds } = summary;
      if (!plannedStart || !plannedEnd || plannedEnd <= from || plannedStart >= to || state === 'cancelled') continue;
      if ((itemId !== undefined && !itemIds.includes(itemId)) || !canReadChange(actor, summary)) continue;
      yield { ...practice.row(summary, actor, directory, now()), can: allowedActions(practice, actor, summary) } as ChangeRow;
    }
  }

  function timesOf(windows: Iterable<{ readonly id: string; readonly name: string; readonly retired: boolean; readonly itemIds?: readonly string[] }>, from: string, to: string): readonly WindowTime[] {
    return [...windows].filter(({ retired }) => !retired).flatMap(({ id, name, itemIds = [] }) =>
      directory.schedule().occurrencesOf(id, from, to).map((time) => ({ id, name, itemIds, from: time.from, to: time.to })),
    );
  }

  /** What stands in the calendar between two instants; ended changes only while they are remembered. */
  function calendar(input: unknown, actor: Actor): CalendarView | Refused {
    const parsed = parseInput(calendarRangeSchema, input);
    if ('problems' in parsed) return refuse('kernel.invalidInput', undefined, parsed.problems);
    const { from, to, itemId } = parsed.value;
    const length = Date.parse(to) - Date.parse(from);
    if (length <= 0) return refuse('kernel.invalidInput', undefined, [{ field: 'to', code: 'notAfterStart' }]);
    if (length > MAX_RANGE_DAYS * DAY_MS) return refuse('kernel.invalidInput', undefined, [{ field: 'to', code: 'tooFar', params: { days: MAX_RANGE_DAYS } }]);
    const isFor = (itemIds: readonly string[] | undefined): boolean => itemId === undefined || !itemIds?.length || itemIds.includes(itemId);
    const freezes = [...directory.freezes()].map((freeze) => ({ ...freeze, itemIds: freeze.scope?.itemIds ?? [] }));
    return {
      changes: [...changesWithin(from, to, itemId, actor)],
      freezes: timesOf(freezes.filter(({ itemIds }) => isFor(itemIds)), from, to),
      windows: timesOf([...directory.maintenanceWindows()].filter(({ itemIds }) => isFor(itemIds)), from, to),
    };
  }

  return { collisions, slots, calendar };
}

export type Planning = ReturnType<typeof createPlanning>;
