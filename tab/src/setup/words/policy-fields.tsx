import { useMemo } from 'react';
import { EMERGENCY_REASONS, RISK_LEVELS } from '../../../../shared/changes/change-schema';
import { CRITICALITIES, ENVIRONMENTS, ITEM_CLASSES, TIERS } from '../../../../shared/configuration/configuration-schema';
import type { Conditions } from '../../../../shared/kernel';
import { CHANGE_TYPES } from '../../../../shared/scheduling/window-schema';
import { useSession } from '../../lib/session';
import type { ConditionField } from '../../registers/conditions/condition-field';
import { useRecordNames, entryName } from '../../registers/names';
import type { EntryView } from '../../registers/types';
import { useRegister } from '../../registers/use-register';
import { ItemsPicker, TemplatesPicker } from '../editors/EntryPickers';

const CHOICES = [
  ['type', 'changeType', CHANGE_TYPES], ['risk', 'risk', RISK_LEVELS], ['environment', 'environment', ENVIRONMENTS], ['itemClass', 'itemClass', ITEM_CLASSES],
  ['criticality', 'criticality', CRITICALITIES], ['serviceTier', 'tier', TIERS], ['emergencyReason', 'emergencyReason', EMERGENCY_REASONS],
] as const;
const TRUTHS = ['isRegulated', 'isSecurityRelevant', 'isOutage'] as const;

/** Ids that conditions name for one field. */
function idsIn(conditions: readonly (Conditions | undefined)[], field: string): readonly string[] {
  const ids = conditions.flatMap((own) => (own ?? []).flatMap((group) => group.filter((entry) => entry.field === field).flatMap(({ is = [], isNot = [] }) => [...is, ...isNot])));
  return [...new Set(ids)].filter(Boolean).sort();
}

/** What conditions of policies and of boards may look at, with names for everything that `conditions` mention. */
export function usePolicyFields(...conditions: readonly (Conditions | undefined)[]): readonly ConditionField[] {
  const { t, config, language } = useSession();
  const { entries: services } = useRegister<EntryView>('services');
  const items = useRecordNames('items', idsIn(conditions, 'itemIds'));
  const templates = useRecordNames('changeTemplates', idsIn(conditions, 'templateId'));
  return useMemo(() => {
    const label = (name: string): string => t(`setup.field.${name}`);
    const named = (names: Readonly<Record<string, string>> = {}) => Object.entries(names).map(([value, text]) => ({ value, text }));
    return [
      ...CHOICES.map(([name, prefix, values]) => ({ name, label: label(name), options: values.map((value) => ({ value, text: t(`${prefix}.${value}`) })) })),
      { name: 'serviceIds', label: label('serviceIds'), options: services.map((service) => ({ value: service.id, text: entryName(service, language) })) },
      { name: 'itemIds', label: label('itemIds'), options: named(items), Picker: ItemsPicker },
      { name: 'groupId', label: label('groupId'), options: config.groups.map(({ id, name }) => ({ value: id, text: name })) },
      ...TRUTHS.map((name) => ({ name, label: label(name), isTruth: true, options: [{ value: 'true', text: t('answer.yes') }] })),
      { name: 'templateId', label: label('templateId'), options: named(templates), Picker: TemplatesPicker },
      { name: 'categoryId', label: label('categoryId'), options: config.categories.map(({ id, path }) => ({ value: id, text: path })) },
    ];
  }, [t, config, language, services, items, templates]);
}
