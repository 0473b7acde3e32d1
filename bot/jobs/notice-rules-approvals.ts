import type { Notice } from '../../shared/app';
import { substitutesAt } from '../../shared/approvals';
import type { Directory } from '../../shared/catalog';
import { openSeats, openSteps, type Approval, type ApprovalStep, type Voided } from '../../shared/kernel';
import { toPerson, type Telling } from './telling';

/** Groups with a channel get a card there; members of the others are asked in their own chats, as everybody is. */
const hasChannel = (directory: Directory, groupId: string): boolean => directory.group(groupId)?.channel !== undefined;

/** Steps whose turn has come with what happened at this instant. */
export const stepsAskedAt = (approval: Approval, at: string): readonly ApprovalStep[] => openSteps(approval).filter(({ requestedAt }) => requestedAt === at);

/** Those who stand in for one of these people at this instant. */
function standInsFor(personIds: readonly string[], directory: Directory, at: string): readonly string[] {
  const substitutes = substitutesAt(directory.delegations(), at);
  return personIds.flatMap((id) => [...(substitutes.get(id) ?? [])]);
}

/** Everybody who may vote from an open seat of these steps, those who stand in for somebody included. */
export function askedPeople(approval: Approval, steps: readonly ApprovalStep[], directory: Directory, at: string): readonly string[] {
  const seats = steps.flatMap((step) => openSeats(approval, step).flatMap(({ personId, escalatedToId }) => [personId, ...(escalatedToId ? [escalatedToId] : [])]));
  return [...new Set([...seats, ...standInsFor(seats, directory, at)])].filter((id) => !approval.excludedIds.includes(id));
}

export interface Asking {
  readonly approval: Approval;
  readonly steps: readonly ApprovalStep[];
  readonly directory: Directory;
  /** ISO instant. */
  readonly at: string;
}

/** A card with the question. */
export const question = (personId: string, notice: Notice): readonly Telling[] =>
  toPerson(personId, { ...notice, card: 'approver' }).map((telling) => ({ ...telling, isQuestion: true }));

/** A card with the question, to each who may decide. */
export function askPeople({ approval, steps, directory, at }: Asking, notice: Notice): readonly Telling[] {
  return askedPeople(approval, steps, directory, at).flatMap((personId) => question(personId, notice));
}

function channelsOf({ steps, directory }: Asking): readonly string[] {
  return [...new Set(steps.flatMap(({ groupIds = [] }) => groupIds))].filter((groupId) => hasChannel(directory, groupId));
}

/** The shared card in the channels of groups that are asked. */
export function askChannels(asking: Asking, notice: (groupName: string) => Notice): readonly Telling[] {
  return channelsOf(asking).map((groupId) => ({ target: { to: 'channel', groupId }, notice: notice(asking.directory.group(groupId)?.name ?? '') }));
}

/** Words below the card that stands in their channels already. */
export function remindChannels(asking: Asking, notice: Notice): readonly Telling[] {
  return channelsOf(asking).map((groupId) => ({ target: { to: 'words', groupId }, notice }));
}

/** Those whose votes no longer count: of the seat, and whoever cast them. */
export function voidedPeople(voided: readonly Voided[]): readonly string[] {
  return [...new Set(voided.flatMap(({ votes }) => votes.flatMap(({ seatId, byId }) => [seatId, byId])))];
}
