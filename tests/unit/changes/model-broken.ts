import type { Approval } from '../../../shared/kernel';
import type { Change, ChangeEvent } from '../../../shared/changes';
import type { Broken, Decide } from './model-run';
import { directoryFor } from './model-world';

/** Approvals of events, seen through a function: how a decision is broken without touching the code that is checked. */
const withApprovals = (decide: Decide, change: (approval: Approval, event: ChangeEvent, before: Change) => Approval): Decide => (before, input, context) => {
  const decided = decide(before, input, context);
  if ('refused' in decided) return decided;
  return { events: decided.events.map((event) => ('approval' in event ? { ...event, approval: change(event.approval, event, before) } : event)) };
};

const tokenOf = (approval: Approval | undefined, stepId: string, personId: string): string | undefined => approval?.steps.find(({ id }) => id === stepId)?.seats.find((seat) => seat.personId === personId)?.token;

/** Tokens as they were before, wherever a seat was there already. */
const withFormerTokens = (approval: Approval, before: Approval | undefined): Approval => ({
  ...approval, steps: approval.steps.map((step) => ({ ...step, seats: step.seats.map((seat) => ({ ...seat, token: tokenOf(before, step.id, seat.personId) ?? seat.token })) })),
});

const withoutFreezes = (decide: Decide): Decide => (change, input, context) => decide(change, input, { ...context, config: directoryFor({ isFrozen: false, isExcepted: false, hasRival: false }) });
const unexcluded = (change: Change): Change => (change.approval ? { ...change, approval: { ...change.approval, excludedIds: [] } } : change);

/** Mistakes that somebody could make, each with what the check says about it. */
export const BROKEN: Readonly<Record<string, { readonly broken: Broken; readonly finds: RegExp; readonly writers?: boolean }>> = {
  'substitutes are not excluded': {
    broken: {
      can: (verb, can) => (actor, subject) => can(actor, verb === 'approve' ? { ...subject, excludedApproverIds: [] } : subject),
      decide: (verb, decide) => (verb === 'approve' ? (change, input, context) => decide(unexcluded(change), input, context) : decide),
    },
    finds: /(requester|implementer) decided in peer from the seat of peer/,
  },
  'an edit voids nothing': {
    broken: {
      decide: (verb, decide) => (change, input, context) => {
        const decided = decide(change, input, context);
        if ('refused' in decided || !['edit', 'reschedule'].includes(verb)) return decided;
        return { events: decided.events.map((event) => (event.type === 'ChangeEdited' && change.approval ? { ...event, approval: change.approval, state: change.state } : event)) };
      },
    },
    finds: /is about something else|is not approved/,
  },
  'votes of a new implementer still count': {
    broken: {
      decide: (verb, decide) => (verb !== 'edit' ? decide : withApprovals(decide, (approval, _event, { approval: before }) => ({
        ...approval, steps: approval.steps.map((step) => ({ ...step, votes: before?.steps.find(({ id }) => id === step.id)?.votes ?? [] })),
      }))),
    },
    finds: /second decided in peer from the seat of second/,
  },
  'whoever wrote it decides about it': {
    broken: { decide: (verb, decide) => (['edit', 'reschedule'].includes(verb) ? (change, input, context) => decide(change, input, { ...context, actor: { ...context.actor, id: change.requesterId } }) : decide) },
    finds: /second decided in peer from the seat of second/,
    writers: true,
  },
  'starting does not look at freezes': { broken: { decide: (verb, decide) => (verb === 'start' ? withoutFreezes(decide) : decide) }, finds: /started inside a freeze/ },
  'scheduling does not look at freezes': { broken: { decide: (verb, decide) => (['approve', 'schedule'].includes(verb) ? withoutFreezes(decide) : decide) }, finds: /scheduled inside a freeze/ },
  'starting early does not look at the time before the window': {
    broken: {
      decide: (verb, decide) => (verb !== 'start' ? decide : (change, input, context) => decide(change, input, { ...context, now: context.now < (change.plannedStart ?? '') ? (change.plannedStart as string) : context.now })),
    },
    finds: /started inside a freeze/,
  },
  'a vote that is taken back leaves its token': {
    broken: { decide: (verb, decide) => (verb === 'withdrawVote' ? withApprovals(decide, (approval, _event, { approval: before }) => withFormerTokens(approval, before)) : decide) },
    finds: /is open again/,
  },
  'any token will do': {
    broken: {
      decide: (verb, decide) => (verb !== 'approve' ? decide : (change, input, context) => {
        const { step, token } = input as { step: string; token: string };
        const seats = change.approval?.steps.find(({ id }) => id === step)?.seats ?? [];
        const fitting = seats.map((seat) => decide(change, { ...input, token: seat.token }, context)).find((decided) => 'events' in decided);
        return fitting ?? decide(change, { ...input, token }, context);
      }),
    },
    finds: /a token that no seat of this step has/,
  },
  'nobody can call it off or take it back': { broken: { can: (verb, can) => (actor, subject) => !['cancel', 'revert', 'edit', 'reschedule'].includes(verb) && can(actor, subject) }, finds: /nobody can lead it to an end/ },
  'somebody is noted who has not voted': {
    broken: {
      decide: (verb, decide) => (verb !== 'submit' ? decide : withApprovals(decide, (approval) => ({
        ...approval, steps: approval.steps.map((step) => ({ ...step, votes: step.seats.slice(0, 1).map(({ personId }) => ({ seatId: personId, byId: personId, byName: 'X', decision: 'approved' as const, at: '2026-03-02T09:00:00.000Z' })) })),
      }))),
    },
    finds: /a vote in peer is about something else/,
  },
  'a start needs no schedule': {
    broken: {
      can: (verb, can) => (actor, subject) => can(actor, verb === 'start' && subject.state === 'authorize' ? { ...subject, state: 'scheduled' } : subject),
      decide: (verb, decide) => (verb !== 'start' ? decide : (change, input, context) => {
        const decided = decide(change, input, context);
        return 'refused' in decided && change.approval && decided.refused.code === 'changes.notApproved' ? { events: [{ type: 'ChangeStarted', collisions: [] }] } : decided;
      }),
    },
    finds: /implement: (peer|changeManager) is not approved/,
  },
};
