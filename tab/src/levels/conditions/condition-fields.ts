import { HOLD_REASONS, KINDS, PRIORITIES } from '../../../../shared/tickets/ticket-schema';
import type { Translate } from '../../lib/texts';
import type { Session } from '../../lib/session';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ConditionField {
  readonly name: string;
  /** What can be picked; for fields with `isFree` only a help. */
  readonly options: readonly Choice[];
  /** Anything may be typed. */
  readonly isFree?: boolean;
}

const STATES = [
  'new', 'assigned', 'inProgress', 'onHold', 'resolved', 'closed', 'cancelled', 'submitted', 'awaitingApproval', 'returned', 'approved', 'inFulfillment', 'fulfilled', 'rejected',
] as const;

const texts = (t: Translate, prefix: string, values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));

/** What conditions may look at, with everything that can be picked. */
export function conditionFields({ t, config }: Session, sites: readonly string[]): readonly ConditionField[] {
  const nobody = { value: '', text: t('levels.condition.nobody') };
  return [
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
    { name: 'isVip', options: [{ value: 'true', text: t('answer.yes') }] },
    { name: 'supplier', options: [], isFree: true },
  ];
}

/** The word for a value of a field; what is not known any more shows as it is stored. */
export function valueText(fields: readonly ConditionField[], name: string, value: string, t: Translate): string {
  const field = fields.find((candidate) => candidate.name === name);
  return field?.options.find((option) => option.value === value)?.text ?? (value === '' ? t('levels.condition.nothing') : value);
}
