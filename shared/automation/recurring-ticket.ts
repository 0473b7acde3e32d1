import type { Directory } from '../catalog';
import { defineRegister, hasRole, isAgent, type FieldProblem, type RegisterRecord } from '../kernel';
import { canKeepRules } from './automation-rule';
import { scheduleProblem } from './check-rule';
import { recurringTicketSchema } from './rule-schema';

export type RecurringTicket = RegisterRecord<typeof recurringTicketSchema>;

function check({ zone, occurrences, categoryId, groupId, requesterId }: Readonly<Record<string, unknown>>, config: Directory): readonly FieldProblem[] {
  const schedule = scheduleProblem(zone, occurrences);
  const missing = (field: string, isThere: boolean): readonly FieldProblem[] => (isThere ? [] : [{ field, code: 'notFound' }]);
  return [
    ...(schedule ? [{ field: schedule.code === 'notZone' ? 'zone' : 'occurrences', ...schedule }] : []),
    ...missing('categoryId', categoryId === undefined || config.category(String(categoryId)) !== undefined),
    ...missing('groupId', groupId === undefined || config.group(String(groupId))?.retired === false),
    ...missing('requesterId', config.person(String(requesterId))?.retired === false),
  ];
}

/** The register of tickets that come round: backups to be tested, certificates to be looked at. */
export const recurringTicketsPractice = defineRegister({
  practice: 'recurringTickets',
  prefix: 'RCT',
  schema: recurringTicketSchema,
  canRead: (actor) => isAgent(actor) || hasRole(actor, 'administrator', 'manager', 'auditor'),
  canEdit: canKeepRules,
  check: (values, { config }) => check(values, config as Directory),
  sortKey: ({ name }) => name.toLowerCase(),
});
