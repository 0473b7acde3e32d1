import { HOLD_REASONS, KINDS, PRIORITIES } from '../../../../shared/tickets/ticket-schema';
import type { Session } from '../../lib/session';
import type { Translate } from '../../lib/texts';
import type { Choice, ConditionField } from '../../registers/conditions/condition-field';

const STATES = [
  'new', 'assigned', 'inProgress', 'onHold', 'resolved', 'closed', 'cancelled', 'submitted', 'awaitingApproval', 'returned', 'approved', 'inFulfillment', 'fulfilled', 'rejected',
] as const;

const texts = (t: Translate, prefix: string, values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));

/** What conditions may look at, with everything that can be picked. */
export function conditionFields({ t, config }: Session, sites: readonly string[]): readonly ConditionField[] {
  const nobody = { value: '', text: t('register.condition.nobody') };
  const fields: readonly Omit<ConditionField, 'label'>[] = [
    { name: 'kind', options: texts(t, 'kind', KINDS) },
    { name: 'state', options: texts(t, 'state', STATES) },
    { name: 'holdReason', options: texts(t, 'holdReason', HOLD_REASONS) },
    { name: 'priority', options: texts(t, 'priority', PRIORITIES) },
    { name: 'groupId', options: [...config.groups.map(({ id, name }) => ({ value: id, text: name })), nobody] },
    { name: 'assigneeId', options: [nobody] },
    { name: 'categoryId', options: config.categories.map(({ id, path }) => ({ value: id, text: path })) },
    { name: 'offeringId', options: config.offerings.map(({ id, name }) => ({ value: id, text: name })) },
    { name: 'site', options: sites.map((site) => ({ value: site, text: site })), isFree: true },
    { name: 'department', options: [], isFree: true },
    { name: 'isVip', isTruth: true, options: [{ value: 'true', text: t('answer.yes') }] },
    { name: 'supplier', options: [], isFree: true },
  ];
  return fields.map((field) => ({ ...field, label: t(`levels.field.${field.name}`) }));
}
