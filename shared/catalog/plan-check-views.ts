import { isFilledConditions, isObject, scalarText, type FieldProblem, type Schema } from '../kernel';
import { followerOf, REQUEST_FIELDS } from './plan-flow-views';
import {
  APPROVER_KINDS, CALL_WEBHOOK, DONE, IF_REFUSED, MAX_PLAN_CHARS, MAX_STAGES, MAX_STEPS, MAX_TASKS, REFUSAL_ENDS, REFUSAL_RETURNS, STEP_KINDS,
  type ActionStep, type Plan, type PlanApproval, type PlanApprover, type PlanStage, type PlanTask,
} from './plan-schema';

type Raw = Readonly<Record<string, unknown>>;

/** What a plan may name, as the organization is now. */
export interface PlanSurroundings {
  readonly form: Schema;
  /** The group that fulfills the request, and who owns the catalog item, as far as they are known. */
  readonly groupId?: string | undefined;
  readonly ownerId?: string | undefined;
  isPerson(id: string): boolean;
  /** How many people of a group could decide; undefined: there is no such group. */
  deciders(groupId: string, part: 'members' | 'leads'): number | undefined;
  /** Can work be given to it? */
  worksOn(groupId: string): boolean;
  /** What is wrong with an action that happens by itself; fields by their names. */
  actionProblems(step: ActionStep): readonly FieldProblem[];
}

const ID = /^[a-z][A-Za-z0-9-]{0,29}$/;
const QUORUMS = ['any', 'all', 'majority', 'nOf', 'percentage'];
const RESERVED = [DONE, REFUSAL_ENDS, REFUSAL_RETURNS];

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= most;
const isWords = (value: unknown, most: number): boolean => isObject(value) && isText(value.en, most) && (value.de === undefined || isText(value.de, most)) && Object.keys(value).every((key) => key === 'en' || key === 'de');
const isId = (value: unknown): boolean => typeof value === 'string' && ID.test(value) && !RESERVED.includes(value);
const isCount = (value: unknown, most: number): boolean => value === undefined || (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most);
const isOptionalConditions = (value: unknown): boolean => value === undefined || isFilledConditions(value);
const isName = (value: unknown): boolean => typeof value === 'string' && value.length > 0 && value.length <= 40;
const isListOf = (value: unknown, most: number, is: (entry: unknown) => boolean): boolean => value === undefined || (Array.isArray(value) && value.length <= most && value.every(is));
const hasOnly = (value: Raw, names: readonly string[]): boolean => Object.keys(value).every((name) => names.includes(name));

function isApprover(value: unknown): boolean {
  if (!isObject(value) || !(APPROVER_KINDS as readonly unknown[]).includes(value.kind)) return false;
  if (value.kind === 'person') return isName(value.personId) && hasOnly(value, ['kind', 'personId']);
  if (value.kind === 'group') return isName(value.groupId) && [undefined, 'members', 'leads'].includes(value.part as string) && hasOnly(value, ['kind', 'groupId', 'part']);
  if (value.kind === 'answer' || value.kind === 'answerManager') return isName(value.field) && hasOnly(value, ['kind', 'field']);
  return hasOnly(value, ['kind']);
}

function isApproval(value: unknown): boolean {
  if (!isObject(value) || !isId(value.id)) return false;
  const { quorum } = value;
  const isQuorum = quorum === undefined || (isObject(quorum) && QUORUMS.includes(scalarText(quorum.mode)) && isCount(quorum.count, 60) && isCount(quorum.percent, 100) && isCount(quorum.atLeast, 60));
  const isTimed = [value.remindAfterHours, value.escalateAfterHours].every((hours) => isCount(hours, 24 * 90)) && isCount(value.order, 9);
  return isQuorum && isTimed && isOptionalConditions(value.conditions) && Array.isArray(value.from) && isListOf(value.from, 8, isApprover)
    && hasOnly(value, ['id', 'from', 'quorum', 'conditions', 'order', 'remindAfterHours', 'escalateAfterHours']);
}

function isTask(value: unknown): boolean {
  return isObject(value) && isId(value.id) && isWords(value.title, 120) && [value.groupId, value.assigneeId].every((id) => id === undefined || isName(id)) && isListOf(value.after, MAX_TASKS, isName)
    && isOptionalConditions(value.conditions) && isCount(value.dueMinutes, 1_000_000) && isCount(value.workMinutes, 100_000)
    && hasOnly(value, ['id', 'title', 'groupId', 'assigneeId', 'after', 'conditions', 'dueMinutes', 'workMinutes']);
}

function isStep(value: unknown): boolean {
  if (!isObject(value) || !isId(value.id) || !(STEP_KINDS as readonly unknown[]).includes(value.kind)) return false;
  if (value.kind === 'message') return ['requester', 'owner', 'group'].includes(scalarText(value.to)) && isWords(value.text, 1_000) && hasOnly(value, ['id', 'kind', 'to', 'text']);
  if (value.kind === 'action') {
    const isKnown = value.ifRefused === undefined || (IF_REFUSED as readonly unknown[]).includes(value.ifRefused);
    return isKnown && isText(value.action, 60) && isObject(value.input) && hasOnly(value, ['id', 'kind', 'action', 'input', 'ifRefused']);
  }
  if (value.kind === 'note') return isWords(value.text, 1_000) && hasOnly(value, ['id', 'kind', 'text']);
  return value.kind === 'assign' ? isName(value.groupId) && hasOnly(value, ['id', 'kind', 'groupId']) : isName(value.personId) && hasOnly(value, ['id', 'kind', 'personId']);
}

/** What is wrong with the shape of one stage; undefined: nothing. */
function oddPart(stage: Raw): string | undefined {
  const parts: readonly (readonly [string, boolean])[] = [
    ['name', isWords(stage.name, 80)], ['conditions', isOptionalConditions(stage.conditions)], ['approvals', isListOf(stage.approvals, 8, isApproval)],
    ['steps', isListOf(stage.steps, 8, isStep)], ['tasks', isListOf(stage.tasks, MAX_TASKS, isTask)], ['next', stage.next === undefined || isName(stage.next)], ['onRefusal', stage.onRefusal === undefined || isName(stage.onRefusal)],
  ];
  return parts.find(([, isRight]) => !isRight)?.[0] ?? Object.keys(stage).find((name) => name !== 'id' && !parts.some(([part]) => part === name));
}

const shown = (value: unknown): string => scalarText(value).slice(0, 40);
const problem = (stage: string, code: string, params: FieldProblem['params'] = {}): FieldProblem => ({ field: `plan.${shown(stage)}`, code: `plan.${code}`, params: { stage: shown(stage), ...params } });

/** Has it the shape of a plan? Sizes, names, kinds: nothing of what it means. */
export function planShapeProblems(raw: unknown): readonly FieldProblem[] {
  if (!Array.isArray(raw)) return [{ field: 'plan', code: 'notList' }];
  const length = JSON.stringify(raw).length;
  if (length > MAX_PLAN_CHARS) return [{ field: 'plan', code: 'tooLong', params: { length, max: MAX_PLAN_CHARS } }];
  if (raw.length > MAX_STAGES) return [{ field: 'plan', code: 'tooMany', params: { max: MAX_STAGES } }];
  return raw.flatMap((stage: unknown, index): readonly FieldProblem[] => {
    const id = isObject(stage) ? stage.id : undefined;
    if (!isObject(stage) || !isId(id)) return [problem(String(index + 1), 'badId')];
    const part = oddPart(stage);
    return part === undefined ? [] : [problem(String(id), 'badPart', { part: shown(part) })];
  });
}

const twice = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index);

/** Where a stage may lead, refusals included. */
function targetsOf(plan: Plan, stage: PlanStage): readonly string[] {
  const { onRefusal } = stage;
  const refused = onRefusal && onRefusal !== REFUSAL_ENDS && onRefusal !== REFUSAL_RETURNS && (stage.approvals ?? []).length > 0 ? [onRefusal] : [];
  const next = followerOf(plan, stage);
  return [...(next === undefined ? [] : [next]), ...refused];
}

function reachable(plan: Plan, from: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const stage = plan.find((entry) => entry.id === id);
    if (!stage || seen.has(id)) continue;
    seen.add(id);
    open.push(...targetsOf(plan, stage));
  }
  return seen;
}

function flowProblems(plan: Plan): readonly FieldProblem[] {
  const known = (id: string): boolean => plan.some((stage) => stage.id === id);
  const entered = reachable(plan, plan[0] ? [plan[0].id] : []);
  return plan.flatMap((stage) => {
    const targets = targetsOf(plan, stage);
    const lost = targets.find((id) => !known(id));
    const isEmpty = [stage.approvals, stage.tasks, stage.steps].every((part) => (part ?? []).length === 0);
    return [
      ...(lost === undefined ? [] : [problem(stage.id, 'noSuchStage', { other: shown(lost) })]),
      ...(entered.has(stage.id) ? [] : [problem(stage.id, 'unreachable')]),
      ...(reachable(plan, targets).has(stage.id) ? [problem(stage.id, 'cycle')] : []),
      ...(isEmpty ? [problem(stage.id, 'deadEnd')] : []),
    ];
  });
}

function taskProblems(stage: PlanStage, around: PlanSurroundings): readonly FieldProblem[] {
  const tasks = stage.tasks ?? [];
  const byId = (id: string): PlanTask | undefined => tasks.find((task) => task.id === id);
  const waitsFor = (task: PlanTask, target: string, seen: Set<string>): boolean =>
    (task.after ?? []).some((id) => id === target || (!seen.has(id) && byId(id) !== undefined && waitsFor(byId(id)!, target, seen.add(id))));
  return tasks.flatMap((task) => {
    const name = task.title.en.slice(0, 60);
    const lost = (task.after ?? []).find((id) => !byId(id));
    const groupId = task.groupId ?? around.groupId;
    const nobody = task.assigneeId ? !around.isPerson(task.assigneeId) : groupId !== undefined && !around.worksOn(groupId);
    return [
      ...(lost === undefined ? [] : [problem(stage.id, 'noSuchTask', { task: name, other: shown(lost) })]),
      ...(waitsFor(task, task.id, new Set()) ? [problem(stage.id, 'taskCycle', { task: name })] : []),
      ...(nobody ? [problem(stage.id, 'nobodyWorks', { task: name })] : []),
    ];
  });
}

const PEOPLE_KINDS = ['person', 'people'];

/** Could anybody decide from here, whatever is answered? Managers are known only when it is ordered. */
function hasPeople(approver: PlanApprover, { form, ownerId, isPerson, deciders }: PlanSurroundings): boolean {
  const fields = Object.values(form);
  const asksFor = (of: string): boolean => fields.some((field) => (field.kind === 'entry' || field.kind === 'entries') && field.of === of);
  switch (approver.kind) {
    case 'manager':
      return true;
    case 'offeringOwner':
      return ownerId === undefined || isPerson(ownerId);
    case 'serviceOwners':
      return asksFor('services') || asksFor('items');
    case 'itemOwners':
      return asksFor('items');
    case 'answer':
    case 'answerManager':
      return Object.hasOwn(form, approver.field) && PEOPLE_KINDS.includes(form[approver.field]!.kind);
    case 'person':
      return isPerson(approver.personId);
    case 'group':
      return (deciders(approver.groupId, approver.part ?? 'members') ?? 0) > 0;
  }
}

function approvalProblems(stage: PlanStage, around: PlanSurroundings): readonly FieldProblem[] {
  return (stage.approvals ?? []).flatMap(({ id, from, quorum }: PlanApproval) => {
    const known = from.filter((approver) => hasPeople(approver, around));
    const seats = known.reduce((sum, approver) => sum + (approver.kind === 'group' ? (around.deciders(approver.groupId, approver.part ?? 'members') ?? 0) : 1), 0);
    const tooFew = quorum?.mode === 'nOf' && seats < (quorum.count ?? 1);
    return known.length < Math.max(from.length, 1) || tooFew ? [problem(stage.id, 'nobodyDecides', { approval: id })] : [];
  });
}

/** Conditions that look at what no answer and no request has. */
function conditionProblems(stage: PlanStage, { form }: PlanSurroundings): readonly FieldProblem[] {
  const parts = [stage, ...(stage.approvals ?? []), ...(stage.tasks ?? [])];
  const fields = parts.flatMap(({ conditions = [] }) => conditions.flat().map(({ field }) => field));
  const isKnown = (field: string): boolean => {
    const name = field.endsWith('.days') ? field.slice(0, -'.days'.length) : field;
    return (REQUEST_FIELDS as readonly string[]).includes(field) || (Object.hasOwn(form, name) && (name === field || form[name]!.notBefore !== undefined));
  };
  return [...new Set(fields.filter((field) => !isKnown(field)))].map((field) => problem(stage.id, 'noSuchField', { other: shown(field) }));
}

/** Actions that could never be done, and answers to questions that the form does not ask. */
function stepProblems(stage: PlanStage, around: PlanSurroundings): readonly FieldProblem[] {
  const actions = (stage.steps ?? []).filter((step): step is ActionStep => step.kind === 'action');
  return actions.flatMap((step, place) => {
    const answers = step.action === CALL_WEBHOOK && Array.isArray(step.input.answers) ? (step.input.answers as readonly unknown[]) : [];
    const lost = answers.find((name) => typeof name !== 'string' || !Object.hasOwn(around.form, name));
    const wrong = around.actionProblems(step);
    return [
      ...(wrong.length === 0 ? [] : [problem(stage.id, 'badAction', { step: place + 1, fields: [...new Set(wrong.map(({ field }) => shown(field)))].join(', ') })]),
      ...(lost === undefined ? [] : [problem(stage.id, 'noSuchField', { other: shown(lost) })]),
    ];
  });
}

/**
 * Everything that would go wrong with a plan that has the shape of one: stages nobody comes to or nobody leaves, consents that
 * nobody could give, work that nobody could do, circles. The same for the designer and for saving.
 */
export function planProblems(plan: Plan, around: PlanSurroundings): readonly FieldProblem[] {
  const doubled = twice(plan.map(({ id }) => id)) ?? plan.map((stage) => twice([...(stage.approvals ?? []), ...(stage.tasks ?? []), ...(stage.steps ?? [])].map(({ id }) => id))).find((id) => id !== undefined);
  if (doubled !== undefined) return [{ field: 'plan', code: 'plan.twice', params: { id: doubled } }];
  const steps = plan.reduce((sum, stage) => sum + (stage.steps ?? []).length, 0);
  if (steps > MAX_STEPS) return [{ field: 'plan', code: 'plan.tooManySteps', params: { max: MAX_STEPS } }];
  return [
    ...flowProblems(plan),
    ...plan.flatMap((stage) => [...conditionProblems(stage, around), ...approvalProblems(stage, around), ...taskProblems(stage, around), ...stepProblems(stage, around)]),
  ];
}
