import type { Item } from '../configuration';
import { once } from '../kernel';
import type { Stretch } from '../sla';
import { createBookingIndex, type BookingIndex } from './booking-index';
import type { Freeze, MaintenanceWindow } from './freeze';
import { scopeTest, type ScopeTest } from './freeze-scope';
import type { Exemption, WorkToPlace } from './schedule-views';
import type { ScheduleSources } from './schedule';
import { timelineOf, uniteTimelines, type Timeline } from './timeline';

export interface FreezeInForce extends ScopeTest {
  readonly freeze: Freeze;
  readonly timeline: Timeline;
}

/** Everything that stands in the change calendar, laid out for questions. */
export interface ChangeCalendar {
  /** An item that is in use. */
  item(id: string): Item | undefined;
  parentsOf(id: string): readonly string[];
  childrenOf(id: string): readonly string[];
  readonly freezes: readonly FreezeInForce[];
  readonly bookings: BookingIndex;
  /** When this item may be changed; undefined: at any time. The same object for items with the same windows. */
  windowsOf(item: Item): Timeline | undefined;
  timeline(windowId: string): Timeline | undefined;
  /** Where this work may lie in a freeze, as far as exceptions live and nobody who decided them does it. */
  exemptStretches(work: WorkToPlace, freezeId: string, now: number): readonly Stretch[];
}

/** Records are never changed in place, so what was worked out for one holds until there is another. */
const timelineFor = once(({ zone, occurrences }: Freeze | MaintenanceWindow): Timeline => timelineOf(zone, occurrences));

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Finds the maintenance windows of items, whether they name the item or a service of it. */
function windowIndex(windows: readonly MaintenanceWindow[]): (item: Item) => Timeline | undefined {
  const byItem = new Map<string, MaintenanceWindow[]>();
  const byService = new Map<string, MaintenanceWindow[]>();
  for (const window of windows) {
    for (const id of window.itemIds ?? []) add(byItem, id, window);
    for (const id of window.serviceIds ?? []) add(byService, id, window);
  }
  const united = new Map<string, Timeline>();
  return ({ id, serviceIds = [] }) => {
    const found = new Set(byItem.get(id));
    for (const serviceId of serviceIds) for (const window of byService.get(serviceId) ?? []) found.add(window);
    if (found.size === 0) return undefined;
    const key = [...found].map((window) => window.id).sort().join(' ');
    let timeline = united.get(key);
    if (!timeline) united.set(key, (timeline = uniteTimelines([...found].map(timelineFor))));
    return timeline;
  };
}

export function createChangeCalendar({ item, graph, freezes, windows, bookings, exemptions }: ScheduleSources): ChangeCalendar {
  const freezesInForce = [...freezes].filter(({ retired }) => !retired);
  const windowsInForce = [...windows].filter(({ retired }) => !retired);
  const byId = new Map([...freezesInForce, ...windowsInForce].map((window) => [window.id, window]));
  const exempt = new Map<string, Exemption[]>();
  for (const exemption of exemptions) add(exempt, `${exemption.changeId} ${exemption.freezeId}`, exemption);
  return {
    item(id) {
      const found = item(id);
      return found && !found.retired ? found : undefined;
    },
    parentsOf: graph.parentsOf,
    childrenOf: graph.childrenOf,
    freezes: freezesInForce.map((freeze) => ({ freeze, timeline: timelineFor(freeze), ...scopeTest(freeze.scope) })),
    bookings: createBookingIndex(bookings),
    windowsOf: windowIndex(windowsInForce),
    timeline(windowId) {
      const window = byId.get(windowId);
      return window && timelineFor(window);
    },
    exemptStretches: ({ changeId = '', implementerId = '' }, freezeId, now) =>
      (exempt.get(`${changeId} ${freezeId}`) ?? [])
        .filter(({ expiresAt, deciderIds = [] }) => now < Date.parse(expiresAt) && !deciderIds.includes(implementerId))
        .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) })),
  };
}
