// If this fails, an action does not do over HTTP what it promises, or lets somebody do what they may not.
import { allActions } from '../../shared/app';
import type { PersonKey } from '../_support/people';
import { createTestApp, type TestApp } from '../_support/test-app';
import { startTestServer, type Answer, type TestServer } from '../_support/test-server';
import { systemActor } from '../../shared/kernel';
import type { TicketView } from '../../shared/tickets';

let test: TestApp;
let server: TestServer;

beforeAll(async () => {
  test = await createTestApp();
  server = await startTestServer(test);
});

afterAll(async () => {
  await server.close();
  await test.close();
});

/** One way an action goes well, and one person who may not do it there. */
interface Story {
  /** Brings a record to where the action is possible; nothing for actions that make one. */
  readonly given: () => Promise<TicketView | undefined>;
  readonly by: PersonKey;
  readonly input?: () => object;
  /** What the answer says about the record afterwards. */
  readonly then: (record: TicketView) => void;
  /** Who reads it afterwards, where those who did it are no longer involved. */
  readonly readBy?: PersonKey;
  /** Somebody who may read the record but not do this: 403. */
  readonly notBy?: PersonKey;
  /** Somebody from whom the record is hidden: 404. */
  readonly hiddenFrom?: PersonKey;
}

const reported = (input: object = {}) => test.report(input);
const taken = async (): Promise<TicketView> => test.perform('bob', 'tickets.take', await reported());
const resolved = async (): Promise<TicketView> => test.perform('bob', 'tickets.resolve', await taken(), { code: 'fixed', notes: 'Done.' });
const onHold = async (): Promise<TicketView> =>
  test.perform('bob', 'tickets.putOnHold', await taken(), { reason: 'requester', comment: 'Which office?', followUpAt: '2026-03-05T09:00:00Z' });
const ordered = (): Promise<TicketView> =>
  test.report({ offeringId: test.offerings.laptop, answers: { model: 'light' }, title: 'A laptop', reach: undefined, work: undefined, categoryId: undefined });
const withWork = async (): Promise<TicketView> => test.perform('bob', 'tickets.addTask', await reported(), { title: 'Ask the provider' });
const withTask = (state: string) => (record: TicketView): void => expect(record.fulfillment?.tasks).toMatchObject([{ id: 'x1', title: 'Ask the provider', state }]);
const returned = async (): Promise<TicketView> => test.perform('dora', 'tickets.returnForInfo', await ordered(), { comment: 'What for?' });
/** Hugo, alone in a group that asks first, is asked to take it. */
async function offered(): Promise<TicketView> {
  const { app, groups, categories } = test;
  const group = app.desk.directory.group(groups.security.id);
  await app.perform({ action: 'groups.change', id: groups.security.id, version: group?.version, input: { strategy: 'roundRobin', offers: true }, actor: test.actor('erik') });
  const { id } = await reported({ categoryId: categories.security });
  const performed = await app.perform({ action: 'tickets.autoAssign', id, input: {}, actor: systemActor('job') });
  return (performed as { readonly record: TicketView }).record;
}
let webhookId: string | undefined;
async function withWebhook(): Promise<TicketView> {
  webhookId ??= (await test.perform('erik', 'webhooks.add', undefined, { name: 'Stock', address: 'https://stock.example/', isEnabled: true })).id;
  return reported();
}
let macroId: string | undefined;
async function withMacro(): Promise<TicketView> {
  macroId ??= (await test.perform('erik', 'macros.add', undefined, { name: 'Note it', actions: [{ action: 'tickets.addNote', input: { text: 'Seen by {{agent.firstName}}.' } }] })).id;
  return reported();
}
const proposed = async (): Promise<TicketView> => test.perform('bob', 'tickets.proposeMajor', await reported(), { reason: 'The whole floor' });
const inState = (state: string) => (record: TicketView) => expect(record.state).toBe(state);
const shows = (fields: object) => (record: object) => expect(record).toMatchObject(fields);

const TICKETS: Readonly<Record<string, Story>> = {
  runMacro: {
    given: withMacro, by: 'bob', input: () => ({ macroId }), notBy: 'alice',
    then: (record) => expect(record.timeline.at(-1)).toMatchObject({ type: 'NoteAdded', text: 'Seen by Bob.', byName: 'Bob Brown' }),
  },
  callWebhook: {
    given: withWebhook, by: 'bob', input: () => ({ webhookId, event: 'asked' }), notBy: 'alice', hiddenFrom: 'ivy',
    then: (record) => expect(record.timeline.at(-1)).toMatchObject({ type: 'WebhookCalled', line: 'Bob Brown called the webhook “Stock”' }),
  },
  report: {
    given: async () => undefined, by: 'alice', input: () => ({ title: 'No network', reach: 'team', work: 'stopped', categoryId: test.categories.wifi }),
    then: (record) => expect(record).toMatchObject({ state: 'new', priority: 'P2', groupName: 'Network', category: 'Network › Wi-Fi', requesterName: 'Alice Adams', channel: 'api' }),
  },
  take: { given: reported, by: 'bob', then: (record) => expect(record).toMatchObject({ state: 'inProgress', assigneeName: 'Bob Brown' }), notBy: 'fay', hiddenFrom: 'ivy' },
  assign: {
    given: reported, by: 'carol', input: () => ({ assigneeId: test.people.bob.id }),
    then: (record) => expect(record).toMatchObject({ state: 'assigned', assigneeName: 'Bob Brown' }), notBy: 'alice', hiddenFrom: 'ivy',
  },
  acceptOffer: { given: offered, by: 'hugo', then: (record) => expect(record).toMatchObject({ state: 'assigned', assigneeName: 'Hugo Hall' }), notBy: 'bob', hiddenFrom: 'ivy' },
  declineOffer: {
    given: offered, by: 'hugo', input: () => ({ reason: 'In a meeting' }), then: (record) => expect([record.state, record.offer, record.assigneeName]).toEqual(['new', undefined, undefined]), notBy: 'bob', hiddenFrom: 'ivy',
  },
  escalate: { given: taken, by: 'alice', input: () => ({ reason: 'Month end' }), then: inState('inProgress'), notBy: 'fay', hiddenFrom: 'ivy' },
  start: {
    given: async () => test.perform('carol', 'tickets.assign', await reported(), { assigneeId: test.people.bob.id }),
    by: 'bob', then: inState('inProgress'), notBy: 'carol', hiddenFrom: 'ivy',
  },
  reply: { given: taken, by: 'alice', input: () => ({ text: 'It is better now.' }), then: (record) => expect(record.timeline.at(-1)).toMatchObject({ kind: 'message', text: 'It is better now.', from: 'requester' }), notBy: 'gus', hiddenFrom: 'ivy' },
  addNote: { given: taken, by: 'fay', input: () => ({ text: 'Known since Monday.' }), then: (record) => expect(record.timeline.at(-1)).toMatchObject({ kind: 'note' }), notBy: 'alice', hiddenFrom: 'ivy' },
  putOnHold: {
    given: taken, by: 'bob', input: () => ({ reason: 'vendor', supplier: 'Telco', reference: 'T-1', followUpAt: '2026-03-05T09:00:00Z' }),
    then: (record) => expect(record).toMatchObject({ state: 'onHold', hold: { supplier: 'Telco' } }), notBy: 'fay', hiddenFrom: 'ivy',
  },
  resume: { given: onHold, by: 'carol', then: inState('inProgress'), notBy: 'fay', hiddenFrom: 'ivy' },
  resolve: { given: taken, by: 'bob', input: () => ({ code: 'fixed', notes: 'New cable.' }), then: (record) => expect(record).toMatchObject({ state: 'resolved', resolution: { notes: 'New cable.', byName: 'Bob Brown' } }), notBy: 'alice', hiddenFrom: 'ivy' },
  close: { given: resolved, by: 'alice', then: inState('closed'), notBy: 'bob', hiddenFrom: 'ivy' },
  reopen: { given: resolved, by: 'alice', input: () => ({ reason: 'It is back.' }), then: (record) => expect(record).toMatchObject({ state: 'inProgress', reopenCount: 1 }), notBy: 'gus', hiddenFrom: 'ivy' },
  rate: { given: resolved, by: 'alice', input: () => ({ stars: 5, comment: 'Thanks!' }), then: shows({ rating: { stars: 5 }, hasRating: true }), notBy: 'bob', hiddenFrom: 'ivy' },
  cancel: { given: reported, by: 'alice', input: () => ({ reason: 'withdrawn' }), then: inState('cancelled'), notBy: 'fay', hiddenFrom: 'ivy' },
  edit: { given: reported, by: 'alice', input: () => ({ title: 'VPN drops every minute' }), then: shows({ title: 'VPN drops every minute' }), notBy: 'fay', hiddenFrom: 'ivy' },
  classify: { given: reported, by: 'bob', input: () => ({ categoryId: test.categories.wifi, work: 'stopped' }), then: shows({ category: 'Network › Wi-Fi' }), notBy: 'alice', hiddenFrom: 'ivy' },
  attach: {
    given: reported, by: 'alice', input: () => ({ files: [lastFileId] }),
    then: (record) => expect(record.attachments).toHaveLength(1), notBy: 'gus', hiddenFrom: 'ivy',
  },
  watch: { given: reported, by: 'fay', then: (record) => expect(record.watchers).toEqual([{ id: test.people.fay.id, name: 'Fay Fischer' }]), notBy: 'gus', hiddenFrom: 'ivy' },
  unwatch: { given: async () => test.perform('fay', 'tickets.watch', await reported()), by: 'fay', then: shows({ watchers: [] }), notBy: 'gus', hiddenFrom: 'ivy' },
  link: { given: reported, by: 'bob', input: () => ({ relation: 'relatedTo', otherId: otherTicketId }), then: (record) => expect(record.links).toMatchObject([{ relation: 'relatedTo', id: otherTicketId }]), notBy: 'alice', hiddenFrom: 'ivy' },
  unlink: {
    given: async () => test.perform('bob', 'tickets.link', await reported(), { relation: 'relatedTo', otherId: otherTicketId }),
    by: 'bob', input: () => ({ relation: 'relatedTo', otherId: otherTicketId }), then: shows({ links: [] }), notBy: 'alice', hiddenFrom: 'ivy',
  },
  convert: { given: reported, by: 'bob', input: () => ({ kind: 'request' }), then: shows({ kind: 'request', state: 'approved' }), notBy: 'alice', hiddenFrom: 'ivy' },
  overridePriority: { given: reported, by: 'carol', input: () => ({ priority: 'P1', reason: 'Payday' }), then: shows({ priority: 'P1', isPriorityOverridden: true }), notBy: 'bob', hiddenFrom: 'ivy' },
  clearPriority: {
    given: async () => test.perform('carol', 'tickets.overridePriority', await reported(), { priority: 'P1', reason: 'Payday' }),
    by: 'carol', then: shows({ priority: 'P4', isPriorityOverridden: false }), notBy: 'bob', hiddenFrom: 'ivy',
  },
  proposeMajor: { given: reported, by: 'bob', input: () => ({ reason: 'The whole floor' }), then: (record) => expect(record.timeline.at(-1)).toMatchObject({ type: 'MajorIncidentProposed' }), notBy: 'alice', hiddenFrom: 'ivy' },
  promoteMajor: { given: proposed, by: 'carol', then: (record) => expect(record.timeline.at(-1)).toMatchObject({ type: 'MajorIncidentPromoted' }), notBy: 'bob', hiddenFrom: 'ivy' },
  rejectMajor: { given: proposed, by: 'carol', input: () => ({ reason: 'One switch' }), then: (record) => expect(record.timeline.at(-1)).toMatchObject({ type: 'MajorIncidentRejected' }), notBy: 'bob', hiddenFrom: 'ivy' },
  demoteMajor: {
    given: async () => test.perform('carol', 'tickets.promoteMajor', await proposed()), by: 'carol', input: () => ({ reason: 'It is over' }),
    then: (record) => expect(record.timeline.at(-1)).toMatchObject({ type: 'MajorIncidentDemoted' }), notBy: 'bob', hiddenFrom: 'ivy',
  },
  restrict: { given: reported, by: 'bob', input: () => ({ reason: 'Personal' }), then: shows({ isRestricted: true }), notBy: 'alice', hiddenFrom: 'ivy' },
  unrestrict: { given: () => reported({ isRestricted: true }), by: 'carol', input: () => ({ reason: 'Nothing personal' }), then: shows({ isRestricted: false }), notBy: 'bob', hiddenFrom: 'fay' },
  approve: { given: ordered, by: 'dora', readBy: 'alice', then: inState('approved'), notBy: 'alice', hiddenFrom: 'ivy' },
  reject: { given: ordered, by: 'dora', readBy: 'alice', input: () => ({ comment: 'Not this year.' }), then: inState('rejected'), notBy: 'fay', hiddenFrom: 'ivy' },
  returnForInfo: { given: ordered, by: 'dora', readBy: 'alice', input: () => ({ comment: 'What for?' }), then: inState('returned'), notBy: 'fay', hiddenFrom: 'ivy' },
  resubmit: { given: returned, by: 'alice', then: inState('awaitingApproval'), notBy: 'fay', hiddenFrom: 'ivy' },
  addTask: { given: reported, by: 'bob', input: () => ({ title: 'Ask the provider' }), then: withTask('open'), notBy: 'alice', hiddenFrom: 'ivy' },
  assignTask: { given: withWork, by: 'bob', input: () => ({ taskId: 'x1', assigneeId: test.people.carol.id }), then: withTask('open'), notBy: 'alice', hiddenFrom: 'ivy' },
  startTask: { given: withWork, by: 'bob', input: () => ({ taskId: 'x1' }), then: withTask('inProgress'), notBy: 'alice', hiddenFrom: 'ivy' },
  closeTask: { given: withWork, by: 'bob', input: () => ({ taskId: 'x1', state: 'complete', minutes: 20 }), then: withTask('complete'), notBy: 'alice', hiddenFrom: 'ivy' },
  recordCost: { given: reported, by: 'bob', input: () => ({ amount: 12.5, note: 'Cable' }), then: shows({ fulfillment: expect.objectContaining({ actualCost: 12.5 }) as object }), notBy: 'alice', hiddenFrom: 'ivy' },
};

let lastFileId = '';
let otherTicketId = '';

beforeAll(async () => {
  otherTicketId = (await reported({ title: 'VPN is slow' })).id;
});

beforeEach(async () => {
  const upload = await server.as('alice').post('/api/files?name=screen.png', new Uint8Array([1, 2, 3]), { 'content-type': 'image/png' });
  lastFileId = upload.json.file.id;
});

function expectRefused(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.json.refused.code]).toEqual([status, code]);
  expect(answer.json.refused.text).toMatch(/^[A-Z].{10,}/);
}

const verbs = Object.entries(TICKETS);

it('every action on tickets has its story here', () => {
  const names = allActions().filter((action) => action.name.startsWith('tickets.') && !action.internal).map((action) => action.name);
  expect(verbs.map(([verb]) => `tickets.${verb}`).sort()).toEqual(names.sort());
});

describe.each(verbs)('tickets.%s', (verb, story) => {
  const name = `tickets.${verb}`;

  it('works for those who may', async () => {
    const record = await story.given();
    const answer = await server.as(story.by).act(name, record, story.input?.());
    expect([answer.status, answer.json.refused]).toEqual([200, undefined]);
    story.then(answer.json.record);
    // What is stored is what was answered, apart from what each reader may see and do.
    const { json } = await server.as(story.readBy ?? story.by).get(`/api/tickets/${answer.json.record.id}`);
    if (story.readBy) expect(json.record).toMatchObject({ version: answer.json.record.version, state: answer.json.record.state });
    else expect(json.record).toEqual(answer.json.record);
  });

  if (story.notBy) {
    it('is offered to nobody else, and refused to them without a trace', async () => {
      const record = (await story.given()) as TicketView;
      const client = server.as(story.notBy as PersonKey);
      const seen = await client.get(`/api/tickets/${record.id}`);
      expect(seen.json.record.can).not.toContain(name);
      const answer = await client.act(name, record, story.input?.());
      expectRefused(answer, 403, 'kernel.notAllowed');
      expect(answer.json.current).toEqual(seen.json.record);
      expect((await client.get(`/api/tickets/${record.id}`)).json).toEqual(seen.json);
    });
  }

  if (story.hiddenFrom) {
    it('does not even tell others that the record is there', async () => {
      const record = (await story.given()) as TicketView;
      const client = server.as(story.hiddenFrom as PersonKey);
      const hidden = await client.act(name, record, story.input?.());
      const missing = await client.act(name, { id: 'INC0123456', version: record.version }, story.input?.());
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(missing.text);
    });
  }

  it('is offered in `can` exactly when it works', async () => {
    const record = await story.given();
    if (!record) return;
    const { json } = await server.as(story.by).get(`/api/tickets/${record.id}`);
    expect(json.record.can).toContain(name);
  });
});

it('the history tells what was done in the tab from what a program did', async () => {
  const record = await reported();
  const answer = await server.as('bob').act('tickets.take', record, {}, { 'x-bellhop-channel': 'tab' });
  const later = await server.as('bob').act('tickets.addNote', answer.json.record, { text: 'By a program.' }, { 'x-bellhop-channel': 'job' });
  expect(later.json.record.timeline.slice(-2).map((entry: { channel: string }) => entry.channel)).toEqual(['tab', 'api']);
});

describe('versions', () => {
  it('a stale version is refused with the name of who was faster, and the record as it is now', async () => {
    const record = await reported();
    await test.perform('bob', 'tickets.take', record);
    test.clock.advance(3_000);
    const answer = await server.as('carol').act('tickets.take', record);
    expectRefused(answer, 409, 'kernel.stale');
    expect(answer.json.refused.text).toMatch(/^Bob Brown changed this/);
    expect(answer.json.current).toMatchObject({ id: record.id, version: record.version + 1, assigneeName: 'Bob Brown' });
  });

  it.each([0, -1, 999])('version %d is stale, too', async (version) => {
    const record = await reported();
    expectRefused(await server.as('bob').post('/api/tickets.take', { id: record.id, version }), 409, 'kernel.stale');
  });

  it('a missing version is asked for', async () => {
    const record = await reported();
    const answer = await server.as('bob').post('/api/tickets.take', { id: record.id });
    expectRefused(answer, 422, 'kernel.versionRequired');
    expect(answer.json.current.version).toBe(record.version);
  });

  it('a reply needs none: two people may write at the same time', async () => {
    const record = await taken();
    const answers = await Promise.all([
      server.as('alice').post('/api/tickets.reply', { id: record.id, text: 'Any news?' }),
      server.as('bob').post('/api/tickets.reply', { id: record.id, text: 'Working on it.' }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const { json } = await server.as('alice').get(`/api/tickets/${record.id}`);
    expect(json.record.timeline.map((entry: { text?: string }) => entry.text)).toEqual(expect.arrayContaining(['Any news?', 'Working on it.']));
  });
});

describe('idempotency keys', () => {
  const historyOf = async (id: string) => (await server.as('bob').get(`/api/tickets/${id}`)).json.record.timeline.length;

  it('the same report twice is one ticket', async () => {
    const input = { title: 'Sent twice' };
    const first = await server.as('alice').act('tickets.report', undefined, input, { 'idempotency-key': 'report-1' });
    const second = await server.as('alice').act('tickets.report', undefined, input, { 'idempotency-key': 'report-1' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.json.record.id).toBe(first.json.record.id);
    expect([first.json.isRepeat, second.json.isRepeat]).toEqual([undefined, true]);
    expect(await historyOf(first.json.record.id)).toBe(1);
  });

  it('ten at once are one ticket', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => server.as('alice').act('tickets.report', undefined, { title: 'Sent ten times' }, { 'idempotency-key': 'report-2' })),
    );
    expect(new Set(answers.map((answer) => answer.json.record.id)).size).toBe(1);
  });

  it.each(['tickets.take', 'tickets.reply'])('a replayed press of %s answers with the record and changes nothing', async (action) => {
    const record = action === 'tickets.take' ? await reported() : await taken();
    const input = action === 'tickets.take' ? {} : { text: 'Once' };
    const key = { 'idempotency-key': `press-${action}` };
    const first = await server.as('bob').act(action, record, input, key);
    const entries = await historyOf(record.id);
    const again = await server.as('bob').act(action, record, input, key);
    expect([first.status, again.status, again.json.isRepeat]).toEqual([200, 200, true]);
    expect(again.json.record.version).toBe(first.json.record.version);
    expect(await historyOf(record.id)).toBe(entries);
  });

  it('a key belongs to its person and its action', async () => {
    const key = { 'idempotency-key': 'shared-key' };
    const alice = await server.as('alice').act('tickets.report', undefined, { title: 'From Alice' }, key);
    const bob = await server.as('bob').act('tickets.report', undefined, { title: 'From Bob' }, key);
    expect(bob.json.record.id).not.toBe(alice.json.record.id);
  });

  it('a key that was used for another record is refused', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const [one, other] = [await reported(), await reported()];
    await server.as('bob').act('tickets.take', one, {}, key);
    expectRefused(await server.as('bob').act('tickets.take', other, {}, key), 422, 'kernel.keyReused');
    expect((await server.as('bob').get(`/api/tickets/${other.id}`)).json.record.state).toBe('new');
  });

  it.each(['', 'a b', 'x'.repeat(201)])('"%s" is no key', async (key) => {
    const answer = await server.as('alice').act('tickets.report', undefined, { title: 'Keyless' }, { 'idempotency-key': key });
    expect([answer.status, answer.json.error.code]).toEqual([400, 'badIdempotencyKey']);
  });
});

describe('registers', () => {
  const entries: Readonly<Record<string, () => object>> = {
    people: () => ({ name: 'Hal New', mail: 'hal@contoso.example' }),
    groups: () => ({ name: 'Printing', memberIds: [test.people.fay.id] }),
    categories: () => ({ name: 'Printers', groupId: test.groups.serviceDesk.id }),
    offerings: () => ({ name: 'Monitor', categoryId: test.categories.hardware }),
    articles: () => ({ title: 'How to print', body: 'Press *Print*.', language: 'en', audience: 'everyone' }),
    calendars: () => ({ name: 'Always', zone: 'UTC', weekly: { mon: [['00:00', '24:00']] } }),
    agreements: () => ({
      name: 'Odd', type: 'sla', metric: 'resolution', order: 900, targets: { P4: { value: 2, unit: 'hours' } }, calendarSource: 'fixed', calendarId: 'CAL0000001',
      retarget: 'carry', reopen: 'continue',
    }),
    settings: () => ({ name: 'other' }),
  };

  it.each(Object.keys(entries))('%s: added, changed, retired and restored by an administrator, by no employee', async (practice) => {
    const input = entries[practice]?.() ?? {};
    const erik = server.as('erik');
    expectRefused(await server.as('alice').act(`${practice}.add`, undefined, input), 403, 'kernel.notAllowed');
    const added = await erik.act(`${practice}.add`, undefined, input);
    expect(added.json.record).toMatchObject({ ...input, practice, version: 1 });
    const title = practice === 'articles' ? { title: 'How to print twice' } : { name: 'Renamed' };
    // Nobody but those who look after it knows that a draft exists.
    const [status, code] = practice === 'offerings' ? ([404, 'kernel.notFound'] as const) : ([403, 'kernel.notAllowed'] as const);
    expectRefused(await server.as('alice').act(`${practice}.change`, added.json.record, title), status, code);
    const changed = await erik.act(`${practice}.change`, added.json.record, title);
    expect(changed.json.record).toMatchObject(title);
    expectRefused(await erik.act(`${practice}.change`, changed.json.record, title), 422, 'kernel.nothingChanged');
    const retired = await erik.act(`${practice}.retire`, changed.json.record);
    expect(retired.json.record).toMatchObject({ retired: true, can: [`${practice}.restore`] });
    const restored = await erik.act(`${practice}.restore`, retired.json.record);
    expect(restored.json.record.retired).toBe(false);
    expect((await erik.get(`/api/${practice}/${added.json.record.id}`)).json.record).toEqual(restored.json.record);
    await erik.act(`${practice}.retire`, restored.json.record);
  });

  it('hours that are none are refused', async () => {
    const answer = await server.as('erik').act('calendars.add', undefined, { name: 'Odd', zone: 'Mars/Phobos', weekly: { mon: [['9', '17']] } });
    expect(answer.json.refused.problems.map((problem: { field: string }) => problem.field)).toEqual(['zone', 'weekly']);
  });
});
