import type { Directory } from '../catalog';
import { isEqual, refuse, type FieldProblem, type Refused } from '../kernel';
import type { ChangeContent, ContentDifference } from './change';
import { itemsOf, PART_OF, type DraftedChange } from './change-fields';
import { changeFields, type ContentPart } from './change-schema';
import { isUsable, templateOf, type TemplateFacts } from './template-facts';

export type FieldName = keyof ChangeContent;
export const FIELD_NAMES = Object.keys(changeFields) as readonly FieldName[];

const MAX_WINDOW_MS = 90 * 86_400_000;

/** The fields of the content in an input that may have others, too. */
export function pickContent(input: Readonly<Record<string, unknown>>): Partial<ChangeContent> {
  return Object.fromEntries(FIELD_NAMES.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));
}

const unknown = (field: FieldName): FieldProblem => ({ field, code: 'notFound' });

/** Everything a change names has to be there, and to fit together. All problems at once. */
export function checkContent(change: Partial<ChangeContent>, config: Directory): readonly FieldProblem[] {
  const { serviceIds = [], itemIds = [], groupId, implementerId, categoryId, plannedStart, plannedEnd } = change;
  const problems: FieldProblem[] = [];
  const isLive = (entry: { readonly retired: boolean } | undefined): boolean => entry?.retired === false;
  if (serviceIds.some((id) => !isLive(config.service(id)))) problems.push(unknown('serviceIds'));
  if (itemIds.some((id) => !isLive(config.item(id)))) problems.push(unknown('itemIds'));
  if (groupId !== undefined && !isLive(config.group(groupId))) problems.push(unknown('groupId'));
  if (implementerId !== undefined && !isLive(config.person(implementerId))) problems.push(unknown('implementerId'));
  if (categoryId !== undefined && !isLive(config.category(categoryId))) problems.push(unknown('categoryId'));
  const group = config.group(groupId);
  const works = (id: string): boolean => Boolean(group?.memberIds?.includes(id) || group?.leadIds?.includes(id));
  if (group && implementerId !== undefined && !works(implementerId)) problems.push({ field: 'implementerId', code: 'notInGroup' });
  if (plannedStart && plannedEnd) {
    const length = Date.parse(plannedEnd) - Date.parse(plannedStart);
    if (length <= 0) problems.push({ field: 'plannedEnd', code: 'notAfterStart' });
    else if (length > MAX_WINDOW_MS) problems.push({ field: 'plannedEnd', code: 'tooFar', params: { days: 90 } });
  }
  return problems;
}

const NEEDED: Readonly<Record<DraftedChange['type'], readonly FieldName[]>> = {
  normal: ['title', 'reason', 'itemIds', 'groupId', 'implementerId', 'plannedStart', 'plannedEnd', 'implementationPlan', 'testPlan', 'backoutPlan', 'impact', 'reach', 'isOutage'],
  emergency: ['title', 'reason', 'itemIds', 'groupId', 'implementerId', 'plannedStart', 'plannedEnd', 'implementationPlan', 'testPlan', 'backoutPlan', 'impact', 'reach', 'isOutage'],
  standard: ['title', 'itemIds', 'implementerId', 'plannedStart', 'plannedEnd'],
};

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What has to be filled in before it can be submitted (domain.md 3.4, "Required"). */
export function missingFields(change: DraftedChange): readonly FieldName[] {
  const outage: readonly FieldName[] = change.isOutage && change.outageMinutes === undefined ? ['outageMinutes'] : [];
  return [...NEEDED[change.type].filter((name) => isEmpty(change[name])), ...outage];
}

/** What is different after an edit, field by field. */
export function differencesOf(before: Partial<ChangeContent>, after: Partial<ChangeContent>): readonly ContentDifference[] {
  return FIELD_NAMES.filter((field) => !isEqual(before[field], after[field])).map((field) => ({
    field, ...(before[field] !== undefined && { before: before[field] }), ...(after[field] !== undefined && { after: after[field] }),
  }));
}

export function partsOf(differences: readonly ContentDifference[]): readonly ContentPart[] {
  return [...new Set(differences.flatMap(({ field }) => PART_OF[field as FieldName] ?? []))];
}

/** What a template fixes cannot be written otherwise, nor left out. */
export function lockedProblem(template: TemplateFacts, change: Partial<ChangeContent>): Refused | undefined {
  const touched = template.lockedFields.filter((name) => !isEqual(change[name as FieldName], template.values[name]));
  return touched.length === 0 ? undefined : refuse('changes.fieldLocked', { template: template.name }, touched.map((field) => ({ field, code: 'locked' })));
}

/** Is this change what the template was approved for? */
export function templateProblem(template: TemplateFacts | undefined, change: Partial<ChangeContent>, config: Directory, now: string): Refused | undefined {
  if (!template || !isUsable(template, now)) return refuse('changes.templateNotUsable', undefined, [{ field: 'templateId', code: 'notFound' }]);
  const { allowedItemIds = [], allowedClasses = [], maxMinutes } = template;
  const foreign = itemsOf(change, config).filter((item) => (allowedItemIds.length > 0 || allowedClasses.length > 0) && !allowedItemIds.includes(item.id) && !allowedClasses.includes(item.class));
  if (foreign[0]) return refuse('changes.itemNotAllowed', { item: foreign[0].name, template: template.name }, [{ field: 'itemIds', code: 'notOffered' }]);
  const minutes = change.plannedStart && change.plannedEnd ? (Date.parse(change.plannedEnd) - Date.parse(change.plannedStart)) / 60_000 : 0;
  if (maxMinutes !== undefined && minutes > maxMinutes) return refuse('changes.tooLong', { minutes: maxMinutes, template: template.name }, [{ field: 'plannedEnd', code: 'tooLate' }]);
  return lockedProblem(template, change);
}

/**
 * A standard change was decided about with its template, so it must be what that allows: when it is submitted and edited, and
 * also later, because a template may have been suspended since. Nothing for other changes.
 */
export function templateMisfit(change: DraftedChange, config: Directory, now: string): Refused | undefined {
  return change.type === 'standard' ? templateProblem(templateOf(config, change.templateId), change, config, now) : undefined;
}
