import { ownVotes, seatViews, stepViews } from '../approvals';
import type { Directory } from '../catalog';
import { isAwaited, type Actor, type ViewInput } from '../kernel';
import { collisionWords, type Collision } from '../scheduling';
import { labelText, translator } from '../strings';
import type { Change } from './change';
import { summaryOf } from './change-derive';
import type { ChangeEvent } from './change-events';
import { servicesOf } from './change-fields';
import { holdsPlace, isDeciding } from './change-lifecycle';
import { changeFields } from './change-schema';
import { changeTimeline } from './change-timeline';
import type { ChangeRow, ChangeSummary, ChangeView, CollisionView } from './change-views';
import { approvalWords, differenceViews } from './change-words';
import { missingFields, pickContent } from './content';
import { collisionsNow } from './readiness';
import { needsConfirmation } from './risk';
import { isReviewOverdue, waitsFor } from './change-waits';
import { templateOf } from './template-facts';

type Named = { readonly name: string; readonly nameDe?: string | undefined };
const nameFor = ({ language }: Actor, { name, nameDe }: Named): string => (language === 'de' ? (nameDe ?? name) : name);

/** A list row: names resolved, and nothing that the reader may not see. */
export function presentChangeRow(summary: ChangeSummary, actor: Actor, config: Directory, now: string): Omit<ChangeRow, 'can'> {
  const { booking: _booking, collisionMarks: _marks, approverIds: _approvers, excludedApproverIds, votedIds: _voted, deciderIds: _deciders, startedById: _starter, ...rest } = summary;
  const group = config.group(summary.groupId)?.name;
  const template = templateOf(config, summary.templateId);
  return {
    ...rest,
    services: summary.serviceIds.flatMap((id) => config.service(id) ?? []).map((service) => nameFor(actor, service)),
    items: summary.itemIds.flatMap((id) => config.item(id)?.name ?? []),
    ...(group && { groupName: group }),
    ...(template && { templateName: nameFor(actor, template) }),
    waitsFor: waitsFor(summary, config, actor, now),
    isReviewOverdue: isReviewOverdue(summary, now),
    isMine: isAwaited(actor, summary.awaitedApproverIds, excludedApproverIds),
  };
}

/** Other records by the names their readers know; a change that is not for this reader keeps its number only. */
function nameOfOther(config: Directory, actor: Actor, id: string): string {
  const found = config.summary(id) as (Partial<Named> & { readonly title?: string }) | undefined;
  // People have a title too: their job.
  if (found?.name !== undefined) return nameFor(actor, { name: found.name, nameDe: found.nameDe });
  return found?.title ? `${id} ${found.title}` : id;
}

/** A collision as a sentence. */
export function collisionView(collision: Collision, accepted: Change['accepted'], config: Directory, actor: Actor): CollisionView {
  const found = accepted.find(({ key }) => key === collision.key);
  return {
    ...collision,
    text: collisionWords(collision, { language: actor.language, zone: actor.zone, nameOf: (id) => nameOfOther(config, actor, id) }),
    ...(found && { acceptedBy: found.byName, acceptedReason: found.reason }),
  };
}

function riskView(change: Change, actor: Actor): ChangeView['risk'] {
  const t = translator(actor.language);
  return { ...change.risk, lines: change.risk.reasons.map(({ rule, points }) => ({ text: t(`riskRule.${rule}`), points })) };
}

/**
 * What it runs into. A change that holds a place shows what was noted in it, so that the same version looks the same to everybody, on
 * whatever card; the watch notes what moves. A draft notes nothing: it is looked at now.
 */
function shownCollisions(change: Change, config: Directory, now: string): readonly Collision[] {
  if (change.isRetroactive) return [];
  if (change.state === 'new') return collisionsNow(change, config, now);
  return holdsPlace(change.state) ? change.collisions : [];
}

/** The whole change for one reader; `can` is added by the application. */
export function presentChange(input: ViewInput<Change, ChangeEvent, Directory>): Omit<ChangeView, 'can'> {
  const { record: change, actor, config, now, others } = input;
  const words = approvalWords(config, actor);
  const isOpen = isDeciding(change.state);
  const collisions = shownCollisions(change, config, now);
  // An outage that nobody has said anything about is none in lists; here it is not said.
  const { risk: _risk, serviceIds: _services, itemIds: _items, isOutage: _outage, ...row } = presentChangeRow(summaryOf(change), actor, config, now);
  const template = templateOf(config, change.templateId);
  const { title, ...content } = { ...pickContent(change as unknown as Record<string, unknown>), title: change.title };
  return {
    ...content,
    ...row,
    title,
    practice: 'changes',
    risk: riskView(change, actor),
    services: servicesOf(change, config).map((service) => ({ id: service.id, name: nameFor(actor, service) })),
    items: (change.itemIds ?? []).map((id) => {
      const item = config.item(id);
      return { id, name: item?.name ?? id, environment: item?.environment ?? '', criticality: item?.criticality ?? '' };
    }),
    steps: stepViews(change.approval, words),
    mySeats: isOpen ? seatViews(change.approval, words, needsConfirmation(change.risk.level, config)) : [],
    myVotes: isOpen ? ownVotes(change.approval, actor.id) : [],
    edits: change.edits.map(({ at, byName, differences, voided }) => ({
      at, byName, differences: differenceViews(differences, config, actor),
      voided: [...new Set(voided.flatMap(({ votes }) => votes.map(({ seatId }) => words.nameOf(seatId))))],
    })),
    collisions: collisions.map((collision) => collisionView(collision, change.accepted, config, actor)),
    tasks: change.tasks.map((task) => {
      const assigneeName = config.person(task.assigneeId)?.name;
      const groupName = config.group(task.groupId)?.name;
      return { ...task, ...(assigneeName && { assigneeName }), ...(groupName && { groupName }) };
    }),
    reviewReasons: change.reviewReasons,
    incidents: change.incidents.map(({ id, priority }) => {
      const other = others.get(id) as { readonly title?: string } | undefined;
      return { id, ...(other?.title && { title: other.title }), ...(priority && { priority }) };
    }),
    links: input.links.map(({ link, other }) => {
      const { title: name, state } = other as { readonly title?: string; readonly state?: string };
      return { relation: link.relation, id: other.id, title: name ?? other.id, state: state ?? '' };
    }),
    attachments: change.attachments.map(({ id, name, type, bytes, at }) => ({ id, name, type, bytes, at })),
    timeline: changeTimeline(input.history, actor, config, others),
    missing: change.state === 'new' ? missingFields(change).map((field) => ({ field, label: labelText(changeFields[field].label, actor.language) })) : [],
    lockedFields: template?.lockedFields ?? [],
    ...(change.emergencyReason && { emergencyReason: change.emergencyReason }),
    ...(change.hold && { hold: change.hold }),
    ...(change.review && { review: change.review }),
    ...(change.finishNotes && { finishNotes: change.finishNotes }),
    ...(change.isBackoutUsed !== undefined && { isBackoutUsed: change.isBackoutUsed }),
    ...(change.actualOutageMinutes !== undefined && { actualOutageMinutes: change.actualOutageMinutes }),
  };
}
