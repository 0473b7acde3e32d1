// If this fails, the wrong people hear about a ticket: nobody, everybody, or the one who did it.
import { deliveriesFor } from '../../bot/jobs/delivery-rules';
import { record, type DeliveryPlan } from '../../shared/app';
import type { Actor } from '../../shared/kernel';
import { systemActor } from '../../shared/kernel';
import type { Ticket } from '../../shared/tickets';
import { after, alice, bob, carol, decide, dora, fay, givenDesk, NOW } from '../_support/given';

const desk = givenDesk();
const NETWORK = 'GRP0000001';
const VPN = { title: 'VPN drops', categoryId: 'CAT0000002' };

/** What one action tells: `<to whom> <what>`, without the cards that follow by themselves. */
function tells(ticket: Ticket | undefined, verb: string, input: object, by: Actor): readonly string[] {
  const decided = decide(ticket, verb, input, by);
  if ('refused' in decided) throw new Error(`${verb}: ${decided.refused.code}`);
  const history = record(decided.events, { id: decided.ticket.id, version: ticket?.version ?? 0, at: NOW, action: `tickets.${verb}`, actor: by });
  const plans = deliveriesFor({ practice: 'tickets', id: decided.ticket.id, history }, decided.ticket, desk.directory);
  expect(plans.at(-1)).toEqual({ target: { to: 'cards' } });
  return plans.slice(0, -1).map(told).sort();
}

function told({ target, notice }: DeliveryPlan): string {
  const names: Record<string, string> = { [alice.id]: 'alice', [bob.id]: 'bob', [carol.id]: 'carol', [dora.id]: 'dora', [fay.id]: 'fay', [NETWORK]: 'network' };
  const to = target.to === 'person' ? names[target.personId] : target.to === 'channel' ? names[target.groupId] : target.to;
  return `${to} ${notice?.what}${notice?.card ? ` (${notice.card})` : ''}`;
}

const reported = after(undefined, 'report', VPN, alice);
const taken = after(reported, 'take', {}, bob);
const resolved = after(taken, 'resolve', { code: 'fixed', notes: 'New profile' }, bob);
const watched = after(taken, 'watch', { personId: fay.id }, bob);
const order = after(undefined, 'report', { title: 'Laptop', offeringId: 'OFR0000001', answers: { model: 'light' } }, alice);

test.each<[string, Ticket | undefined, string, object, Actor, readonly string[]]>([
  ['a report goes to the leads of a group without channel', undefined, 'report', VPN, alice, ['carol triage (agent)']],
  ['a report on behalf is told to whom it is for', undefined, 'report', { ...VPN, requesterId: alice.id }, fay, ['alice reportedForYou (requester)', 'carol triage (agent)']],
  ['taking is told to the requester', reported, 'take', {}, bob, ['alice taken']],
  ['an assignment is told to both', reported, 'assign', { assigneeId: bob.id }, carol, ['alice handedTo', 'bob assigned (agent)']],
  ['moving to another group is told to that group', taken, 'assign', { groupId: 'GRP0000002', reason: 'No network problem' }, bob, ['fay triage (agent)']],
  ['an answer goes to the requester and the watchers', watched, 'reply', { text: 'Try again' }, bob, ['alice replied', 'fay replied']],
  ['an answer of the requester goes to who works on it, and to the watchers', watched, 'reply', { text: 'Still bad' }, alice, ['bob wrote', 'fay wrote']],
  ['an answer while nobody has it goes to the leads', reported, 'reply', { text: 'Still bad' }, alice, ['carol wrote']],
  ['an internal note is told to nobody', taken, 'addNote', { text: 'Certificate?' }, carol, []],
  ['a question is asked', taken, 'putOnHold', { reason: 'requester', comment: 'Which network?', followUpAt: '2026-12-01T09:00:00.000Z' }, bob, ['alice question (requester)']],
  ['waiting for a supplier is shown, not told', taken, 'putOnHold', { reason: 'vendor', supplier: 'Telco', reference: '7', followUpAt: '2026-12-01T09:00:00.000Z' }, bob, []],
  ['a resolution is told to the requester and the watchers', watched, 'resolve', { code: 'fixed', notes: 'Done' }, bob, ['alice resolved (requester)', 'fay resolvedForWatcher']],
  ['accepting is told to who solved it', resolved, 'close', {}, alice, ['bob accepted']],
  ['closing by itself is told to the requester', resolved, 'close', {}, systemActor('job'), ['alice closedBySystem']],
  ['closing by a lead is told to the requester', resolved, 'close', {}, carol, ['alice closed']],
  ['reopening by the requester is told to who solved it', resolved, 'reopen', { reason: 'Still bad' }, alice, ['bob reopened (agent)']],
  ['reopening by an agent is told to the requester', resolved, 'reopen', { reason: 'Came back' }, carol, ['alice reopened']],
  ['rating is told to who solved it', resolved, 'rate', { stars: 5 }, alice, ['bob rated']],
  ['canceling is told to the requester, with the reason', taken, 'cancel', { reason: 'notAnIncident', note: 'Planned work' }, bob, ['alice cancelledBecause']],
  ['withdrawing what nobody has taken is told to nobody', reported, 'cancel', { reason: 'withdrawn' }, alice, []],
  ['a new watcher is told', taken, 'watch', { personId: fay.id }, bob, ['fay watching (requester)']],
  ['watching oneself is told to nobody', taken, 'watch', {}, fay, []],
  ['an order that needs approval is told to who decides, not yet to the group', undefined, 'report', { title: 'Laptop', offeringId: 'OFR0000001', answers: { model: 'light' } }, alice, ['dora approval (approver)']],
  ['an approval is told to the requester, and the group gets the order', order, 'approve', {}, dora, ['alice approved', 'carol triage (agent)']],
  ['a refusal is told to the requester', order, 'reject', { comment: 'Next year' }, dora, ['alice rejected']],
  ['a question back is asked', order, 'returnForInfo', { comment: 'Which model?' }, dora, ['alice returned (requester)']],
  ['an edit is told to nobody', reported, 'edit', { title: 'VPN drops hourly' }, alice, []],
])('%s', (_name, ticket, verb, input, by, expected) => {
  expect(tells(ticket, verb, input, by)).toEqual(expected);
});

test('what a workflow could not do is told to the leads of the group, in one message with the work that came up for them', () => {
  const plan = [{ ...order.ordered!.plan[0]!, steps: [{ id: 'go-on', kind: 'action' as const, action: 'tickets.resume', input: {}, ifRefused: 'stop' as const }] }];
  const decided = decide({ ...order, ordered: { ...order.ordered!, plan } }, 'approve', {}, dora);
  if ('refused' in decided) throw new Error('refused');
  const history = record(decided.events, { id: order.id, version: order.version, at: NOW, action: 'tickets.approve', actor: dora });
  const plans = deliveriesFor({ practice: 'tickets', id: order.id, history }, decided.ticket, desk.directory).slice(0, -1);
  expect(plans.map(told).sort()).toEqual(['alice approved', 'carol stepRefused (agent)']);
  const { notice } = plans.find(({ target }) => target.to === 'person' && target.personId === carol.id)!;
  expect(notice?.params).toMatchObject({ stage: 'Approval', step: 'Resume', reason: expect.stringMatching(/^You cannot do this now/) as string });
  expect(notice?.more?.map(({ what }) => what)).toEqual(['triage', 'taskOfGroup']);
});

test('a webhook that was called is told of each call by itself, whoever called it', () => {
  const called = { type: 'WebhookCalled' as const, webhookId: 'WHK0000001', name: 'Stock' };
  const history = record([called, called], { id: taken.id, version: taken.version, at: NOW, action: 'tickets.callWebhook', actor: bob });
  expect(deliveriesFor({ practice: 'tickets', id: taken.id, history }, taken, desk.directory).map(({ target }) => target)).toEqual([
    { to: 'webhook', webhookId: 'WHK0000001', seq: taken.version + 1 }, { to: 'webhook', webhookId: 'WHK0000001', seq: taken.version + 2 }, { to: 'cards' },
  ]);
});

test('somebody who has left is told nothing', () => {
  const gone = after(taken, 'watch', { personId: fay.id }, bob);
  const left = { ...desk.directory.person(fay.id), retired: true, version: 9 };
  const other = givenDesk();
  other.apply({ practice: 'people', id: fay.id, version: 9, active: true, summary: { ...left, practice: 'people' } as never, types: [], at: NOW, by: 'system' });
  const decided = decide(gone, 'reply', { text: 'Hello' }, bob);
  if ('refused' in decided) throw new Error('refused');
  const history = record(decided.events, { id: gone.id, version: gone.version, at: NOW, action: 'tickets.reply', actor: bob });
  const plans = deliveriesFor({ practice: 'tickets', id: gone.id, history }, decided.ticket, other.directory);
  expect(plans.map(told)).toEqual(['alice replied', 'cards undefined']);
});

test('when the only lead reports, the members of the group are told', () => {
  expect(tells(undefined, 'report', VPN, carol)).toEqual(['bob triage (agent)']);
});

/** What is told when the thresholds are looked at: places, and the words by their text keys. */
function noticed(ticket: Ticket, at: string, config = desk): readonly string[] {
  const decided = decide(ticket, 'passThresholds', {}, systemActor('job'), at);
  if ('refused' in decided) throw new Error(decided.refused.code);
  const history = record(decided.events, { id: ticket.id, version: ticket.version, at, action: 'tickets.passThresholds', actor: systemActor('job') });
  const plans = deliveriesFor({ practice: 'tickets', id: ticket.id, history }, decided.ticket, config.directory);
  const words = ({ notice }: DeliveryPlan): string => [notice, ...(notice?.more ?? [])].map((entry) => entry?.what).join(' + ');
  return plans.slice(0, -1).map((plan) => `${told(plan).split(' ')[0]}: ${words(plan)}`).sort();
}

const open = after(undefined, 'report', { ...VPN, reach: 'team', work: 'workaround' }, alice);
const busy = after(open, 'take', {}, bob);

test('what several clocks have to say to the same person is one message, each clock with its highest threshold', () => {
  expect(noticed(busy, '2026-11-20T12:50:00.000Z')).toEqual(['bob: threshold.warning + threshold.late']);
  expect(noticed(busy, '2026-11-20T20:00:01.000Z')).toEqual([
    'bob: threshold.over + threshold.late + threshold.over',
    'carol: threshold.over + threshold.late + threshold.over',
  ]);
});

test('what nobody works on yet concerns the leads of a group without channel', () => {
  expect(noticed(open, '2026-11-20T12:46:00.000Z')).toEqual(['carol: threshold.warning']);
});

test('a warning that comes after the work is done is told to nobody, a broken promise is', () => {
  const answered = after(busy, 'reply', { text: 'We are at it.' }, bob, '2026-11-20T12:10:00.000Z');
  const inTime = after(answered, 'resolve', { code: 'fixed', notes: 'Done' }, bob, '2026-11-20T19:00:00.000Z');
  expect(noticed(inTime, '2026-11-20T19:00:01.000Z')).toEqual([]);
  const late = after(answered, 'resolve', { code: 'fixed', notes: 'Done' }, bob, '2026-11-20T20:00:01.000Z');
  expect(noticed(late, '2026-11-20T20:00:02.000Z')).toEqual(['bob: threshold.over', 'carol: threshold.over']);
});

test('a confidential ticket is warned about in chats only', () => {
  const withChannel = givenDesk();
  const group = { ...withChannel.directory.group(NETWORK), version: 2, channel: { conversationId: '19:network', serviceUrl: 'https://smba.trafficmanager.net' } };
  withChannel.apply({ practice: 'groups', id: NETWORK, version: 2, active: true, summary: { ...group, practice: 'groups' } as never, types: [], at: NOW, by: 'system' });
  expect(noticed(open, '2026-11-20T12:46:00.000Z', withChannel)).toEqual(['words: threshold.warning']);
  expect(noticed({ ...open, isRestricted: true }, '2026-11-20T12:46:00.000Z', withChannel)).toEqual(['carol: threshold.warning']);
});
