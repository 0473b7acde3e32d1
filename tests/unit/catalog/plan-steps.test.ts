// If this fails, a workflow of the catalog does by itself what it must not, does it in somebody else's name, or stops without anybody noticing.
import type { ActionStep, Offering, Plan, PlanStep } from '../../../shared/catalog';
import { planProblems, planShapeProblems } from '../../../shared/catalog/plan-check-views';
import { checkPlanAction, record, ruledPractices } from '../../../shared/app';
import { verbsOf, type RuledPractice } from '../../../shared/automation';
import type { Actor, Schema } from '../../../shared/kernel';
import { dryRun, foldTicket, STEP_ACTIONS, ticketActions, ticketsPractice, type RecordedTicketEvent, type Ticket, type TicketEvent } from '../../../shared/tickets';
import { alice, bob, carol, dora, givenDesk, NOW } from '../../_support/given';

const NETWORK = 'GRP0000001';
const DESK = 'GRP0000002';
const words = (en: string) => ({ en });
const form: Schema = { reason: { kind: 'text', label: words('Reason') }, files: { kind: 'files', label: words('Files') } };

const desk = givenDesk();
desk.apply({
  practice: 'webhooks', id: 'WHK0000001', version: 1, active: true, types: [], at: NOW, by: 'system',
  summary: { id: 'WHK0000001', practice: 'webhooks', version: 1, updatedAt: NOW, retired: false, name: 'Stock', address: 'https://stock.example', isEnabled: true } as never,
});

const step = (action: string, input: object = {}, more: Partial<ActionStep> = {}): ActionStep => ({ id: action.slice(8), kind: 'action', action, input: input as ActionStep['input'], ...more });
const note = step('tickets.addNote', { text: '{{ticket.id}} for {{requester.name}}' });
const edit = step('tickets.edit', { title: 'Loan for {{requester.firstName}}' });
/** Nothing to resume: it is not on hold. */
const impossible = step('tickets.resume');
const watch: PlanStep = { id: 'watcher', kind: 'watch', personId: bob.id };

const offeringOf = (plan: Plan): Offering => ({
  id: 'OFR0000009', practice: 'offerings', version: 2, updatedAt: NOW, state: 'published', edition: 1, retired: false, name: 'Loan', categoryId: 'CAT0000001', groupId: NETWORK, ownerId: carol.id,
  approvalRule: 'plan', form, plan, targetMinutes: 600,
});
const withSteps = (steps: readonly PlanStep[], more: object = {}): Plan => [
  { id: 'ready', name: words('Get ready'), steps, tasks: [{ id: 'pack', title: words('Pack it') }], ...more },
  { id: 'hand-over', name: words('Hand-over'), tasks: [{ id: 'give', title: words('Give it') }] },
];

interface Run {
  readonly ticket: Ticket;
  readonly history: readonly RecordedTicketEvent[];
}

/** Decides and records as `perform` does. */
function run(plan: Plan, before: Run | undefined, verb: string, input: object, by: Actor): Run {
  const offering = offeringOf(plan);
  const config = { ...desk.directory, offering: (id: string | undefined) => (id === offering.id ? offering : undefined) };
  const action = ticketActions.find(({ name }) => name === `tickets.${verb}`)!;
  const context = { actor: by, now: NOW, config, files: [], others: new Map(), links: [], extra: {}, turns: {}, newToken: () => 'token' };
  const decide = (newId?: string) => (action.decide as (...args: unknown[]) => unknown)(before?.ticket, input, { ...context, ...(newId && { newId }) }) as { events: TicketEvent[]; inTheNameOf?: Map<TicketEvent, Actor>; needsId?: true; refused?: unknown };
  const first = decide();
  const decided = first.needsId ? decide('REQ0000001') : first;
  if (decided.refused) throw new Error(JSON.stringify(decided.refused));
  const fresh = record(decided.events, { id: 'REQ0000001', version: before?.ticket.version ?? 0, at: NOW, action: action.name, actor: by, inTheNameOf: decided.inTheNameOf });
  return { ticket: fresh.reduce<Ticket | undefined>(foldTicket, before?.ticket) as Ticket, history: [...(before?.history ?? []), ...fresh] };
}

const ordered = (plan: Plan, by: Actor = alice): Run => run(plan, undefined, 'report', { title: 'A loan', offeringId: 'OFR0000009', answers: { reason: 'Travel' } }, by);
const told = ({ history }: Run): readonly string[] => history.map(({ event, byName, rule }) => `${rule ? `${byName} by ${rule.name}` : byName}: ${event.type}`);

describe('a step that calls an action', () => {
  it('can be any of those that rules may do on the same record, and that need no other record', () => {
    const wanted = verbsOf(ruledPractices.tickets as RuledPractice).filter((verb) => verb !== 'link' && verb !== 'unlink');
    expect(STEP_ACTIONS.map(({ name }) => name.slice(8)).sort()).toEqual([...wanted].sort());
  });

  it('is done with the stage, in the name of the workflow, with what the request is called and who asked for it', () => {
    const made = ordered(withSteps([edit, note, watch]));
    expect(made.ticket).toMatchObject({ title: 'Loan for PER0000001', state: 'approved', watcherIds: [bob.id], tasks: [{ id: 'ready.pack', state: 'open' }] });
    expect(told(made)).toEqual([
      `${alice.id}: TicketReported`, `${alice.id}: StageEntered`, `${alice.id}: StageOpened`, 'Bellhop by Loan: TicketEdited', 'Bellhop by Loan: NoteAdded', `${alice.id}: StepTaken`,
    ]);
    expect(made.history.find(({ event }) => event.type === 'NoteAdded')?.event).toMatchObject({ text: 'REQ0000001 for PER0000001' });
  });

  it('is no answer of whoever pressed, and counts as none', () => {
    const plan = withSteps([step('tickets.reply', { text: 'We are on it.' })], { approvals: [{ id: 'manager', from: [{ kind: 'manager' }] }] });
    const approved = run(plan, ordered(plan), 'approve', {}, dora);
    const reply = approved.history.find(({ event }) => event.type === 'ReplyAdded');
    expect(reply).toMatchObject({ by: 'system', role: 'system', rule: { id: 'OFR0000009', name: 'Loan', depth: 1, isStep: true }, event: { from: 'agent' } });
    expect(approved.ticket.respondedAt).toBeUndefined();
    expect(approved.ticket.lastMessageFrom).toBeUndefined();
    const lines = (reader: Actor) => ticketsPractice.view({ record: approved.ticket, extra: {}, history: approved.history, others: new Map(), links: [], actor: reader, config: desk.directory, now: NOW }) as { timeline: { type: string; byName: string }[] };
    const author = (reader: Actor): string | undefined => lines(reader).timeline.find(({ type }) => type === 'ReplyAdded')?.byName;
    expect([author(alice), author(bob)]).toEqual(['Bellhop', 'Workflow of “Loan”']);
  });

  it('that ends the request ends the workflow; what follows it in the stage is still done', () => {
    const made = ordered([{ id: 'only', name: words('Only'), steps: [step('tickets.resolve', { code: 'delivered', notes: 'By itself' }), note] }, ...withSteps([])]);
    expect(made.ticket).toMatchObject({ state: 'fulfilled', stageId: 'only' });
    expect(told(made).slice(-2)).toEqual(['Bellhop by Loan: TicketResolved', 'Bellhop by Loan: NoteAdded']);
  });

  it('calls a webhook with the answers that it names', () => {
    const made = ordered(withSteps([step('tickets.callWebhook', { webhookId: 'WHK0000001', event: 'loan.ordered', answers: ['reason'] })]));
    expect(made.history.at(-1)?.event).toEqual({ type: 'WebhookCalled', webhookId: 'WHK0000001', name: 'Stock', event: 'loan.ordered', answers: ['reason'] });
  });
});

describe('a step that is refused', () => {
  it('is written down with its reason, and the workflow goes on', () => {
    const made = ordered(withSteps([impossible, note]));
    expect(told(made).slice(-2)).toEqual(['Bellhop by Loan: StepRefused', 'Bellhop by Loan: NoteAdded']);
    const done = run(withSteps([impossible, note]), made, 'closeTask', { taskId: 'ready.pack', state: 'complete' }, bob);
    expect(done.ticket).toMatchObject({ stageId: 'hand-over' });
    const view = ticketsPractice.view({ record: made.ticket, extra: {}, history: made.history, others: new Map(), links: [], actor: bob, config: desk.directory, now: NOW }) as { timeline: { type: string; line: string }[] };
    expect(view.timeline.find(({ type }) => type === 'StepRefused')?.line).toMatch(/^Get ready, by itself: “Resume” was not possible\. \S{3}/);
    const own = ticketsPractice.view({ record: made.ticket, extra: {}, history: made.history, others: new Map(), links: [], actor: alice, config: desk.directory, now: NOW }) as { timeline: { type: string }[] };
    expect(own.timeline.filter(({ type }) => type === 'StepRefused')).toEqual([]);
  });

  it('can stop the workflow until somebody has looked: the rest of its steps is left out, and the stage is not over', () => {
    const plan: Plan = [{ id: 'alone', name: words('Alone'), steps: [step('tickets.resume', {}, { ifRefused: 'stop' }), note, watch] }, ...withSteps([])];
    const made = ordered(plan);
    expect(made.ticket).toMatchObject({ stageId: 'alone', watcherIds: [], tasks: [{ id: 'alone.resume', state: 'open', title: { en: 'Look after “Resume”, which was not possible, and 2 steps after it' } }] });
    const looked = run(plan, made, 'closeTask', { taskId: 'alone.resume', state: 'complete' }, bob);
    expect(looked.ticket).toMatchObject({ stageId: 'ready', tasks: [{ state: 'complete' }, { id: 'ready.pack', state: 'open' }] });
  });
});

describe('before it is saved', () => {
  const around = { form, groupId: NETWORK, ownerId: carol.id, isPerson: () => true, deciders: () => 2, worksOn: () => true, actionProblems: (entry: ActionStep) => checkPlanAction(entry, desk.directory) };
  const problemsOf = (...steps: readonly PlanStep[]): readonly string[] => planProblems(withSteps(steps), around).map(({ code, params }) => `${code} ${String(params?.['fields'] ?? params?.['other'] ?? '')}`);

  it.each([
    ['deciding', step('tickets.approve'), 'plan.badAction action'],
    ['what only jobs do', step('tickets.autoAssign'), 'plan.badAction action'],
    ['an action of another practice', step('changes.close'), 'plan.badAction action'],
    ['a link, which needs another record', step('tickets.link', { relation: 'relatedTo', otherId: 'INC0000001' }), 'plan.badAction action'],
    ['a text that is not there', step('tickets.addNote'), 'plan.badAction text'],
    ['a placeholder that nobody fills in', step('tickets.addNote', { text: '{{requester.salary}}' }), 'plan.badAction input'],
    ['a group that is retired', step('tickets.assign', { groupId: 'GRP0000003' }), 'plan.badAction groupId'],
    ['a webhook that is not there', step('tickets.callWebhook', { webhookId: 'WHK0000009' }), 'plan.badAction webhookId'],
    ['an answer that is not asked', step('tickets.callWebhook', { webhookId: 'WHK0000001', answers: ['salary'] }), 'plan.noSuchField salary'],
    ['answers that are no list', step('tickets.callWebhook', { webhookId: 'WHK0000001', answers: 'reason' }), 'plan.badAction answers'],
  ])('%s is refused', (_what, wrong, problem) => expect(problemsOf(wrong)).toEqual([problem]));

  it('what can be done is taken, also with placeholders and dates that say how far ahead they are', () => {
    expect(problemsOf(note, edit, step('tickets.putOnHold', { reason: 'vendor', supplier: 'ACME', reference: 'A-1', followUpAt: 'P3D' }), step('tickets.callWebhook', { webhookId: 'WHK0000001', answers: ['reason'] }))).toEqual([]);
  });

  it('has its shape, and its bounds', () => {
    const shape = (odd: object): number => planShapeProblems([{ id: 'ready', name: words('Get ready'), steps: [{ ...note, ...odd }] }]).length;
    expect([{}, { ifRefused: 'stop' }].map(shape)).toEqual([0, 0]);
    expect([{ ifRefused: 'panic' }, { input: [] }, { action: '' }, { by: 'alice' }].map(shape)).toEqual([1, 1, 1, 1]);
    const many = Array.from({ length: 3 }, (_, at) => ({ id: `s${at}`, name: words('S'), steps: Array.from({ length: 7 }, (_entry, place) => ({ ...note, id: `n${place}` })) }));
    expect(planProblems(many, around)).toEqual([{ field: 'plan', code: 'plan.tooManySteps', params: { max: 20 } }]);
  });
});

describe('a dry run', () => {
  const plans: readonly (readonly [string, Plan])[] = [
    ['all possible', withSteps([edit, note])],
    ['one refused', withSteps([note, impossible, watch])],
    ['stopped', withSteps([step('tickets.resume', {}, { ifRefused: 'stop' }), note])],
    ['given away, then refused in the next stage', [...withSteps([step('tickets.assign', { groupId: DESK, reason: 'Theirs' })]), { id: 'again', name: words('Again'), steps: [step('tickets.assign', { groupId: DESK, reason: 'Theirs' }), note] }]],
    ['over before the end', withSteps([step('tickets.cancel', { reason: 'withdrawn' }), note])],
    ['with consents', withSteps([step('tickets.classify', { work: 'stopped' }), note], { approvals: [{ id: 'manager', from: [{ kind: 'manager' }] }] })],
  ];

  it.each(plans)('shows what the workflow then does: %s', (_what, plan) => {
    const past = ordered([{ id: 'before', name: words('Before'), tasks: [{ id: 'a', title: words('A') }] }]).ticket;
    const offering = offeringOf(plan);
    const row = dryRun([past], offering, desk.directory, carol, NOW).rows[0]!;
    let live = ordered(plan);
    if (live.ticket.state === 'awaitingApproval') live = run(plan, live, 'approve', {}, dora);
    for (let open = live.ticket.tasks?.find(({ state }) => state === 'open'); open; open = live.ticket.tasks?.find(({ state }) => state === 'open')) {
      live = run(plan, live, 'closeTask', { taskId: open.id, state: 'complete' }, { ...carol, groupIds: [NETWORK, DESK] });
    }
    const did = live.history.filter(({ rule, event }) => rule && event.type !== 'TaskAdded').map(({ event }) => (event.type === 'StepRefused' ? 'refused' : 'done'));
    expect(row.actions.filter(({ result }) => result !== 'skipped').map(({ result }) => result)).toEqual(did);
    expect(row.stages).toEqual(live.ticket.stages?.map(({ id }) => plan.find((stage) => stage.id === id)?.name.en));
    expect(row.actions.filter(({ result }) => result === 'refused').every(({ text = '' }) => text.length > 10)).toBe(true);
    expect(past).toEqual(ordered([{ id: 'before', name: words('Before'), tasks: [{ id: 'a', title: words('A') }] }]).ticket);
  });
});
