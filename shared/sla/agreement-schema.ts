import { choice, dateTime, group, number, paragraph, person, structured, text, when, type Conditions } from '../kernel';
import type { AgreementType, Metric } from './clock-views';

export const AGREEMENT_TYPES = ['sla', 'ola', 'contract'] as const satisfies readonly AgreementType[];
export const METRICS = ['firstResponse', 'resolution', 'nextReply', 'periodicUpdate'] as const satisfies readonly Metric[];
/** When an update is owed: after every update of ours, or only after the requester has written (Zammad's two modes). */
export const UPDATE_MODES = ['betweenUpdates', 'afterRequester'] as const;
export const RETARGET_MODES = ['retroactive', 'carry', 'reset'] as const;
export const REOPEN_MODES = ['continue', 'newCycle', 'strict'] as const;
/** Whose calendar counts (domain.md 5.2, rule 15). */
export const CALENDAR_SOURCES = ['fixed', 'site', 'group', 'service'] as const;
/** From when a clock counts whose start condition comes true later: from receipt (retroactive start), or from then on. */
export const START_MODES = ['received', 'match'] as const;
export const TARGET_UNITS = ['minutes', 'hours', 'days', 'endOfDays'] as const;

/** A working day of eight hours, where an agreement does not say otherwise. */
export const DEFAULT_DAY_MINUTES = 480;

/**
 * A target: minutes and hours of calendar time, `days` of the agreement's nominal day length, or the close of the n-th
 * business day (`endOfDays`, which cannot pause; domain.md 5.2, rule 16).
 */
export interface TargetTime {
  readonly value: number;
  readonly unit: (typeof TARGET_UNITS)[number];
}

/** By priority; a priority without a target has no promise. */
export type Targets = Readonly<Partial<Record<string, TargetTime>>>;

/** What happens at a share of the target (escalation ladder). */
export interface EscalationStep {
  /** Percent of the target; 100 is the breach. */
  readonly percent: number;
  /** Tell people, mention them in the group's channel, give the ticket to a group, or raise its priority by one. */
  readonly act: 'notify' | 'mention' | 'reassign' | 'raisePriority';
  /** For `notify` and `mention`. */
  readonly whom?: readonly ('assignee' | 'group' | 'leads' | 'owner')[];
  /** For `reassign`, and for `mention` in another group's channel. */
  readonly groupId?: string;
}

/** Conditions over the fields of a clock and of the requester (`site`, `department`, `isVip`); absent: the metric's own. */
export interface AgreementConditions {
  /** Which records it is for; absent: all. */
  readonly applies?: Conditions;
  readonly start?: Conditions;
  readonly pause?: Conditions;
  /** Absent: when the pause condition no longer holds. */
  readonly resume?: Conditions;
  readonly stop?: Conditions;
  readonly cancel?: Conditions;
  /** Starts the clock over while it holds anew. */
  readonly reset?: Conditions;
}

/** SLA, OLA or underpinning contract (domain.md 5.1). */
export const agreementSchema = {
  name: text({ label: 'field.agreement.name', required: true, max: 100 }),
  description: paragraph({ label: 'field.agreement.description', max: 1_000 }),
  type: choice(AGREEMENT_TYPES, 'agreementType', { label: 'field.agreement.type', required: true }),
  metric: choice(METRICS, 'metric', { label: 'field.agreement.metric', required: true }),
  updateMode: choice(UPDATE_MODES, 'updateMode', { label: 'field.agreement.updateMode', visibleIf: when('metric', 'periodicUpdate') }),
  /** The group that promises; its clock runs while it owns the record. */
  groupId: group({ label: 'field.agreement.group', visibleIf: when('type', 'ola') }),
  /** The supplier that promises, as named on the hold; absent: any. */
  supplier: text({ label: 'field.agreement.supplier', max: 100, visibleIf: when('type', 'contract') }),
  /** Of several agreements for the same metric the lowest order that applies counts. */
  order: number({ label: 'field.agreement.order', required: true, atLeast: 1, atMost: 9_999 }),
  conditions: structured<AgreementConditions>()({ label: 'field.agreement.conditions', max: 20_000 }),
  targets: structured<Targets>()({ label: 'field.agreement.targets', required: true, max: 2_000 }),
  /** Minutes of a nominal business day, for targets in days. */
  dayMinutes: number({ label: 'field.agreement.dayMinutes', atLeast: 1, atMost: 1_440 }),
  calendarSource: choice(CALENDAR_SOURCES, 'calendarSource', { label: 'field.agreement.calendarSource', required: true }),
  /** The fixed calendar, and the fall-back of the other sources. */
  calendarId: text({ label: 'field.agreement.calendar', required: true, max: 20 }),
  startMode: choice(START_MODES, 'startMode', { label: 'field.agreement.startMode' }),
  retarget: choice(RETARGET_MODES, 'retarget', { label: 'field.agreement.retarget', required: true }),
  reopen: choice(REOPEN_MODES, 'reopen', { label: 'field.agreement.reopen', required: true }),
  ladder: structured<readonly EscalationStep[]>()({ label: 'field.agreement.ladder', max: 5_000 }),
  ownerId: person({ label: 'field.agreement.owner' }),
  /** Records received in `[validFrom, validTo)`. */
  validFrom: dateTime({ label: 'field.agreement.validFrom' }),
  validTo: dateTime({ label: 'field.agreement.validTo' }),
};
