import { category, choice, group, number, paragraph, person, structured, text, yesNo, type Conditions } from '../kernel';
import type { Occurrence } from '../scheduling/window-schema';

/** Practices whose records rules look at. */
export const RULE_SUBJECTS = ['tickets', 'changes'] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

export const DURATION_UNITS = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
/** From when it counts: since the conditions hold, or since a person did something while they held. */
export const DURATION_STARTS = ['true', 'activity'] as const;

/** What a rule waits for. */
export type RuleTrigger =
  /** Any of these events, by the names of the practice's triggers. */
  | { readonly kind: 'event'; readonly events: readonly string[] }
  /** The conditions have held for so long: by the clock, or by the open hours of a calendar. Days are 24 hours each. */
  | { readonly kind: 'duration'; readonly value: number; readonly unit: DurationUnit; readonly calendarId?: string; readonly since?: (typeof DURATION_STARTS)[number] }
  /** Again and again, for every record that is worked on. Of each occurrence its beginning counts. */
  | { readonly kind: 'schedule'; readonly zone: string; readonly occurrences: readonly Occurrence[] };

/** One action of the registry with its input. Texts may have placeholders; dates may say how far ahead they are (`P3D`, `PT4H`). */
export interface RuleAction {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** When something happens, if it is like this, then do that. */
export const automationRuleSchema = {
  name: text({ label: 'field.automationRule.name', required: true, max: 100 }),
  reason: paragraph({ label: 'field.automationRule.reason', help: 'help.automationRule.reason', max: 1_000 }),
  ownerId: person({ label: 'field.automationRule.owner' }),
  subject: choice(RULE_SUBJECTS, 'ruleSubject', { label: 'field.automationRule.subject', required: true }),
  when: structured<RuleTrigger>()({ label: 'field.automationRule.when', required: true, max: 10_000 }),
  /** Absent: always. */
  conditions: structured<Conditions>()({ label: 'field.automationRule.conditions', max: 10_000 }),
  actions: structured<readonly RuleAction[]>()({ label: 'field.automationRule.actions', required: true, max: 20_000 }),
  /** The lowest comes first. */
  order: number({ label: 'field.automationRule.order', required: true, atLeast: 1, atMost: 9_999 }),
  /** When it matches, rules after it are not looked at. */
  isLast: yesNo({ label: 'field.automationRule.isLast', help: 'help.automationRule.isLast' }),
  isEnabled: yesNo({ label: 'field.automationRule.isEnabled', help: 'help.automationRule.isEnabled' }),
};

/** What macros may do beside what rules may: an agent presses them. */
export const MACRO_VERBS = ['take', 'start'] as const;
/** Names that texts of macros and canned responses may have beside those of the record. */
export const AGENT_PLACEHOLDERS = ['agent.name', 'agent.firstName'] as const;

/** Several actions in one press, on a ticket. */
export const macroSchema = {
  name: text({ label: 'field.macro.name', required: true, max: 60 }),
  nameDe: text({ label: 'field.macro.nameDe', max: 60 }),
  description: paragraph({ label: 'field.macro.description', max: 500 }),
  /** Absent: every agent. */
  groupId: group({ label: 'field.macro.group' }),
  actions: structured<readonly RuleAction[]>()({ label: 'field.macro.actions', required: true, max: 20_000 }),
};

/** A text that is written again and again. */
export const cannedResponseSchema = {
  name: text({ label: 'field.cannedResponse.name', required: true, max: 60 }),
  text: paragraph({ label: 'field.cannedResponse.text', help: 'help.cannedResponse.text', required: true, max: 5_000 }),
  textDe: paragraph({ label: 'field.cannedResponse.textDe', max: 5_000 }),
  /** Absent: every agent. */
  groupId: group({ label: 'field.cannedResponse.group' }),
};

const REACHES = ['me', 'team', 'site', 'everyone'] as const;
const WORK_EFFECTS = ['stopped', 'workaround', 'fine'] as const;

/** A ticket that comes round. Of each occurrence its beginning counts. */
export const recurringTicketSchema = {
  name: text({ label: 'field.recurringTicket.name', required: true, max: 100 }),
  /** IANA zone. */
  zone: text({ label: 'field.recurringTicket.zone', required: true, max: 60 }),
  occurrences: structured<readonly Occurrence[]>()({ label: 'field.recurringTicket.occurrences', required: true, max: 10_000 }),
  isEnabled: yesNo({ label: 'field.automationRule.isEnabled' }),
  title: text({ label: 'field.ticket.title', required: true, min: 3, max: 200 }),
  description: paragraph({ label: 'field.ticket.description', max: 5_000 }),
  requesterId: person({ label: 'field.ticket.requester', required: true }),
  categoryId: category({ label: 'field.ticket.category' }),
  groupId: group({ label: 'field.ticket.group' }),
  reach: choice(REACHES, 'reach', { label: 'field.ticket.reach' }),
  work: choice(WORK_EFFECTS, 'work', { label: 'field.ticket.work' }),
};
