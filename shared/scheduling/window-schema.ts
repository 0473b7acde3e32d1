import { entries, group, multiChoice, number, paragraph, structured, text } from '../kernel';

export const CHANGE_TYPES = ['standard', 'normal', 'emergency'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * When a window is, as wall clocks of its zone show it. Times are `HH:MM`; a `to` that is not after `from` is on the next day.
 * `once` names local dates with times: `2026-12-24T18:00`.
 */
export type Occurrence =
  | { readonly kind: 'once'; readonly from: string; readonly to: string }
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[]; readonly from: string; readonly to: string; readonly everyWeeks?: number; readonly firstDate?: string }
  /** `nth` of the month: 1 to 4, or -1 for the last one. */
  | { readonly kind: 'monthly'; readonly nth: number; readonly day: Weekday; readonly from: string; readonly to: string }
  /** Every year between two days, `MM-DD`, both included. */
  | { readonly kind: 'yearly'; readonly from: string; readonly to: string };

/** What a freeze is for; an absent dimension is not looked at, no dimension at all is everything. */
export interface FreezeScope {
  readonly serviceIds?: readonly string[];
  readonly itemIds?: readonly string[];
  readonly itemClasses?: readonly string[];
  readonly environments?: readonly string[];
  readonly regions?: readonly string[];
}

/** A time in which nothing is changed (blackout). It beats every maintenance window. */
export const freezeSchema = {
  name: text({ label: 'field.freeze.name', required: true, max: 100 }),
  reason: paragraph({ label: 'field.freeze.reason', max: 1_000 }),
  /** IANA zone. */
  zone: text({ label: 'field.freeze.zone', help: 'help.freeze.zone', required: true, max: 60 }),
  occurrences: structured<readonly Occurrence[]>()({ label: 'field.freeze.occurrences', required: true, max: 10_000 }),
  scope: structured<FreezeScope>()({ label: 'field.freeze.scope', help: 'help.freeze.scope', max: 10_000 }),
  exemptTypes: multiChoice({ label: 'field.freeze.exemptTypes', options: CHANGE_TYPES.map((value) => ({ value, label: `changeType.${value}` })) }),
  exemptTemplateIds: entries({ label: 'field.freeze.exemptTemplates', help: 'help.freeze.exemptTemplates', of: 'changeTemplates', max: 50 }),
  /** Decides about exceptions, with so many of its votes; absent: whoever the policies for exceptions name. */
  approverGroupId: group({ label: 'field.freeze.approverGroup', help: 'help.freeze.approverGroup', of: 'boards' }),
  approverCount: number({ label: 'field.freeze.approverCount', atLeast: 1, atMost: 50 }),
};

/** When items may be changed. An item without any window may be changed at any time. */
export const maintenanceWindowSchema = {
  name: text({ label: 'field.maintenanceWindow.name', required: true, max: 100 }),
  zone: text({ label: 'field.maintenanceWindow.zone', help: 'help.maintenanceWindow.zone', required: true, max: 60 }),
  occurrences: structured<readonly Occurrence[]>()({ label: 'field.maintenanceWindow.occurrences', required: true, max: 10_000 }),
  itemIds: entries({ label: 'field.maintenanceWindow.items', help: 'help.maintenanceWindow.items', of: 'items', max: 500 }),
  /** For every item of these services. */
  serviceIds: entries({ label: 'field.maintenanceWindow.services', help: 'help.maintenanceWindow.services', of: 'services', max: 50 }),
};

export const COLLISION_REASONS = [
  'sameItem', 'parentItem', 'childItem', 'itemOutsideWindow', 'parentOutsideWindow', 'childOutsideWindow', 'itemFrozen', 'parentFrozen', 'childFrozen', 'implementerBusy',
] as const;
/** ServiceNow's ten (domain.md 3.5). */
export type CollisionReason = (typeof COLLISION_REASONS)[number];
