import type { RecordedTicketEvent, Ticket } from '../../shared/tickets';
import { tellingsOf } from './notice-rules';
import { announcementTellings } from './notice-rules-announcements';
import { offeringTellings, planTold } from './notice-rules-requests';
import { exceptionTellings, templateTellings } from './notice-rules-asked';
import { changeTellings } from './notice-rules-changes';
import { handoverTellings } from './notice-rules-handovers';
import { meetingTellings } from './notice-rules-meetings';
import { shiftTellings } from './notice-rules-swaps';
import { thresholdTellings } from './notice-rules-thresholds';
import type { TellingRules } from './telling';

const ticketTellings: TellingRules = (entry, record, directory) => {
  const ticket = record as Ticket;
  const history = entry.history as readonly RecordedTicketEvent[];
  // What must not be swallowed by other news comes first: the others are told in the same message.
  const [refused, others] = [history.filter(({ event }) => event.type === 'StepRefused'), history.filter(({ event }) => event.type !== 'StepRefused')];
  return [...thresholdTellings({ history, ticket, directory }), ...[...refused, ...others].flatMap((recorded) => planTold({ recorded, ticket, directory }) ?? tellingsOf({ recorded, ticket, directory }))];
};

const RULES: ReadonlyMap<string, TellingRules> = new Map([
  ['tickets', ticketTellings], ['changes', changeTellings], ['freezeExceptions', exceptionTellings], ['changeTemplates', templateTellings], ['meetings', meetingTellings],
  ['announcements', announcementTellings], ['offerings', offeringTellings], ['handovers', handoverTellings], ['shifts', shiftTellings],
]);

/** What one action has to say, by the rules of its practice. */
export const practiceTellings: TellingRules = (entry, record, directory) => RULES.get(entry.practice)?.(entry, record, directory) ?? [];
