import type { ClockFact, ClockFields, ClockInput } from '../../../shared/sla/facts';
import { instantOf } from './oracle-time';
import { DAY_MINUTES, pick, seldom, upTo, type Anchor, type Gen } from './random-world';

type Set = Partial<Record<keyof ClockFields, string | null>>;
interface Drawn { readonly set?: Set; readonly said?: 'agent' | 'requester' }

const OPEN_STATES = ['new', 'inProgress', 'onHold', 'awaitingApproval'];
const ENDS = ['resolved', 'fulfilled', 'closed'];

/** What the record is in while its history is drawn: nothing follows a cancellation that would undo it. */
interface Drawing { state: string; readonly isTalk: boolean }

function stateChange(gen: Gen, drawing: Drawing): Set {
  const isEnd = ENDS.includes(drawing.state);
  const next = isEnd ? pick(gen, ['inProgress', 'inProgress', 'new', 'closed', 'onHold']) : pick(gen, ['inProgress', 'onHold', 'onHold', 'awaitingApproval', 'resolved', 'resolved', 'fulfilled']);
  drawing.state = next;
  if (next !== 'onHold') return { state: next, holdReason: null, supplier: null };
  return { state: next, holdReason: pick(gen, ['requester', 'vendor', 'change']), supplier: seldom(gen, 2) ? pick(gen, ['Acme', 'Other']) : null };
}

function change(gen: Gen, drawing: Drawing): Drawn {
  if (drawing.isTalk && seldom(gen, 2)) return { said: pick(gen, ['agent', 'requester']) };
  switch (upTo(gen, 11)) {
    case 0:
    case 1:
    case 2:
      return { said: pick(gen, ['agent', 'requester']) };
    case 3:
    case 4:
    case 5:
      return { set: stateChange(gen, drawing) };
    case 6:
    case 7:
      return { set: { priority: pick(gen, ['P1', 'P2', 'P3', 'P4']) } };
    case 8:
      return { set: { groupId: pick(gen, ['GRP1', 'GRP2', null]) } };
    case 9:
      return { set: { assigneeId: pick(gen, ['PER8', 'PER9', null]) } };
    case 10:
      return { set: pick(gen, [{ categoryId: 'CAT1' }, { categoryId: 'CAT2' }, { offeringId: 'OFF1' }, { offeringId: null }]) };
    default:
      return drawing.state === 'onHold' ? { set: { holdReason: pick(gen, ['requester', 'vendor', 'change']) } } : { set: { requesterId: pick(gen, ['PER1', 'PER2']) } };
  }
}

/** Mostly one thing at a time; sometimes two at once, as when an answer reopens. */
function event(gen: Gen, drawing: Drawing): Drawn {
  const first = change(gen, drawing);
  if (!seldom(gen, 6)) return first;
  const second = change(gen, drawing);
  const set = { ...first.set, ...second.set };
  return { ...first, ...second, ...(Object.keys(set).length > 0 && { set }) };
}

/** Minutes to the next fact: often none, often full quarters of an hour, so that ties happen. */
function gap(gen: Gen): number {
  if (seldom(gen, 6)) return 0;
  if (seldom(gen, 3)) return 15 * upTo(gen, 24);
  if (seldom(gen, 3)) return 60 * upTo(gen, 40);
  return upTo(gen, seldom(gen, 4) ? 3 * DAY_MINUTES : 200);
}

function birth(gen: Gen, drawing: Drawing): Set {
  const state = pick(gen, [...OPEN_STATES, 'new', 'new', 'new', 'resolved']);
  drawing.state = state;
  return {
    kind: pick(gen, ['incident', 'request']),
    state,
    priority: pick(gen, ['P1', 'P2', 'P3', 'P4']),
    requesterId: pick(gen, ['PER1', 'PER2', 'PER3']),
    ...(state === 'onHold' && { holdReason: pick(gen, ['requester', 'vendor']) }),
    ...(seldom(gen, 2) && { groupId: pick(gen, ['GRP1', 'GRP2']) }),
    ...(seldom(gen, 2) && { categoryId: pick(gen, ['CAT1', 'CAT2']) }),
    ...(seldom(gen, 5) && { offeringId: pick(gen, ['OFF1', 'OFF2']) }),
  };
}

export interface History {
  readonly input: ClockInput;
  readonly asOf: string;
}

/** What happened to a record around that day, in whole minutes; recorded out of order now and then, and even before receipt. */
export function randomHistory(gen: Gen, { day }: Anchor): History {
  const receivedAt = day - DAY_MINUTES + upTo(gen, 2 * 96) * 15 + (seldom(gen, 2) ? upTo(gen, 14) : 0);
  const drawing: Drawing = { state: 'new', isTalk: seldom(gen, 2) };
  const bornAt = receivedAt + (seldom(gen, 10) ? upTo(gen, 90) : 0);
  const facts: ClockFact[] = [{ at: instantOf(bornAt), seq: 1, set: birth(gen, drawing) }];
  let at = bornAt;
  const count = 2 + upTo(gen, 12);
  for (let index = 0; index < count; index++) {
    at += gap(gen);
    const isLate = seldom(gen, 15);
    facts.push({ at: instantOf(isLate ? receivedAt - upTo(gen, 30) : at), seq: index + 2, ...event(gen, drawing) });
  }
  if (seldom(gen, 8)) facts.push({ at: instantOf((at += gap(gen))), seq: count + 2, set: { state: pick(gen, ['cancelled', 'rejected']) } });
  const [first, ...rest] = facts;
  const turn = seldom(gen, 4) && rest.length > 1 ? 1 + upTo(gen, rest.length - 2) : 0;
  const recorded = [...rest.slice(turn), ...rest.slice(0, turn)];
  const asOf = Math.max(bornAt, at + (seldom(gen, 4) ? -upTo(gen, DAY_MINUTES) : gap(gen)));
  return { input: { receivedAt: instantOf(receivedAt), facts: first ? [first, ...recorded] : [] }, asOf: instantOf(asOf) };
}
