// If this fails, somebody may do something to a ticket that the lifecycle table does not allow, or may not do what it allows.
import { actor, alice, bob, canDo, carol, dora, fay, after } from '../../_support/given';
import type { Actor } from '../../../shared/kernel';
import { INCIDENT_LIFECYCLE, REQUEST_LIFECYCLE, lifecycleOf, subjectOf, ticketActions, type Ticket, type TicketRole, type TicketState } from '../../../shared/tickets';
import { canReadTicket, standsAs } from '../../../shared/tickets';

const gus = actor('PER0000007', { roles: ['employee', 'auditor'] });
const stranger = actor('PER0000009');
const everybody: Record<string, Actor> = { alice, bob, carol, dora, fay, gus, stranger };

const taken = after(after(undefined, 'report', { title: 'VPN drops', categoryId: 'CAT0000002' }, alice), 'take', {}, bob);
// Tasks can be worked on where there are some.
const incident = { ...taken, tasks: [{ id: 'x1', title: { en: 'Look at the gateway' }, state: 'open' as const }] };
const request = { ...incident, kind: 'request' as const, id: 'REQ0000001' };

function inState(state: TicketState, kind: Ticket['kind']): Ticket {
  const ticket = kind === 'incident' ? incident : request;
  const approval = { steps: [{ id: 'manager', stage: 1, seats: [{ personId: dora.id, token: 'token' }], quorum: { mode: 'any' as const }, votes: [] }], excludedIds: [alice.id] };
  return { ...ticket, state, ...(state === 'awaitingApproval' && { approval }) };
}

const cases = (['incident', 'request'] as const).flatMap((kind) => lifecycleOf(kind).states.map((state) => [kind, state] as const));

describe.each(cases)('%s in state %s', (kind, state) => {
  const ticket = inState(state, kind);
  it.each(Object.keys(everybody))('%s may do exactly what the table says', (name) => {
    const who = everybody[name] as Actor;
    const roles = (['requester', 'agent', 'anyAgent', 'assignee', 'lead', 'approver', 'offered', 'watcher', 'tasker', 'system'] as TicketRole[]).filter((role) => standsAs(role, who, subjectOf(ticket)));
    const verbs = lifecycleOf(kind).transitions.filter((row) => row.from.includes(state) && row.who.some((role) => roles.includes(role))).map((row) => row.action);
    const narrowed = new Set(verbs);
    narrowed.delete('unrestrict');
    if (who.id === bob.id) narrowed.delete('take');
    if (!who.roles.includes('agent')) narrowed.delete('unwatch');
    const readable = canReadTicket(who, subjectOf(ticket));
    expect([...new Set(canDo(ticket, who))].sort()).toEqual(readable ? [...narrowed].sort() : []);
  });
});

describe('lifecycle tables', () => {
  it.each([INCIDENT_LIFECYCLE, REQUEST_LIFECYCLE])('reach every state from the first', (lifecycle) => {
    const reached = new Set<string>([lifecycle.initial]);
    // `submitted` passes on by itself: to approval, or past it.
    if (reached.has('submitted')) ['awaitingApproval', 'approved'].forEach((state) => reached.add(state));
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const row of lifecycle.transitions) if (row.to && row.from.some((state) => reached.has(state))) reached.add(row.to);
    }
    expect([...lifecycle.states].filter((state) => !reached.has(state))).toEqual([]);
  });

  it.each([INCIDENT_LIFECYCLE, REQUEST_LIFECYCLE])('never leave a terminal state', (lifecycle) => {
    expect(lifecycle.transitions.filter((row) => row.to && row.from.some((state) => lifecycle.terminal.includes(state)))).toEqual([]);
  });

  it('name only actions that exist, and every action is in a table', () => {
    const verbs = new Set([...INCIDENT_LIFECYCLE.transitions, ...REQUEST_LIFECYCLE.transitions].map((row) => row.action));
    expect([...verbs].sort()).toEqual(ticketActions.filter((action) => !action.creates && !action.internal).map((action) => action.name.slice(8)).sort());
  });
});

describe('who may read a ticket', () => {
  const restricted = { ...incident, isRestricted: true };
  it.each<[string, boolean, boolean]>([
    ['alice', true, true], ['bob', true, true], ['carol', true, true], ['dora', false, false], ['fay', true, false], ['gus', true, false], ['stranger', false, false],
  ])('%s: ordinary %s, restricted %s', (name, ordinary, secret) => {
    const who = everybody[name] as Actor;
    expect(canReadTicket(who, subjectOf(incident))).toBe(ordinary);
    expect(canReadTicket(who, subjectOf(restricted))).toBe(secret);
  });

  it('lets watchers and awaited approvers in', () => {
    expect(canReadTicket(stranger, subjectOf({ ...incident, watcherIds: [stranger.id] }))).toBe(true);
    expect(canReadTicket(dora, subjectOf(inState('awaitingApproval', 'request')))).toBe(true);
  });
});
