import type { automationRuleSchema, cannedResponseSchema, macroSchema, recurringTicketSchema, RuleAction } from '../../../shared/automation/rule-schema';
import { changeAutomationWords } from '../../../shared/changes/change-automation-schema';
import type { AutomationWords, InputOf, Schema } from '../../../shared/kernel';
import { ticketAutomationWords } from '../../../shared/tickets/ticket-automation-schema';
import type { webhookSchema } from '../../../shared/webhooks/webhook-schema';
import { CHANGE_SCHEMAS } from '../changes/change-schemas';
import type { EntryView } from '../registers/types';
import { TICKET_SCHEMAS } from '../tickets/ticket-action-schemas';

export type RuleView = EntryView & InputOf<typeof automationRuleSchema>;
export type MacroView = EntryView & InputOf<typeof macroSchema>;
export type ResponseView = EntryView & InputOf<typeof cannedResponseSchema>;
export type RecurringView = EntryView & InputOf<typeof recurringTicketSchema>;
export type WebhookView = EntryView & InputOf<typeof webhookSchema>;
export type { RuleAction };

/** What rules about this practice can be built from. */
export const wordsOf = (subject: unknown): AutomationWords => (subject === 'changes' ? changeAutomationWords : ticketAutomationWords);

/** The form of an action of a rule. */
export const schemaOfAction = (action: string): Schema => TICKET_SCHEMAS[action] ?? CHANGE_SCHEMAS[action] ?? {};
