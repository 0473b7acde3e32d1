import type { Directory } from '../catalog';
import { changeFields } from '../changes/change-schema';
import { parseInput, type FieldProblem, type Schema } from '../kernel';
import type { TemplateContent } from './change-template';
import { templateFields } from './change-template-schema';

// When it is done is decided for each change anew.
const { plannedStart: _start, plannedEnd: _end, ...repeatable } = changeFields;
/** What a template can say about the changes that are made from it. */
export const VALUE_FIELDS: Schema = repeatable;

/** Without these nobody can decide whether it may be done without asking again (domain.md 9.4). */
const REQUIRED = ['purpose', 'ownerId', 'maxMinutes'] as const;
const REQUIRED_VALUES = ['implementationPlan', 'testPlan', 'backoutPlan'] as const;

const isThere = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);

type Find = (id: string) => { readonly retired: boolean } | undefined;

/** Which of these names nothing that is still there. */
function missing(field: string, ids: unknown, find: Find): readonly FieldProblem[] {
  const list = (Array.isArray(ids) ? ids : [ids]).filter((id) => typeof id === 'string');
  return list.every((id) => find(id)?.retired === false) ? [] : [{ field, code: 'notFound' }];
}

function valueReferences(values: Readonly<Record<string, unknown>>, config: Directory): readonly FieldProblem[] {
  return [
    ...missing('values.groupId', values.groupId, config.group),
    ...missing('values.serviceIds', values.serviceIds, config.service),
    ...missing('values.itemIds', values.itemIds, config.item),
    ...missing('values.categoryId', values.categoryId, config.category),
    ...missing('values.implementerId', values.implementerId, config.person),
  ];
}

/** What was written, with the starting values in the form that a change has them, or what is wrong with it. */
export function checkedContent<C extends Partial<TemplateContent>>(content: C, config: Directory): { readonly content: C } | { readonly problems: readonly FieldProblem[] } {
  const parsed = content.values === undefined ? undefined : parseInput(VALUE_FIELDS, content.values);
  if (parsed && 'problems' in parsed) return { problems: parsed.problems.map((problem) => ({ ...problem, field: problem.field ? `values.${problem.field}` : 'values' })) };
  const problems = [
    ...missing('ownerId', content.ownerId, config.person),
    ...missing('allowedItemIds', content.allowedItemIds, config.item),
    ...(parsed ? valueReferences(parsed.value, config) : []),
  ];
  return problems.length > 0 ? { problems } : { content: parsed ? { ...content, values: parsed.value } : content };
}

/** Everything that is missing before it can be proposed: field names as forms have them, those of starting values below `values.`. */
export function missingForProposal(template: TemplateContent): readonly string[] {
  const values = template.values ?? {};
  const plain = REQUIRED.filter((field) => !isThere(template[field]));
  const inValues = REQUIRED_VALUES.filter((field) => !isThere(values[field]));
  // A locked field without a value could never be filled in by anybody.
  const locked = (template.lockedFields ?? []).filter((field) => !isThere(values[field]) && !(inValues as readonly string[]).includes(field));
  return [...plain, ...[...inValues, ...locked].map((field) => `values.${field}`)];
}

/** The text key of such a field's name. */
export function fieldLabel(field: string): string {
  const [, value] = field.split('.');
  const schema: Schema = value ? VALUE_FIELDS : templateFields;
  return String(schema[value ?? field]?.label ?? field);
}
