// If this fails, an order goes past somebody who must agree, work on it comes up at the wrong time or never, or a change of the catalog reaches orders that were made before.
import type { Offering, Plan } from '../../../shared/catalog';
import { record } from '../../../shared/app';
import { awaitedApprovers, when, type Actor, type Schema } from '../../../shared/kernel';
import { dryRun, foldTicket, subjectOf, ticketActions, ticketsPractice, type Ticket, type TicketEvent } from '../../../shared/tickets';
import { actor, alice, bob, canDo, carol, dora, fay, givenDesk, NOW } from '../../_support/given';

const NETWORK = 'GRP0000001';
const DESK = 'GRP0000002';
const label = (en: string) => ({ en });

const form: Schema = {
  system: { kind: 'choice', label: label('System'), required: true, options: ['erp', 'crm'].map((value) => ({ value, label: label(value) })) },
  from: { kind: 'date', label: label('From'), notBefore: 'today' },
  to: { kind: 'date', label: label('Until'), notBefore: 'from' },
  cost: { kind: 'money', label: label('Cost') },
  owner: { kind: 'person', label: label('Owner') },
};

const plan: Plan = [
  {
    id: 'prepare', name: label('Preparation'),
    approvals: [
      { id: 'manager', from: [{ kind: 'manager' }], conditions: [[{ field: 'to.days', atLeast: 15 }]] },
      { id: 'budget', from: [{ kind: 'person', personId: carol.id }], order: 2, conditions: [[{ field: 'request.cost', atLeast: 1_000 }]] },
    ],
    tasks: [
      { id: 'a', title: label('Reserve'), dueMinutes: 60 },
      { id: 'b', title: label('Install'), after: ['a'] },
      { id: 'c', title: label('Check rights'), groupId: DESK, conditions: when('system', 'erp') },
    ],
  },
  { id: 'erp', name: label('ERP only'), conditions: when('system', 'erp'), approvals: [{ id: 'security', from: [{ kind: 'group', groupId: DESK }] }], steps: [{ id: 'say', kind: 'message', to: 'requester', text: label('Nearly there') }], onRefusal: 'return' },
  { id: 'hand-over', name: label('Hand-over'), tasks: [{ id: 'a', title: label('Hand over'), assigneeId: bob.id }] },
];

const offering: Offering = {
  id: 'OFR0000009', practice: 'offerings', version: 2, updatedAt: NOW, state: 'published', edition: 1, retired: false, name: 'Loan', categoryId: 'CAT0000001', groupId: NETWORK, ownerId: carol.id,
  approvalRule: 'plan', form, plan, costs: [{ amountOf: 'cost', per: 'once' }], targetMinutes: 600,
};

const desk = givenDesk();
let catalog: Offering = offering;
const config = { ...desk.directory, offering: (id: string | undefined) => (id === offering.id ? catalog : desk.directory.offering(id)) };
beforeEach(() => { catalog = offering; });

type Told = { readonly ticket: Ticket; readonly types: readonly string[] } | { readonly refused: { readonly code: string; readonly problems?: readonly unknown[] } };

function act(ticket: Ticket | undefined, verb: string, input: object, by: Actor, now = NOW): Told {
  const action = ticketActions.find(({ name }) => name === `tickets.${verb}`)!;
  const context = { actor: by, now, config, files: [], others: new Map(), links: [], extra: {}, turns: {}, newToken: () => 'token' };
  const decided = (action.decide as (...args: unknown[]) => unknown)(ticket, input, context) as { events: TicketEvent[] } | { refused: { code: string } };
  if ('refused' in decided) return decided;
  const history = record(decided.events, { id: ticket?.id ?? 'REQ0000001', version: ticket?.version ?? 0, at: now, action: action.name, actor: by });
  return { ticket: history.reduce<Ticket | undefined>(foldTicket, ticket) as Ticket, types: decided.events.map(({ type }) => type) };
}

function done(ticket: Ticket | undefined, verb: string, input: object, by: Actor): Ticket {
  const told = act(ticket, verb, input, by);
  if ('refused' in told) throw new Error(`${verb}: ${JSON.stringify(told.refused)}`);
  return told.ticket;
}

const refusal = (told: Told): string => ('refused' in told ? told.refused.code : 'done');
const order = (answers: object, by: Actor = alice, more: object = {}): Told => act(undefined, 'report', { title: 'A loan', offeringId: offering.id, answers, ...more }, by);
const ordered = (answers: object, by: Actor = alice, more: object = {}): Ticket => done(undefined, 'report', { title: 'A loan', offeringId: offering.id, answers, ...more }, by);
const states = ({ tasks = [] }: Ticket): Readonly<Record<string, string>> => Object.fromEntries(tasks.map(({ id, state }) => [id, state]));
const waitsFor = ({ approval, state }: Ticket): readonly string[] => (approval && state === 'awaitingApproval' ? awaitedApprovers(approval) : []);
const close = (ticket: Ticket, taskId: string, by: Actor, more: object = { state: 'complete' }): Ticket => done(ticket, 'closeTask', { taskId, ...more }, by);

describe('who has to agree', () => {
  it.each([
    ['a short loan', { system: 'crm', from: '2026-11-21', to: '2026-12-01' }, 'approved', []],
    ['a long one', { system: 'crm', from: '2026-11-21', to: '2026-12-06' }, 'awaitingApproval', [dora.id]],
    ['an expensive one', { system: 'crm', cost: 1_000 }, 'awaitingApproval', [carol.id]],
  ])('%s', (_what, answers, state, people) => {
    const ticket = ordered(answers);
    expect([ticket.state, waitsFor(ticket)]).toEqual([state, people]);
  });

  it('is said with its reason', () => {
    const ticket = ordered({ system: 'crm', from: '2026-11-21', to: '2026-12-06', cost: 2_500 });
    const view = ticketsPractice.view({ record: ticket, extra: {}, history: [], others: new Map(), links: [], actor: dora, config, now: NOW }) as { fulfillment: { stages: { approvals: { id: string; because: string; state: string }[] }[] } };
    expect(view.fulfillment.stages[0]?.approvals.map(({ id, because, state }) => `${id} ${state}: ${because}`)).toEqual([
      'manager requested: because it lasts 15 days', 'budget waiting: because it costs €2,500',
    ]);
  });

  it('nobody agrees to what they ordered themselves, for whomever it is: whoever is next above them does', () => {
    catalog = { ...offering, plan: [{ ...plan[0]!, approvals: [{ id: 'owner', from: [{ kind: 'person', personId: alice.id }] }] }] };
    const own = ordered({ system: 'crm' });
    expect(waitsFor(own)).toEqual([dora.id]);
    expect(refusal(act(own, 'approve', {}, alice))).toBe('approvals.notAwaited');
    expect(waitsFor(ordered({ system: 'crm' }, carol, { requesterId: alice.id }))).toEqual([dora.id]);
  });

  it('an order is refused when nobody is left who may decide', () => {
    // Carol decides about budgets, owns the item and leads its group, and has nobody above her.
    expect(refusal(order({ system: 'crm', cost: 5_000 }, carol))).toBe('tickets.nobodyToApprove');
    expect(refusal(order({ system: 'crm', cost: 5_000 }, carol, { requesterId: alice.id }))).toBe('tickets.nobodyToApprove');
  });

  it('a refusal ends it, or leads where the plan says', () => {
    const long = ordered({ system: 'crm', from: '2026-11-21', to: '2026-12-06' });
    expect(done(long, 'reject', { comment: 'No' }, dora)).toMatchObject({ state: 'rejected', closedAt: NOW });
    const erp = close(close(close(ordered({ system: 'erp' }), 'prepare.a', bob), 'prepare.b', bob), 'prepare.c', fay);
    expect(erp).toMatchObject({ state: 'awaitingApproval', stageId: 'erp' });
    const returned = done(erp, 'reject', { comment: 'Which role?' }, fay);
    expect(returned.state).toBe('returned');
    const again = done(returned, 'resubmit', { answers: { system: 'erp', cost: 10 } }, alice);
    expect(again).toMatchObject({ state: 'awaitingApproval', stageId: 'erp', answers: { system: 'erp', cost: 10 }, plannedCost: 10 });
    expect(refusal(act(returned, 'resubmit', { answers: { system: 'none' } }, alice))).toBe('kernel.invalidInput');
  });
});

describe('the work', () => {
  it('comes up when what it waits for is over, and only what the answers ask for', () => {
    const crm = ordered({ system: 'crm' });
    expect(states(crm)).toEqual({ 'prepare.a': 'open', 'prepare.b': 'pending' });
    expect(refusal(act(crm, 'startTask', { taskId: 'prepare.b' }, bob))).toBe('tickets.taskWaits');
    expect(states(close(crm, 'prepare.a', bob))).toEqual({ 'prepare.a': 'complete', 'prepare.b': 'open' });
    expect(states(ordered({ system: 'erp' }))).toEqual({ 'prepare.a': 'open', 'prepare.b': 'pending', 'prepare.c': 'open' });
  });

  it('is due so many minutes of service time after it came up', () => {
    expect(ordered({ system: 'crm' }).tasks?.[0]).toMatchObject({ openedAt: NOW, dueAt: '2026-11-20T13:00:00.000Z' });
  });

  it('the first task that is begun is the beginning of fulfillment; until then whom it is for can withdraw it', () => {
    const fresh = ordered({ system: 'crm' });
    expect(canDo(fresh, alice)).toContain('cancel');
    const begun = done(fresh, 'startTask', { taskId: 'prepare.a' }, bob);
    expect(begun).toMatchObject({ state: 'inFulfillment', tasks: [{ state: 'inProgress', assigneeId: bob.id }, {}] });
    expect(canDo(begun, alice)).not.toContain('cancel');
    expect(canDo(begun, carol)).toContain('cancel');
    expect(states(done(fresh, 'cancel', { reason: 'withdrawn' }, alice))).toEqual({ 'prepare.a': 'skipped', 'prepare.b': 'skipped' });
  });

  it('the last task of a stage brings the next one; a stage that is not for it is passed over', () => {
    const next = close(close(ordered({ system: 'crm' }), 'prepare.a', bob), 'prepare.b', bob);
    expect(next).toMatchObject({ stageId: 'hand-over', state: 'inFulfillment', stages: [{ id: 'prepare' }, { id: 'hand-over' }] });
    expect(next.tasks?.at(-1)).toMatchObject({ id: 'hand-over.a', state: 'open', assigneeId: bob.id });
  });

  it('a stage in the middle waits for its consent, says by itself what it has to say, and goes on', () => {
    const asked = close(close(close(ordered({ system: 'erp' }), 'prepare.c', fay), 'prepare.a', bob), 'prepare.b', bob);
    expect([asked.state, waitsFor(asked)]).toEqual(['awaitingApproval', [fay.id]]);
    const told = act(asked, 'approve', {}, fay);
    expect('types' in told && told.types).toEqual(['ApprovalVoted', 'StepTaken', 'StageOpened', 'StageEntered', 'StageOpened']);
    expect('ticket' in told && told.ticket).toMatchObject({ state: 'inFulfillment', stageId: 'hand-over' });
  });

  it.each([
    ['all done', { state: 'complete' }, 'delivered'],
    ['one not done', { state: 'incomplete', note: 'Out of stock' }, 'deliveredInPart'],
  ])('rolls up: %s', (_what, last, code) => {
    const before = close(close(ordered({ system: 'crm' }), 'prepare.a', bob), 'prepare.b', bob);
    expect(close(before, 'hand-over.a', bob, last)).toMatchObject({ state: 'fulfilled', resolution: { code } });
  });

  it('belongs to whoever has it, their group, and whoever has the ticket; they may read the ticket, others may not touch it', () => {
    const ticket = ordered({ system: 'erp' });
    expect(refusal(act(ticket, 'closeTask', { taskId: 'prepare.a', state: 'complete' }, fay))).toBe('tickets.notYourTask');
    expect(refusal(act(ticket, 'closeTask', { taskId: 'prepare.c', state: 'complete' }, fay))).toBe('done');
    const secret = { ...ticket, isRestricted: true };
    expect(ticketsPractice.canRead(fay, subjectOf(secret) as never)).toBe(true);
    expect(ticketsPractice.canRead(actor('PER0000050', { groupIds: ['GRP0000009'] }), subjectOf(secret) as never)).toBe(false);
  });

  it('closing everything by hand does not go round a consent that is still ahead', () => {
    const erp = done(ordered({ system: 'erp' }), 'take', {}, bob);
    expect(refusal(act(erp, 'resolve', { code: 'delivered', notes: 'Done' }, bob))).toBe('tickets.consentAhead');
    const crm = done(ordered({ system: 'crm' }), 'take', {}, bob);
    expect(states(done(crm, 'resolve', { code: 'delivered', notes: 'Done' }, bob))).toEqual({ 'prepare.a': 'complete', 'prepare.b': 'complete' });
  });

  it('can be added to an incident too', () => {
    const incident = done(done(undefined, 'report', { title: 'VPN drops', categoryId: 'CAT0000002' }, alice), 'addTask', { title: 'Ask the provider' }, bob);
    expect(incident.tasks).toMatchObject([{ id: 'x1', title: { en: 'Ask the provider' }, state: 'open' }]);
    expect(close(incident, 'x1', bob)).toMatchObject({ state: 'new', tasks: [{ state: 'complete' }] });
  });
});

describe('what was ordered', () => {
  it('stays as it was offered, whatever becomes of the catalog', () => {
    const before = ordered({ system: 'crm' });
    catalog = { ...offering, state: 'retired', retired: true, edition: 2, plan: [], form: {}, targetMinutes: 5 };
    expect(before.ordered).toMatchObject({ edition: 1, plan, form, targetMinutes: 600 });
    expect(close(close(before, 'prepare.a', bob), 'prepare.b', bob)).toMatchObject({ stageId: 'hand-over' });
    expect(before.facts[0]?.set).toMatchObject({ promisedMinutes: '600' });
    expect(refusal(order({ system: 'crm' }))).toBe('tickets.unknownOffering');
  });

  it('has a planned and an actual cost', () => {
    const spent = done(close(ordered({ system: 'crm', cost: 120.5 }), 'prepare.a', bob, { state: 'complete', cost: 99.9, minutes: 15 }), 'recordCost', { amount: -10, note: 'Discount' }, bob);
    expect(spent.plannedCost).toBe(120.5);
    const view = ticketsPractice.view({ record: spent, extra: {}, history: [], others: new Map(), links: [], actor: bob, config, now: NOW }) as { fulfillment: object };
    expect(view.fulfillment).toMatchObject({ plannedCost: 120.5, actualCost: 89.9 });
  });

  it('is offered only to its audience, by direct link too', () => {
    catalog = { ...offering, audience: { departments: ['Finance'] } };
    expect(refusal(order({ system: 'crm' }))).toBe('tickets.unknownOffering');
    catalog = { ...offering, audience: { departments: ['Finance'], groupIds: [NETWORK] } };
    expect(refusal(order({ system: 'crm' }))).toBe('tickets.unknownOffering');
    expect(refusal(order({ system: 'crm' }, bob))).toBe('done');
  });
});

describe('a dry run of another plan', () => {
  const past = [
    close(close(close(ordered({ system: 'crm', cost: 400 }), 'prepare.a', bob), 'prepare.b', bob), 'hand-over.a', bob),
    { ...ordered({ system: 'erp', from: '2026-11-21', to: '2026-12-31', cost: 2_000 }), id: 'REQ0000002' },
  ];

  it('says what would have been asked of whom, and why, and what would have been refused; it changes nothing', () => {
    const cheaper: Plan = [{ ...plan[0]!, approvals: [{ id: 'budget', from: [{ kind: 'person', personId: carol.id }], conditions: [[{ field: 'request.cost', atLeast: 300 }]] }] }];
    const before = structuredClone(past);
    const found = dryRun(past, { ...offering, plan: cheaper }, config, dora, NOW);
    expect(found).toMatchObject({ asked: 2, newlyAsked: 1, noLongerAsked: 0, refused: 0 });
    expect(found.rows[0]).toMatchObject({ stages: ['Preparation'], asked: [{ step: 'Budget', people: [carol.id], because: 'because it costs €400' }], notAsked: [], plannedCost: 400, formerCost: 400 });
    expect(found.rows[1]?.notAsked).toEqual(['Manager']);
    expect(past).toEqual(before);
    expect(dryRun(past, { ...offering, plan: [{ ...plan[2]! }] }, config, dora, NOW)).toMatchObject({ asked: 0, noLongerAsked: 1 });
    expect(dryRun(past, { ...offering, form: { ...form, code: { kind: 'text', label: label('Code'), required: true } } }, config, dora, NOW)).toMatchObject({ refused: 2, rows: [{ refused: expect.stringContaining('Code') as string }, {}] });
  });

  it('is the same as what the plan then does', () => {
    for (const ticket of past) {
      const row = dryRun([ticket], offering, config, dora, NOW).rows[0]!;
      const live = ordered(ticket.answers!);
      const asked = live.approval?.steps.map(({ seats }) => seats.map(({ personId }) => personId)) ?? [];
      expect(row.asked.slice(0, asked.length).map(({ people }) => people)).toEqual(asked);
    }
  });

  it('takes as long as its tasks took before; what was never done takes what is planned', () => {
    const slow = { ...past[0]!, tasks: past[0]!.tasks!.map((task) => ({ ...task, openedAt: NOW, closedAt: '2026-11-20T12:30:00.000Z' })) };
    const [a] = dryRun([slow], { ...offering, plan: [plan[0]!, { id: 'new', name: label('New'), tasks: [{ id: 'n', title: label('Never done'), dueMinutes: 45 }] }] }, config, dora, NOW).rows;
    expect(a).toMatchObject({ minutes: 30 + 30 + 45, formerMinutes: 30, tasks: 3 });
  });
});
