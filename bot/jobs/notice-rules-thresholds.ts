import type { Directory } from '../../shared/catalog';
import type { Notice } from '../../shared/app';
import { escalationAt } from '../../shared/sla';
import { isOpen, type RecordedTicketEvent, type Ticket, type TicketEvent } from '../../shared/tickets';
import { handlersOf } from './notice-rules';
import { cut, type Telling } from './telling';

type Passed = Extract<TicketEvent, { type: 'ThresholdPassed' }>;
type Step = ReturnType<typeof escalationAt>[number];

const MAX_MENTIONS = 20;

interface Scene {
  readonly history: readonly RecordedTicketEvent[];
  readonly ticket: Ticket;
  readonly directory: Directory;
}

/** People to be told, and channels with those who are mentioned there. */
interface Audience {
  readonly personIds: Set<string>;
  readonly channels: Map<string, Set<string>>;
}

const mentionsOf = (audience: Audience, groupId: string): Set<string> => {
  const mentions = audience.channels.get(groupId) ?? new Set<string>();
  audience.channels.set(groupId, mentions);
  return mentions;
};

/** A channel hears of what everybody may know; of the rest those who lead the group. */
function tellGroup(audience: Audience, groupId: string | undefined, { ticket, directory }: Scene): void {
  const group = directory.group(groupId);
  if (group?.channel && !ticket.isRestricted) mentionsOf(audience, group.id);
  else for (const personId of handlersOf(group)) audience.personIds.add(personId);
}

function notify(audience: Audience, { whom = [] }: Step, passed: Passed, scene: Scene): void {
  const { directory } = scene;
  const ownerId = directory.agreement(passed.agreementId)?.ownerId;
  if (whom.includes('assignee') && passed.assigneeId) audience.personIds.add(passed.assigneeId);
  if (whom.includes('group') || (whom.includes('assignee') && !passed.assigneeId)) tellGroup(audience, passed.groupId, scene);
  if (whom.includes('leads')) for (const leadId of directory.group(passed.groupId)?.leadIds ?? []) audience.personIds.add(leadId);
  if (whom.includes('owner') && ownerId) audience.personIds.add(ownerId);
}

/** Mentions people in the channel of the group, or of another one; without a channel they are told in their own chats. */
function mention(audience: Audience, { whom = ['group'], groupId }: Step, passed: Passed, { directory }: Scene): void {
  const holder = directory.group(passed.groupId);
  const place = directory.group(groupId) ?? holder;
  const ownerId = directory.agreement(passed.agreementId)?.ownerId;
  const isGroup = whom.includes('group') || (whom.includes('assignee') && !passed.assigneeId);
  const personIds = new Set([
    ...(whom.includes('assignee') && passed.assigneeId ? [passed.assigneeId] : []),
    ...(whom.includes('leads') ? (holder?.leadIds ?? []) : []),
    ...(whom.includes('owner') && ownerId ? [ownerId] : []),
    ...(isGroup ? [...(place?.memberIds ?? []), ...(place?.leadIds ?? [])] : []),
  ]);
  const told = place?.channel ? mentionsOf(audience, place.id) : audience.personIds;
  for (const personId of [...personIds].filter((id) => directory.person(id)?.retired === false).slice(0, MAX_MENTIONS)) told.add(personId);
}

function audienceOf(passed: readonly Passed[], scene: Scene): Audience {
  const audience: Audience = { personIds: new Set(), channels: new Map() };
  const isMoved = scene.history.some(({ event }) => event.type === 'TicketAssigned');
  for (const event of passed) {
    for (const step of escalationAt(scene.directory.agreement(event.agreementId), event.percent)) {
      if (step.act === 'notify') notify(audience, step, event, scene);
      if (step.act === 'mention') mention(audience, step, event, scene);
      // Whoever loses it hears why.
      if (step.act === 'reassign' && isMoved && event.assigneeId) audience.personIds.add(event.assigneeId);
    }
  }
  return audience;
}

const wordsAt = (percent: number, isDueKnown: boolean): string =>
  percent > 100 ? 'threshold.beyond' : percent === 100 ? 'threshold.over' : isDueKnown ? 'threshold.warning' : 'threshold.warningPaused';

/** What has happened to the ticket itself in the same moment. */
function consequences({ history, directory }: Scene): readonly Notice[] {
  return history.flatMap(({ event }): Notice[] => {
    if (event.type === 'PriorityOverridden') return [{ what: 'threshold.raised', params: { priority: { text: `priority.${event.priority}` } } }];
    if (event.type === 'TicketAssigned') return [{ what: 'threshold.moved', params: { group: directory.group(event.groupId)?.name ?? '' } }];
    return [];
  });
}

function noticeOf(event: Passed, scene: Scene): Notice {
  const { ticket, directory } = scene;
  const { percent, promiseDueAt, dueAt, lateMinutes, termsSince } = event;
  const agreement = directory.agreement(event.agreementId);
  const zone = directory.calendar(agreement?.calendarId)?.zone;
  const more: Notice[] = [];
  if (termsSince) more.push({ what: percent >= 100 ? 'threshold.overAtRetarget' : 'threshold.atRetarget', params: { since: { at: termsSince } } });
  if (lateMinutes) more.push({ what: 'threshold.late', params: { late: { lengthMs: lateMinutes * 60_000 }, at: { at: dueAt } } });
  return {
    what: wordsAt(percent, promiseDueAt !== undefined),
    params: {
      id: ticket.id, name: `${ticket.id} (${cut(ticket.title)})`, percent,
      promise: agreement && agreement.type !== 'sla' ? agreement.name : { text: `metric.${event.metric}` },
      ...(promiseDueAt && { due: { at: promiseDueAt } }),
    },
    more: [...more.map((entry) => (zone ? { ...entry, zone } : entry)), ...consequences(scene)],
    ...(zone && { zone }),
  };
}

function tellingsOfClock(passed: readonly Passed[], scene: Scene): readonly Telling[] {
  const highest = passed.reduce((top, event) => (event.percent > top.percent ? event : top));
  // A warning about what is done already only disturbs.
  if (highest.percent < 100 && !isOpen(scene.ticket.state)) return [];
  const notice = noticeOf(highest, scene);
  const { personIds, channels } = audienceOf(passed, scene);
  return [
    ...[...personIds].map((personId): Telling => ({ target: { to: 'person', personId }, notice })),
    ...[...channels].map(([groupId, mentions]): Telling => ({
      target: { to: 'words', groupId },
      notice: mentions.size > 0 ? { ...notice, mentionIds: [...mentions] } : notice,
    })),
  ];
}

/**
 * Who is told that clocks have passed thresholds: of several of one clock only the highest, to everybody whom any of them
 * concerns (domain.md 5.2, rule 8).
 */
export function thresholdTellings(scene: Scene): readonly Telling[] {
  const byClock = new Map<string, Passed[]>();
  for (const { event } of scene.history) {
    if (event.type !== 'ThresholdPassed') continue;
    const known = byClock.get(event.key);
    if (known) known.push(event);
    else byClock.set(event.key, [event]);
  }
  return [...byClock.values()].flatMap((passed) => tellingsOfClock(passed, scene));
}
