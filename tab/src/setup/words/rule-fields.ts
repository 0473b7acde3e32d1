import { useMemo } from 'react';
import { KINDS, PRIORITIES } from '../../../../shared/tickets/ticket-schema';
import { useSession } from '../../lib/session';
import type { ConditionField } from '../../registers/conditions/condition-field';

const CHANNELS = ['chat', 'card', 'tab', 'api'] as const;
const LANGUAGES = ['en', 'de'] as const;

/** What routing rules may look at, with everything that can be picked. */
export function useRuleFields(): readonly ConditionField[] {
  const { t, config } = useSession();
  return useMemo(() => {
    const texts = (prefix: string, values: readonly string[]) => values.map((value) => ({ value, text: t(`${prefix}.${value}`) }));
    const fields: readonly Omit<ConditionField, 'label'>[] = [
      { name: 'categoryId', options: config.categories.map(({ id, path }) => ({ value: id, text: path })) },
      { name: 'offeringId', options: config.offerings.map(({ id, name }) => ({ value: id, text: name })) },
      { name: 'words', options: [], isFree: true },
      { name: 'kind', options: texts('kind', KINDS) },
      { name: 'priority', options: texts('priority', PRIORITIES) },
      { name: 'channel', options: texts('tab.channel', CHANNELS) },
      { name: 'language', options: texts('language', LANGUAGES) },
      { name: 'site', options: [], isFree: true },
      { name: 'department', options: [], isFree: true },
      { name: 'isVip', isTruth: true, options: [{ value: 'true', text: t('answer.yes') }] },
    ];
    return fields.map((field) => ({ ...field, label: t(`setup.rules.field.${field.name}`) }));
  }, [t, config]);
}
