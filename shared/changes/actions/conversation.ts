import type { Directory } from '../../catalog';
import { isEqual, refuse, type LinkChange } from '../../kernel';
import { callWebhookSchema, decideCall } from '../../webhooks';
import type { CausedIncident, Change } from '../change';
import type { ChangeEvent } from '../change-events';
import { isEnded } from '../change-lifecycle';
import { commentSchema, emptySchema, linkSchema, noteIncidentSchema, unlinkSchema } from '../change-schema';
import { collisionMarks, collisionsNow } from '../readiness';
import { reviewDueAt } from '../review-rules';
import { internally, onChange } from './define';

/** It counts against the change, and one that is not closed yet has to be reviewed for it. */
function causedBy(change: Change, incident: CausedIncident, now: string, config: Directory): ChangeEvent {
  const reviewReasons = change.state === 'review' || isEnded(change.state) ? [...new Set([...change.reviewReasons, 'incident'])] : change.reviewReasons;
  const due = change.state === 'review' && !change.reviewDueAt ? { reviewDueAt: reviewDueAt(change.actualEnd ?? now, config) } : {};
  return { type: 'IncidentCaused', incident, reviewReasons, ...due };
}

export const comment = onChange('comment', commentSchema, { repeat: 'safe' }, (_change, { text }, { files }) => ({ events: [{ type: 'CommentAdded', text, files }] }));

export const link = onChange('link', linkSchema, { repeat: 'safe' }, (change, { relation, otherId }, { links, others, now, config }) => {
  if (otherId === change.id) return refuse('changes.linkToItself');
  if (!others.has(otherId)) return refuse('kernel.invalidInput', undefined, [{ field: 'otherId', code: 'notFound' }]);
  if (links.some((entry) => entry.relation === relation && entry.otherId === otherId)) return refuse('kernel.nothingChanged');
  const added: LinkChange = { kind: 'add', relation, otherId };
  const other = others.get(otherId) as { readonly practice: string; readonly priority?: string };
  const isCause = relation === 'causes' && other.practice === 'tickets' && !change.incidents.some(({ id }) => id === otherId);
  const caused = isCause ? [causedBy(change, { id: otherId, ...(other.priority && { priority: other.priority }) }, now, config)] : [];
  return { events: [{ type: 'LinkAdded', relation, otherId }, ...caused], links: [added] };
});

export const unlink = onChange('unlink', unlinkSchema, { repeat: 'safe' }, (change, { relation, otherId }, { links }) => {
  if (!links.some((entry) => entry.relation === relation && entry.otherId === otherId)) return refuse('kernel.nothingChanged');
  const isCause = relation === 'causes' && change.incidents.some(({ id }) => id === otherId);
  const cleared: ChangeEvent[] = isCause ? [{ type: 'IncidentCleared', incidentId: otherId }] : [];
  return { events: [{ type: 'LinkRemoved', relation, otherId }, ...cleared], links: [{ kind: 'remove', relation, otherId }] };
});

/** An incident was linked to this change as caused by it, or is so no longer: counted in the change itself. */
export const noteIncident = internally('noteIncident', noteIncidentSchema, { repeat: 'safe' }, (change, { incidentId, isLinked }, { others, config, now }) => {
  const isKnown = change.incidents.some(({ id }) => id === incidentId);
  if (isKnown === isLinked) return refuse('kernel.nothingChanged');
  if (!isLinked) return { events: [{ type: 'IncidentCleared', incidentId }] };
  const { priority } = (others.get(incidentId) ?? {}) as { readonly priority?: string };
  return { events: [causedBy(change, { id: incidentId, ...(priority && { priority }) }, now, config)] };
});

/** The calendar has changed around it: a freeze, a window, another change. */
export const checkCollisions = internally('checkCollisions', emptySchema, {}, (change, _input, { config, now }) => {
  const collisions = collisionsNow(change, config, now);
  const event: ChangeEvent = { type: 'CollisionsChecked', collisions };
  return isEqual(collisionMarks(collisions), collisionMarks(change.collisions)) ? refuse('kernel.nothingChanged') : { events: [event] };
});

/** Half a year after it failed nobody plans by it any more. */
export const forget = internally('forget', emptySchema, {}, (change) => (change.isForgotten ? refuse('kernel.nothingChanged') : { events: [{ type: 'ChangeForgotten' }] }));

/** Somebody outside is told of it after the transaction; here it is only written down. */
export const callWebhook = onChange('callWebhook', callWebhookSchema, { repeat: 'safe' }, (_change, { webhookId, event }, { config }) => decideCall({ webhookId, ...(event && { event }) }, config));
