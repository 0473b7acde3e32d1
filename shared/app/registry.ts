import { isForPeopleOnly, keyAllows, keyReads, prefixOf, type Actor, type Practice, type Action, type ListDefinition } from '../kernel';
import { announcementsPractice } from '../announcements';
import { approvalPoliciesPractice, delegationsPractice } from '../approvals';
import { categoriesPractice, defineOfferings, settingsPractice } from '../catalog';
import { checkActionOf, defineAutomationRules, defineCannedResponses, defineMacros, recurringTicketsPractice, type RuledPractice, type RuledPractices } from '../automation';
import { changeTemplatesPractice } from '../change-templates';
import { changesPractice } from '../changes';
import { itemsPractice, servicesPractice } from '../configuration';
import { freezeExceptionsPractice } from '../freeze-exceptions';
import { handoversPractice } from '../handovers';
import { defineIntegrationKeys, KEYS_PRACTICE, type KeyVocabulary } from '../integration-keys';
import { articlesPractice } from '../knowledge';
import { boardsPractice, meetingsPractice } from '../meetings';
import { groupsPractice, peoplePractice, skillsPractice } from '../people';
import { routingRulesPractice, shiftsPractice } from '../routing';
import { freezesPractice, maintenanceWindowsPractice } from '../scheduling';
import { agreementsPractice, calendarsPractice } from '../sla';
import { ticketsPractice } from '../tickets';
import { webhooksPractice } from '../webhooks';

// The registry holds practices of many record types side by side; each practice is checked against its own types.
/* eslint-disable @typescript-eslint/no-explicit-any */
export type AnyPractice = Practice<any, any, any, any>;
export type AnyAction = Action<any, any, any, any, any>;
/* eslint-enable @typescript-eslint/no-explicit-any */

/** Practices whose records rules look at. */
export const ruledPractices = { tickets: ticketsPractice, changes: changesPractice } as unknown as RuledPractices;

/** What is wrong with an action of a plan. */
export const checkPlanAction = checkActionOf(ruledPractices.tickets as RuledPractice);

/** What integration keys can be made for: all but what is for people only, and keys themselves. */
export function keyVocabulary(): KeyVocabulary {
  return {
    practices: practices.map(({ name }) => name).filter((name) => name !== KEYS_PRACTICE),
    actions: allActions().filter((action) => !action.internal && !isForPeopleOnly(action)).map(({ name, creates }) => ({ name, needsReading: creates === undefined })),
  };
}

/** The practice as whoever acts with an integration key finds it: what the key does not allow is not there, or cannot be done. */
function withinKeys(practice: AnyPractice): AnyPractice {
  return {
    ...practice,
    canRead: (actor, subject) => keyReads(actor, practice.name) && practice.canRead(actor, subject),
    actions: practice.actions.map((action) => ({ ...action, can: (actor: Actor, subject: unknown) => keyAllows(actor, action) && action.can(actor, subject) })),
  };
}

const everyPractice: readonly AnyPractice[] = [
  ticketsPractice,
  changesPractice,
  announcementsPractice,
  peoplePractice,
  groupsPractice,
  skillsPractice,
  shiftsPractice,
  routingRulesPractice,
  categoriesPractice,
  defineOfferings(checkPlanAction),
  articlesPractice,
  calendarsPractice,
  agreementsPractice,
  servicesPractice,
  itemsPractice,
  approvalPoliciesPractice,
  delegationsPractice,
  freezesPractice,
  maintenanceWindowsPractice,
  changeTemplatesPractice,
  freezeExceptionsPractice,
  boardsPractice,
  meetingsPractice,
  handoversPractice,
  defineAutomationRules(ruledPractices),
  defineMacros(ruledPractices.tickets as RuledPractice),
  defineCannedResponses(ruledPractices.tickets as RuledPractice),
  recurringTicketsPractice,
  webhooksPractice,
  defineIntegrationKeys(keyVocabulary),
  settingsPractice,
];

/** Every practice that is switched on. */
export const practices: readonly AnyPractice[] = everyPractice.map(withinKeys);

const byName = new Map(practices.map((practice) => [practice.name, practice]));
const byPrefix = new Map(practices.flatMap((practice) => practice.prefixes.map((prefix) => [prefix, practice] as const)));
const actionsByName = new Map(
  practices.flatMap((practice) => practice.actions.map((action) => [action.name, { practice, action: action as AnyAction }] as const)),
);
const listsByName = new Map(
  practices.flatMap((practice) => practice.lists.map((list) => [list.name, { practice, list: list as ListDefinition }] as const)),
);

export const practiceNamed = (name: string): AnyPractice | undefined => byName.get(name);
export const practiceOf = (recordId: string): AnyPractice | undefined => byPrefix.get(prefixOf(recordId) ?? '');
export const findAction = (name: string): { practice: AnyPractice; action: AnyAction } | undefined => actionsByName.get(name);
export const findList = (name: string): { practice: AnyPractice; list: ListDefinition } | undefined => listsByName.get(name);
export const allActions = (): readonly AnyAction[] => practices.flatMap((practice) => practice.actions as AnyAction[]);
