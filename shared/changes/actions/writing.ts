import type { Directory } from '../../catalog';
import {
  approvalState, carryOver, excludeAlso, isRefused, openStages, refuse, voidByContent, type Approval, type FieldProblem, type InputOf, type Refused, type Voided,
} from '../../kernel';
import type { Change, ChangeContent, ChangeTask, RiskAssessment } from '../change';
import type { ChangeEvent } from '../change-events';
import { writtenAfter } from '../change-fields';
import { approvalFor } from '../change-policy';
import { canPropose } from '../change-permissions';
import { editSchema, proposeSchema, recordDoneSchema, rescheduleSchema, type ContentPart } from '../change-schema';
import { checkContent, differencesOf, missingFields, partsOf, pickContent, templateMisfit, templateProblem } from '../content';
import { incidentProblem } from '../major-incident';
import { blockedBy, collisionsNow, stateAfter, stillAccepted } from '../readiness';
import { reviewDueAt } from '../review-rules';
import { assessRisk } from '../risk';
import { templateOf, type TemplateFacts } from '../template-facts';
import { onChange, placed, type ChangeAction, type ChangeContext, type ChangeDecided } from './define';

const invalid = (problems: readonly FieldProblem[]): Refused => refuse('kernel.invalidInput', undefined, problems);

const nameOf = (config: Directory, id: string | undefined): { readonly implementerName?: string } => {
  const name = config.person(id)?.name;
  return name ? { implementerName: name } : {};
};

/** Tasks of a template, one per line. */
function tasksOf(template: TemplateFacts | undefined): readonly ChangeTask[] {
  const lines = (template?.tasks ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.slice(0, 50).map((title, index) => ({ id: `t${index + 1}`, title: title.slice(0, 200), kind: 'implementation', state: 'open' }));
}

/** What a change starts with: the template's values, and over them what was written. */
function startValues(template: TemplateFacts | undefined, written: Partial<ChangeContent>): ChangeContent {
  return { ...pickContent(template?.values ?? {}), ...written } as ChangeContent;
}

/** A new change, not yet submitted: only what is written has to be right. */
export const propose: ChangeAction<typeof proposeSchema> = {
  name: 'changes.propose',
  schema: proposeSchema,
  repeat: 'check',
  creates: () => 'CHG',
  can: canPropose,
  decide: (_none, input: InputOf<typeof proposeSchema>, { actor, config, now, others }) => {
    const template = input.type === 'standard' ? templateOf(config, input.templateId) : undefined;
    const values = startValues(template, pickContent(input));
    const problems = checkContent(values, config);
    if (problems.length > 0) return invalid(problems);
    const unfit = input.type === 'standard' ? templateProblem(template, values, config, now) : undefined;
    if (unfit) return unfit;
    const unjustified = incidentProblem(input.type === 'emergency' ? input : { incidentId: input.incidentId }, others);
    if (unjustified) return invalid([unjustified]);
    const about = { ...(template && { templateId: template.id }), ...(input.emergencyReason && { emergencyReason: input.emergencyReason }) };
    const risk = assessRisk({ ...values, type: input.type, requesterId: actor.id, ...about }, config);
    const proposed: ChangeEvent = {
      type: 'ChangeProposed', changeType: input.type, requesterId: actor.id, requesterName: actor.name, values, risk, tasks: tasksOf(template), ...about, ...nameOf(config, values.implementerId),
    };
    const links = input.incidentId ? [{ kind: 'add' as const, relation: 'relatedTo' as const, otherId: input.incidentId }] : [];
    return { events: [proposed], links };
  },
};

/**
 * Work that was done before anybody decided (domain.md 3.4, retroactive): it is decided about afterwards as an emergency, and
 * always reviewed.
 */
export const recordDone: ChangeAction<typeof recordDoneSchema> = {
  name: 'changes.recordDone',
  schema: recordDoneSchema,
  repeat: 'check',
  creates: () => 'CHG',
  can: canPropose,
  decide: (_none, input: InputOf<typeof recordDoneSchema>, context) => {
    const { actor, config, now, others } = context;
    const values = { ...pickContent(input), implementerId: input.implementerId ?? (input.isUnauthorized ? undefined : actor.id), plannedStart: input.actualStart, plannedEnd: input.actualEnd };
    const content = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as unknown as ChangeContent;
    const problems = checkContent(content, config).map((problem) => (problem.field === 'plannedEnd' ? { ...problem, field: 'actualEnd' } : problem));
    if (input.actualEnd > now) problems.push({ field: 'actualEnd', code: 'inFuture' });
    const unjustified = incidentProblem(input, others, true);
    if (unjustified) problems.push(unjustified);
    if (problems.length > 0) return invalid(problems);
    const draft = { ...content, type: 'emergency' as const, requesterId: actor.id, ...(input.emergencyReason && { emergencyReason: input.emergencyReason }) };
    const risk = assessRisk(draft, config);
    const wanted = approvalFor(draft, risk, context);
    if (isRefused(wanted)) return wanted;
    const approval = openStages(wanted, now);
    const { incidentId, isUnauthorized = false, outcome, actualStart, actualEnd, emergencyReason } = input;
    const recorded: ChangeEvent = {
      type: 'ChangeRecorded', requesterId: actor.id, requesterName: actor.name, values: content, risk, actualStart, actualEnd, outcome, isUnauthorized, reviewDueAt: reviewDueAt(actualEnd, config), approval,
      state: stateAfter({ isRetroactive: true }, approval), ...(emergencyReason && { emergencyReason }), ...nameOf(config, content.implementerId),
    };
    return { events: [recorded], links: incidentId ? [{ kind: 'add', relation: 'relatedTo', otherId: incidentId }] : [] };
  },
};

const hasApproval = (change: Change): change is Change & { readonly approval: Approval } => change.approval !== undefined && change.state !== 'new';

/**
 * The approval after an edit: exactly the votes about what has changed are void, and those of people who now wrote or do it;
 * who has to decide follows from what is written now. Refused where nobody but its author would be left to decide.
 */
function approvalAfter(
  change: Change & { readonly approval: Approval }, next: Change, risk: RiskAssessment, parts: readonly ContentPart[], context: ChangeContext,
): { readonly approval: Approval; readonly voided: readonly Voided[] } | Refused {
  const { now, newToken } = context;
  const wanted = approvalFor(next, risk, context);
  if (isRefused(wanted)) {
    const { writtenBy: _written, ...rest } = next;
    const isByAuthor = !isRefused(approvalFor({ ...rest, ...(change.writtenBy && { writtenBy: change.writtenBy }) }, risk, context));
    return isByAuthor ? refuse('changes.ownEdit', wanted.refused.params) : wanted;
  }
  const excluded = excludeAlso(change.approval, wanted.excludedIds, newToken);
  const carried = carryOver(excluded.approval, wanted);
  const bound = voidByContent(carried.approval, parts, newToken);
  return { approval: openStages(bound.approval, now), voided: joined([...excluded.voided, ...carried.voided, ...bound.voided]) };
}

function joined(voided: readonly Voided[]): readonly Voided[] {
  const steps = [...new Set(voided.map(({ stepId }) => stepId))];
  return steps.map((stepId) => ({ stepId, votes: voided.filter((entry) => entry.stepId === stepId).flatMap(({ votes }) => votes) }));
}

/**
 * Where a change stands after an edit: as its approvals lead, and on its place only while everybody agrees and nothing stands in
 * the way there.
 */
function editedState(change: Change, next: Change, approval: Approval | undefined): Change['state'] | Refused {
  if (!approval) return change.state;
  const state = stateAfter(change, approval);
  if (change.state !== 'scheduled' || state !== 'authorize' || approvalState(approval) !== 'approved') return state;
  const blocked = blockedBy(next.collisions, next.accepted);
  if (!blocked) return 'scheduled';
  // Nobody decides about a standard change a second time: it stays where it may be.
  return change.type === 'standard' ? blocked : 'authorize';
}

/** What somebody has to decide about must stay complete; what was never there, such as the plan of work done already, is not asked for. */
function emptied(change: Change, written: Change): Refused | undefined {
  if (change.state === 'new') return undefined;
  const before = missingFields(change);
  const fields = missingFields(written).filter((field) => !before.includes(field));
  return fields.length === 0 ? undefined : refuse('changes.incomplete', { count: fields.length }, fields.map((field) => ({ field, code: 'required' })));
}

function withoutFields(change: Change, clear: readonly string[]): Change {
  return Object.fromEntries(Object.entries(change).filter(([name]) => !clear.includes(name))) as unknown as Change;
}

/** Lays what was written over the change, with everything that follows: risk, collisions, who has to decide again. */
function editedBy(change: Change, changes: Partial<ChangeContent>, clear: readonly string[], context: ChangeContext): ChangeDecided {
  const { actor, config, now } = context;
  const written = withoutFields({ ...change, ...changes }, clear);
  const differences = differencesOf(change, written);
  if (differences.length === 0) return refuse('kernel.nothingChanged');
  const problems = checkContent(written, config);
  if (problems.length > 0) return invalid(problems);
  const unfit = emptied(change, written) ?? templateMisfit(written, config, now);
  if (unfit) return unfit;
  const risk = assessRisk(written, config);
  const parts = [...new Set<ContentPart>([...partsOf(differences), ...(risk.level === change.risk.level ? [] : (['risk'] as const))])];
  const accepted = stillAccepted(change.accepted, parts, written.implementerId);
  const isLate = parts.includes('window') && change.state !== 'new' && !change.isRetroactive && written.plannedStart !== undefined && written.plannedStart < now;
  if (isLate) return invalid([{ field: 'plannedStart', code: 'inPast' }]);
  const next: Change = { ...written, risk, accepted, writtenBy: writtenAfter(change, differences, actor.id), collisions: change.state === 'new' ? [] : collisionsNow(written, config, now) };
  const after = hasApproval(change) ? approvalAfter(change, next, risk, parts, context) : undefined;
  if (isRefused(after)) return after;
  const state = editedState(change, next, after?.approval);
  if (isRefused(state)) return state;
  const named = differences.some(({ field }) => field === 'implementerId') ? nameOf(config, written.implementerId) : {};
  return placed([{
    type: 'ChangeEdited', changes, clear, differences, parts, risk, collisions: next.collisions, voided: after?.voided ?? [], state, ...(after && { approval: after.approval }), ...named,
  }]);
}

export const edit = onChange('edit', editSchema, { fence: 'calendar' }, (change, { clear = [], ...input }, context) => editedBy(change, pickContent(input), clear, context));

/** Another window: the calendar's drag and the chat's "move it to Saturday". */
export const reschedule = onChange('reschedule', rescheduleSchema, { fence: 'calendar' }, (change, input, context) => editedBy(change, input, [], context));
