import { approvalState, isRefused, openStages, refuse } from '../../kernel';
import { approvalFor, withNewSteps } from '../change-policy';
import { acceptCollisionsSchema, emptySchema, reasonSchema } from '../change-schema';
import { checkContent, missingFields, templateMisfit } from '../content';
import { noMajorIncident } from '../major-incident';
import { blockedBy, collisionsNow, isAgreed, openCollisions, stateAfter } from '../readiness';
import { assessRisk } from '../risk';
import { onChange, placed } from './define';

/**
 * To those who decide (domain.md 3.4, first rows): everything that is needed is there, risk and collisions are computed. A
 * standard change was decided about with its template and goes straight onto its place, when that is free.
 */
export const submit = onChange('submit', emptySchema, { fence: 'calendar' }, (change, _input, context) => {
  const { config, links, now } = context;
  const missing = missingFields(change);
  if (missing.length > 0) return refuse('changes.incomplete', { count: missing.length }, missing.map((field) => ({ field, code: 'required' })));
  // It may have been written long ago: people leave, items are retired.
  const problems = checkContent(change, config);
  if (problems.length > 0) return refuse('kernel.invalidInput', undefined, problems);
  if (!change.isRetroactive && (change.plannedStart ?? '') < now) return refuse('changes.windowPast', undefined, [{ field: 'plannedStart', code: 'inPast' }]);
  if (change.hold) return refuse('changes.onHold');
  const unfit = templateMisfit(change, config, now) ?? noMajorIncident(change, links, config);
  if (unfit) return unfit;
  const risk = assessRisk(change, config);
  const wanted = approvalFor(change, risk, context);
  if (isRefused(wanted)) return wanted;
  const approval = openStages(wanted, now);
  const collisions = change.isRetroactive ? [] : collisionsNow(change, config, now);
  const submitted = { type: 'ChangeSubmitted' as const, risk, collisions, approval, state: stateAfter(change, approval) };
  if (approvalState(approval) !== 'approved' || change.isRetroactive) return placed([submitted]);
  const blocked = blockedBy(collisions, change.accepted);
  if (blocked) return change.type === 'standard' ? blocked : placed([submitted]);
  return placed([submitted, { type: 'ChangeScheduled', collisions }]);
});

/** Back to its author: what was decided is void, and its place in the calendar is free. */
export const revert = onChange('revert', reasonSchema, {}, (_change, { reason }) => placed([{ type: 'ChangeReverted', reason }]));

/**
 * Onto its place in the calendar, once everybody has agreed and nothing stands in the way. When the policies ask for more by now,
 * it goes to those instead.
 */
export const schedule = onChange('schedule', emptySchema, { fence: 'calendar' }, (change, _input, context) => {
  const { config, now } = context;
  if (change.hold) return refuse('changes.onHold');
  if (!change.approval || !isAgreed(change)) return refuse('changes.notApproved');
  const asked = withNewSteps(change, change.approval, context);
  if (isRefused(asked)) return asked;
  if (asked !== change.approval) {
    const approval = openStages(asked, now);
    return placed([{ type: 'ChangeSubmitted', risk: change.risk, collisions: change.collisions, approval, state: stateAfter(change, approval) }]);
  }
  const unfit = templateMisfit(change, config, now);
  if (unfit) return unfit;
  if ((change.plannedEnd ?? '') <= now) return refuse('changes.windowPast', undefined, [{ field: 'plannedStart', code: 'inPast' }]);
  const collisions = collisionsNow(change, config, now);
  return blockedBy(collisions, change.accepted) ?? placed([{ type: 'ChangeScheduled', collisions }]);
});

/** A change manager answers for it that two things happen at once, or outside of a window. Freezes take an exception. */
export const acceptCollisions = onChange('acceptCollisions', acceptCollisionsSchema, { isAudited: true }, (change, { keys, reason }, { actor, config, now }) => {
  const isList = keys === undefined || (Array.isArray(keys) && keys.every((key) => typeof key === 'string'));
  if (!isList) return refuse('kernel.invalidInput', undefined, [{ field: 'keys', code: 'notList' }]);
  const open = openCollisions(collisionsNow(change, config, now), change.accepted);
  const wanted = open.filter(({ key }) => keys === undefined || keys.includes(key));
  const acceptable = wanted.filter(({ severity }) => severity === 'warn');
  if (acceptable.length === 0) return refuse(wanted.length > 0 ? 'changes.freezeNotAccepted' : 'changes.nothingToAccept');
  const accepted = acceptable.map(({ key }) => ({ key, by: actor.id, byName: actor.name, at: now, reason }));
  return { events: [{ type: 'CollisionsAccepted', accepted }] };
});
