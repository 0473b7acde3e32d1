import type { Item } from '../../../shared/configuration';
import type { CollisionReason, Freeze, MaintenanceWindow, WorkToPlace } from '../../../shared/scheduling';
import { QUARTER, showsTimeOf } from './oracle-wall';
import type { World } from './random-world';

/*
 * What collides with what, as domain.md 3.5 says it, by trying: every item with every other one, every freeze, every window
 * and every booking, quarter by quarter. Instants are whole minutes since 1970.
 */

/** A constraint that the work breaks, and the first and last minute in which it does (half-open). */
export interface Broken {
  readonly reason: CollisionReason;
  readonly itemId?: string;
  readonly relatedId?: string;
  readonly otherId?: string;
  readonly personId?: string;
  readonly from: number;
  readonly to: number;
}

const minutes = new Map<string, number>();

export function minuteOf(instant: string): number {
  let minute = minutes.get(instant);
  if (minute === undefined) minutes.set(instant, (minute = Math.floor(Date.parse(instant) / 60_000)));
  return minute;
}

export const sameCause = ({ reason, itemId = '', relatedId = '', otherId = '', personId = '' }: Omit<Broken, 'from' | 'to'>): string => [reason, itemId, relatedId, otherId, personId].join('|');

type Reader = (quarter: number) => boolean;
const readers = new WeakMap<object, Reader>();

/** Quarters around the first one that is asked for, which are remembered. */
const REMEMBERED = 4_000;

function createReader({ occurrences, zone }: Freeze | MaintenanceWindow): Reader {
  const known = new Int8Array(REMEMBERED);
  let origin: number | undefined;
  const ask: Reader = (quarter) => occurrences.some((occurrence) => showsTimeOf(occurrence, zone, quarter));
  return (quarter) => {
    const place = quarter - (origin ??= quarter - REMEMBERED / 2);
    if (place < 0 || place >= REMEMBERED) return ask(quarter);
    if (known[place] === 0) known[place] = ask(quarter) ? 1 : -1;
    return known[place] === 1;
  };
}

/** Tells for a quarter of an hour whether the window is then. */
export function readerOf(window: Freeze | MaintenanceWindow): Reader {
  let reader = readers.get(window);
  if (!reader) readers.set(window, (reader = createReader(window)));
  return reader;
}

/** The first and the last of the minutes in whose quarters something holds. */
function minutesWhere(from: number, to: number, holds: Reader): { readonly from: number; readonly to: number } | undefined {
  let found: { from: number; to: number } | undefined;
  for (let minute = from; minute < to; minute = (Math.floor(minute / QUARTER) + 1) * QUARTER) {
    if (!holds(Math.floor(minute / QUARTER))) continue;
    const end = Math.min((Math.floor(minute / QUARTER) + 1) * QUARTER, to);
    found = { from: found?.from ?? minute, to: end };
  }
  return found;
}

const dimension = (wanted: readonly string[] | undefined, has: (value: string) => boolean): boolean => !wanted || wanted.length === 0 || wanted.some(has);

function isFrozenItem({ scope = {} }: Freeze, item: Item): boolean {
  return (
    dimension(scope.serviceIds, (id) => item.serviceIds?.includes(id) === true) &&
    dimension(scope.itemIds, (id) => item.id === id) &&
    dimension(scope.itemClasses, (value) => item.class === value) &&
    dimension(scope.environments, (value) => item.environment === value) &&
    dimension(scope.regions, (value) => item.region?.trim().toUpperCase() === value.trim().toUpperCase())
  );
}

function isFrozenWork({ scope = {} }: Freeze, work: WorkToPlace): boolean {
  const { serviceIds = [], ...others } = scope;
  const namesItems = Object.values(others).some((values) => values.length > 0);
  return !namesItems && (serviceIds.length === 0 || serviceIds.some((id) => work.serviceIds.includes(id)));
}

export interface Question {
  readonly world: World;
  readonly work: WorkToPlace;
  readonly now: string;
  /** Items whose maintenance windows are not looked at. */
  readonly unconstrained?: readonly string[];
}

interface Triple {
  readonly own: Item;
  readonly other: Item;
  readonly relation: 'item' | 'parent' | 'child';
}

/** Every item of the work with itself and with whatever is above or below it, unless that is in the work too. */
function triplesOf({ items }: World, work: WorkToPlace): readonly Triple[] {
  const inUse = items.filter(({ retired }) => !retired);
  const own = inUse.filter(({ id }) => work.itemIds.includes(id));
  const isAbove = (upper: Item, lower: Item): boolean => lower.parentIds?.includes(upper.id) === true && upper.id !== lower.id;
  const strangers = inUse.filter((item) => !own.includes(item));
  return own.flatMap((item) => [
    { own: item, other: item, relation: 'item' as const },
    ...strangers.filter((other) => isAbove(other, item)).map((other) => ({ own: item, other, relation: 'parent' as const })),
    ...strangers.filter((other) => isAbove(item, other)).map((other) => ({ own: item, other, relation: 'child' as const })),
  ]);
}

const places = ({ own, other, relation }: Triple): { readonly itemId: string; readonly relatedId?: string } => ({ itemId: own.id, ...(relation !== 'item' && { relatedId: other.id }) });

function bookings({ world, work }: Question, triples: readonly Triple[], from: number, to: number): Broken[] {
  return world.bookings.flatMap((booking): readonly Broken[] => {
    const [begin, end] = [minuteOf(booking.from), minuteOf(booking.to)];
    if (booking.changeId === work.changeId || begin >= to || from >= end) return [];
    const part = { from: Math.max(begin, from), to: Math.min(end, to), otherId: booking.changeId };
    const hit = triples.filter(({ other }) => booking.itemIds.includes(other.id));
    const told = hit.filter(({ own, relation }) => relation === 'item' || !booking.itemIds.includes(own.id));
    const reason = { item: 'sameItem', parent: 'parentItem', child: 'childItem' } as const;
    const isBusy = work.implementerId !== undefined && booking.implementerId === work.implementerId;
    return [
      ...told.map((triple) => ({ ...part, ...places(triple), reason: reason[triple.relation] })),
      ...(isBusy ? [{ ...part, reason: 'implementerBusy' as const, personId: work.implementerId }] : []),
    ];
  });
}

function freezes({ world, work, now }: Question, triples: readonly Triple[], from: number, to: number): Broken[] {
  return world.freezes.flatMap((freeze): readonly Broken[] => {
    if (freeze.retired || freeze.exemptTypes?.includes(work.type)) return [];
    if (work.type === 'standard' && work.templateId && freeze.exemptTemplateIds?.includes(work.templateId)) return [];
    const lives = world.exemptions.some(
      (exemption) =>
        exemption.changeId === work.changeId && exemption.freezeId === freeze.id && now < exemption.expiresAt && minuteOf(exemption.from) <= from && to <= minuteOf(exemption.to) &&
        !exemption.deciderIds?.some((personId) => personId === work.implementerId),
    );
    const part = minutesWhere(from, to, readerOf(freeze));
    if (lives || !part) return [];
    if (isFrozenWork(freeze, work)) return [{ ...part, reason: 'itemFrozen', otherId: freeze.id }];
    const hit = triples.filter(({ other }) => isFrozenItem(freeze, other));
    const told = hit.filter(({ own, relation }) => relation === 'item' || !isFrozenItem(freeze, own));
    const reason = { item: 'itemFrozen', parent: 'parentFrozen', child: 'childFrozen' } as const;
    return told.map((triple) => ({ ...part, ...places(triple), otherId: freeze.id, reason: reason[triple.relation] }));
  });
}

function windows({ world, unconstrained = [] }: Question, triples: readonly Triple[], from: number, to: number): Broken[] {
  return triples.flatMap((triple): readonly Broken[] => {
    const { other, relation } = triple;
    const own = world.windows.filter(
      (window) => !window.retired && (window.itemIds?.includes(other.id) === true || window.serviceIds?.some((id) => other.serviceIds?.includes(id)) === true),
    );
    if (own.length === 0 || unconstrained.includes(other.id)) return [];
    const open = own.map(readerOf);
    const part = minutesWhere(from, to, (quarter) => !open.some((isOpen) => isOpen(quarter)));
    const reason = { item: 'itemOutsideWindow', parent: 'parentOutsideWindow', child: 'childOutsideWindow' } as const;
    return part ? [{ ...part, ...places(triple), reason: reason[relation] }] : [];
  });
}

/** Everything that work from one minute to another breaks. */
export function brokenBy(question: Question, from: number, to: number, triples = triplesOf(question.world, question.work)): readonly Broken[] {
  return [...bookings(question, triples, from, to), ...freezes(question, triples, from, to), ...windows(question, triples, from, to)];
}

/** A run of starts, minute by minute, from which the same constraints are broken. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly causes: readonly string[];
}

/**
 * Tries every start. Everything begins and ends at quarters, so that all minutes between two quarters are alike: the one at
 * the quarter and the one after it are tried.
 */
export function runsOf(question: Question, earliest: number, latest: number, minutes: number): readonly Run[] {
  const runs: Run[] = [];
  const triples = triplesOf(question.world, question.work);
  const add = (from: number, to: number): void => {
    const causes = [...new Set(brokenBy(question, from, from + minutes, triples).map(sameCause))].sort();
    const last = runs.at(-1);
    if (last && last.causes.join(' ') === causes.join(' ')) runs[runs.length - 1] = { ...last, to };
    else runs.push({ from, to, causes });
  };
  for (let start = earliest; start + minutes <= latest; start += QUARTER) {
    add(start, start + 1);
    const next = Math.min(start + QUARTER, latest - minutes + 1);
    if (next > start + 1) add(start + 1, next);
  }
  return runs;
}
