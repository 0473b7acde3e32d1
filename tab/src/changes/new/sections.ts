import type { Schema } from '../../../../shared/kernel';
import { isAsked } from '../../../../shared/kernel/schema';
import { proposeSchema, QUESTIONS, recordDoneSchema } from '../../../../shared/changes/change-schema';
import type { FieldHints, Values } from '../../parts/schema-form/types';

/** Ways to begin: three types of change, and one that was done already. */
export const KINDS = ['normal', 'standard', 'emergency', 'record'] as const;
export type Kind = (typeof KINDS)[number];

export interface FormSection {
  readonly id: 'about' | 'done' | 'scope' | 'window' | 'plan' | 'impact' | 'risk';
  readonly schema: Schema;
}

const pick = (schema: Schema, names: readonly string[]): Schema => Object.fromEntries(names.flatMap((name) => (schema[name] ? [[name, schema[name]]] : [])));

const SCOPE = ['serviceIds', 'itemIds', 'categoryId', 'groupId', 'implementerId'];
const PLAN = ['implementationPlan', 'testPlan', 'backoutPlan', 'isBackoutTested'];
const IMPACT = ['impact', 'reach', 'isOutage', 'outageMinutes', 'isVendorInvolved'];

/** What is sent for a kind, and checked before. */
export const schemaOf = (kind: Kind): Schema => (kind === 'record' ? recordDoneSchema : proposeSchema);

/** The form in the order in which people think: what, where, when, how, what if. */
export function sectionsOf(kind: Kind): readonly FormSection[] {
  const schema = schemaOf(kind);
  if (kind === 'record') {
    return [
      { id: 'about', schema: pick(schema, ['title', 'reason', 'description', 'emergencyReason', 'incidentId', 'isUnauthorized']) },
      { id: 'done', schema: pick(schema, ['actualStart', 'actualEnd', 'outcome']) },
      { id: 'scope', schema: pick(schema, SCOPE) },
      { id: 'plan', schema: pick(schema, PLAN) },
      { id: 'impact', schema: pick(schema, IMPACT) },
      { id: 'risk', schema: pick(schema, QUESTIONS) },
    ];
  }
  return [
    { id: 'about', schema: pick(schema, ['emergencyReason', 'incidentId', 'title', 'reason', 'description']) },
    { id: 'scope', schema: pick(schema, SCOPE) },
    { id: 'window', schema: pick(schema, ['plannedStart', 'plannedEnd']) },
    { id: 'plan', schema: pick(schema, PLAN) },
    { id: 'impact', schema: pick(schema, IMPACT) },
    { id: 'risk', schema: pick(schema, QUESTIONS) },
  ];
}

const isSaid = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** How much of a section is written: shown beside its name. */
export function progressOf({ schema }: FormSection, values: Values, hints: Readonly<Record<string, FieldHints>>): { readonly done: number; readonly all: number } {
  const asked = Object.keys(schema).filter((name) => !hints[name]?.isHidden && isAsked(schema, name, values));
  return { done: asked.filter((name) => isSaid(values[name])).length, all: asked.length };
}
