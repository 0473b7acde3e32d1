import { defineRegister, hasRole, type Actor, type RegisterRecord } from '../kernel';
import { checkAgreement } from './agreement-check';
import { agreementSchema } from './agreement-schema';

/** A service-level agreement, operational-level agreement or underpinning contract (ITIL 4, service level management). */
export type Agreement = RegisterRecord<typeof agreementSchema>;

export const canEditServiceLevels = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');

export const agreementsPractice = defineRegister({
  practice: 'agreements',
  prefix: 'SLA',
  schema: agreementSchema,
  canRead: () => true,
  canEdit: canEditServiceLevels,
  check: checkAgreement,
  sortKey: (agreement) => `${String(agreement.order).padStart(4, '0')} ${agreement.name.toLowerCase()}`,
});
