import type { ApprovalWords } from '../approvals';
import type { Directory } from '../catalog';
import type { Actor, Because } from '../kernel';
import { hasText, labelText, shortTime, translator } from '../strings';
import type { ContentDifference } from './change';
import { changeFields } from './change-schema';
import type { DifferenceView } from './change-views';

type FieldName = keyof typeof changeFields;

/** Names of registers of people and things in the reader's language. */
function namedBy(config: Directory, actor: Actor, id: string): string {
  const service = config.service(id);
  if (service) return actor.language === 'de' ? (service.nameDe ?? service.name) : service.name;
  const found = config.item(id) ?? config.group(id) ?? config.person(id) ?? config.category(id) ?? (config.summary(id) as { readonly name?: string } | undefined);
  return found?.name ?? id;
}

/** A value of a field of the content as a person reads it. */
export function fieldWords(field: string, value: unknown, config: Directory, actor: Actor): string {
  const t = translator(actor.language);
  if (value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return t(value ? 'answer.yes' : 'answer.no');
  if (Array.isArray(value)) return value.map((entry: unknown) => namedBy(config, actor, String(entry))).join(', ') || '–';
  const known = Object.hasOwn(changeFields, field) ? changeFields[field as FieldName] : undefined;
  if (known?.kind === 'dateTime') return shortTime(String(value), actor.language, actor.zone);
  const option = known && 'options' in known ? known.options.find((entry) => entry.value === value) : undefined;
  if (option) return labelText(option.label, actor.language);
  return typeof value === 'string' ? namedBy(config, actor, value) : String(value);
}

/** Before and after, field by field, for those who have to decide again. */
export function differenceViews(differences: readonly ContentDifference[], config: Directory, actor: Actor): readonly DifferenceView[] {
  return differences.map(({ field, before, after }) => ({
    field,
    label: Object.hasOwn(changeFields, field) ? labelText(changeFields[field as FieldName].label, actor.language) : field,
    before: fieldWords(field, before, config, actor),
    after: fieldWords(field, after, config, actor),
  }));
}

const ENUMS: Readonly<Record<string, string>> = {
  type: 'changeType', risk: 'risk', environment: 'environment', itemClass: 'itemClass', criticality: 'criticality', serviceTier: 'tier', emergencyReason: 'emergencyReason',
};

function reasonValue({ field, value }: Because, config: Directory, actor: Actor): string {
  const key = `${ENUMS[field] ?? ''}.${value}`;
  return hasText(key) ? translator(actor.language)(key) : namedBy(config, actor, value);
}

export function approvalWords(config: Directory, actor: Actor): ApprovalWords {
  return { actor, nameOf: (id) => config.person(id)?.name ?? id, valueOf: (reason) => reasonValue(reason, config, actor) };
}
