import { formProblems, isFilledConditions, isObject, type FieldProblem } from '../kernel';
import { checkSkills } from '../people';
import type { Directory } from './directory';
import type { OfferingContent } from './offering';
import { planProblems, planShapeProblems, type PlanSurroundings } from './plan-check-views';
import { COST_PERIODS, type ActionStep, type CostLine } from './plan-schema';

/** What is wrong with an action that a plan does by itself; the rooms below know what may happen by itself. */
export type CheckAction = (step: ActionStep, config: Directory) => readonly FieldProblem[];

type Values = Readonly<Partial<Record<string, unknown>>>;

const isName = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= 60;
const isAmount = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 10_000_000;
const COST_PARTS = ['amount', 'amountOf', 'times', 'per', 'conditions'];
const AUDIENCE_PARTS = ['groupIds', 'departments', 'sites'];

function isCostLine(value: unknown): boolean {
  if (!isObject(value) || !Object.keys(value).every((key) => COST_PARTS.includes(key))) return false;
  const { amount, amountOf, times, per, conditions } = value as Partial<CostLine>;
  const says = (amount === undefined) !== (amountOf === undefined);
  return says && (amount === undefined || isAmount(amount)) && [amountOf, times].every((name) => name === undefined || isName(name)) && (COST_PERIODS as readonly unknown[]).includes(per) && (conditions === undefined || isFilledConditions(conditions));
}

function isAudience(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([key, list]) => AUDIENCE_PARTS.includes(key) && Array.isArray(list) && list.length <= 50 && list.every(isName));
}

/** What a form cannot check by its schema alone: structured values, and whether what is named is there. */
export function contentProblems(content: Values, config: Directory): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { form, plan, costs, audience } = content;
  if (form !== undefined) problems.push(...formProblems(form));
  if (plan !== undefined) problems.push(...planShapeProblems(plan));
  problems.push(...checkSkills(content));
  if (costs !== undefined && !(Array.isArray(costs) && costs.length <= 30 && costs.every(isCostLine))) problems.push({ field: 'costs', code: 'badCosts' });
  if (audience !== undefined && !isAudience(audience)) problems.push({ field: 'audience', code: 'badAudience' });
  const named: readonly (readonly [field: string, found: { readonly retired: boolean } | undefined])[] = [
    ['categoryId', config.category(content.categoryId as string)], ['serviceId', config.service(content.serviceId as string)],
    ['ownerId', config.person(content.ownerId as string)], ['groupId', config.group(content.groupId as string)],
  ];
  for (const [field, found] of named) if (content[field] !== undefined && found?.retired !== false) problems.push({ field, code: 'notFound' });
  if (content.groupId !== undefined && config.group(content.groupId as string)?.isBoard) problems.push({ field: 'groupId', code: 'notFound' });
  return problems;
}

/** The organization as a plan sees it. */
export function surroundingsOf(content: OfferingContent, config: Directory, checkAction: CheckAction): PlanSurroundings {
  const isThere = (id: string): boolean => config.person(id)?.retired === false;
  return {
    form: content.form ?? {}, groupId: content.groupId, ownerId: content.ownerId, isPerson: isThere,
    deciders(groupId, part) {
      const group = config.group(groupId);
      if (!group || group.retired) return undefined;
      const ids = part === 'leads' ? (group.leadIds ?? []) : [...(group.memberIds ?? []), ...(group.leadIds ?? [])];
      return new Set(ids.filter(isThere)).size;
    },
    worksOn: (groupId) => config.group(groupId)?.retired === false && !config.group(groupId)?.isBoard,
    actionProblems: (step) => checkAction(step, config),
  };
}

const DATES = ['date', 'dateTime'];

function costProblems({ costs = [], form = {} }: OfferingContent): readonly FieldProblem[] {
  const isNumber = (name: string | undefined): boolean => name === undefined || ['number', 'money'].includes(form[name]?.kind ?? '');
  return costs.every(({ amountOf, times }) => isNumber(amountOf) && isNumber(times)) ? [] : [{ field: 'costs', code: 'badCosts' }];
}

/**
 * Everything that is missing or wrong before it may be published: owner, group, approval rule and delivery target (domain.md 2.1,
 * AP4), and a plan that leads somewhere.
 */
export function publishingProblems(content: OfferingContent, config: Directory, checkAction: CheckAction): readonly FieldProblem[] {
  const { description, ownerId, groupId, approvalRule, plan = [], targetMinutes, targetField, form = {} } = content;
  const hasApprovals = plan.some(({ approvals = [] }) => approvals.length > 0);
  const missing = (field: string, isMissing: boolean): readonly FieldProblem[] => (isMissing ? [{ field, code: 'required' }] : []);
  return [
    ...contentProblems({ ...content }, config),
    ...missing('description', !description), ...missing('ownerId', !ownerId), ...missing('groupId', !groupId), ...missing('approvalRule', !approvalRule),
    ...missing('targetMinutes', targetMinutes === undefined && targetField === undefined),
    ...(targetField !== undefined && !DATES.includes(form[targetField]?.kind ?? '') ? [{ field: 'targetField', code: 'notFound' }] : []),
    ...(approvalRule === 'plan' && !hasApprovals ? [{ field: 'approvalRule', code: 'noApprovals' }] : []),
    ...(approvalRule === 'none' && hasApprovals ? [{ field: 'approvalRule', code: 'hasApprovals' }] : []),
    ...costProblems(content),
    ...planProblems(plan, surroundingsOf(content, config, checkAction)),
  ];
}
