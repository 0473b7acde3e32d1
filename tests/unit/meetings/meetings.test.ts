// If this fails, a board meets about the wrong changes, its minutes contradict what was voted, or nobody finds a decision again.
import { verifyStore } from '../../../shared/app';
import type { RecordView } from '../../../shared/kernel';
import type { MeetingView } from '../../../shared/meetings';
import { createChangeDesk, SECOND_WINDOW, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';

const STARTS = '2026-03-04T14:00:00.000Z';
/** Risky enough for the board. */
const RISKY = { ...SECOND_WINDOW, reach: 'all', isOutage: true, outageMinutes: 60, isVendorInvolved: true, isBackoutTested: false, experience: '2', complexity: '2' };

let desk: ChangeDesk;
let boardId: string;

beforeEach(async () => {
  desk = await createChangeDesk();
  boardId = await desk.add('boards', { name: 'CAB', groupId: desk.board, chairIds: [desk.people.olga.id], zone: 'Europe/Berlin', minutesPerItem: 10 });
});
afterEach(async () => {
  expect((await verifyStore(desk.app.storage, desk.app.partition)).problems).toEqual([]);
  await desk.close();
});

async function perform(by: ChangePerson, verb: string, record: RecordView | string | undefined, input: object = {}): Promise<MeetingView> {
  return (await desk.perform(by, `meetings.${verb}`, record, input)) as unknown as MeetingView;
}
const refusal = (by: ChangePerson, verb: string, record: RecordView | string | undefined, input: object = {}) => desk.refusal(by, `meetings.${verb}`, record, input);
const plan = (by: ChangePerson = 'olga', more: object = {}): Promise<MeetingView> => perform(by, 'plan', undefined, { boardId, startsAt: STARTS, ...more });
const running = async (): Promise<MeetingView> => perform('olga', 'start', await plan());

/** A high-risk change whose peers have agreed: it waits for the board. */
async function waiting(more: object = {}): Promise<string> {
  const { id, risk } = await desk.submitted({ ...RISKY, itemIds: [desk.items.payroll], ...more });
  expect(['high', 'veryHigh']).toContain(risk.level);
  await desk.vote('carol', id);
  expect(desk.app.desk.get(id)).toMatchObject({ state: 'authorize', hasOpenBoard: true, boardState: 'requested' });
  return id;
}

async function decided(id: string, decision: 'approve' | 'reject' = 'approve'): Promise<void> {
  for (const key of ['nils', 'olga', 'paul'] as const) {
    const seat = (await desk.open(id, key)).mySeats[0];
    if (!seat) continue;
    const press = { step: seat.step, token: seat.token, comment: 'Looked at it.' };
    await desk.perform(key, `changes.${decision}`, id, decision === 'approve' ? { ...press, isConfirmed: true } : press);
  }
}

test('gathers what waits for the board, the riskiest first, and names the meeting on each change', async () => {
  const later = await waiting({ title: 'Later', plannedStart: '2026-03-06T20:00:00.000Z', plannedEnd: '2026-03-06T22:00:00.000Z' });
  const sooner = await waiting({ title: 'Sooner' });
  await waiting({ title: 'Too soon', plannedStart: '2026-03-04T10:00:00.000Z', plannedEnd: '2026-03-04T11:00:00.000Z' });
  await desk.submitted({ title: 'Low risk', plannedStart: '2026-03-07T20:00:00.000Z', plannedEnd: '2026-03-07T22:00:00.000Z' });
  const meeting = await plan();
  expect(meeting).toMatchObject({ state: 'planned', title: 'CAB 2026-03-04', boardName: 'CAB', minutesPerItem: 10, itemCount: 2, groupId: desk.board });
  expect(meeting.items.map(({ changeId, title, seconds }) => [changeId, title, seconds])).toEqual([[sooner, 'Sooner', 0], [later, 'Later', 0]]);
  expect(meeting.members.filter(({ isChair }) => isChair).map(({ name }) => name)).toEqual(['Olga Olsen']);
  expect((await desk.open(sooner, 'bob')).links).toContainEqual({ relation: 'discussedIn', id: meeting.id, title: 'CAB 2026-03-04', state: 'planned' });
  expect(meeting.timeline[0]?.line).toMatch(/^Olga Olsen planned the meeting for Wed, Mar 4, 3:00\sPM, with 2 changes on the agenda$/);
});

test('takes only what its filter lets through, and looks again when asked', async () => {
  const change = await waiting();
  await desk.perform('mona', 'boards.change', boardId, { filter: [[{ field: 'serviceIds', is: [desk.services.payroll] }, { field: 'environment', is: ['production'] }]] });
  const meeting = await plan();
  expect(meeting.items.map(({ changeId }) => changeId)).toEqual([change]);
  expect(await refusal('olga', 'refreshAgenda', meeting)).toBe('kernel.nothingChanged');
  const web = await desk.propose({ title: 'Web', plannedStart: '2026-03-09T20:00:00.000Z', plannedEnd: '2026-03-09T22:00:00.000Z' });
  const added = await perform('mona', 'addItem', meeting, { changeId: web.id });
  expect(added.items.map(({ changeId }) => changeId)).toEqual([change, web.id]);
  await desk.perform('mona', 'boards.change', boardId, { filter: [[{ field: 'type', is: ['emergency'] }]] });
  const refreshed = await perform('mona', 'refreshAgenda', added);
  // What was put there by hand stays.
  expect(refreshed.items.map(({ changeId }) => changeId)).toEqual([web.id]);
  expect((await desk.open(change, 'bob')).links).toEqual([]);
  await desk.perform('mona', 'boards.change', boardId, { clear: ['filter'] });
  expect((await perform('mona', 'refreshAgenda', refreshed)).items.map(({ changeId }) => changeId)).toEqual([web.id, change]);
  const without = await perform('mona', 'removeItem', refreshed.id, { changeId: web.id });
  expect(without.items.map(({ changeId }) => changeId)).toEqual([change]);
  expect(await refusal('mona', 'removeItem', without, { changeId: web.id })).toBe('meetings.notOnAgenda');
});

test('counts the time of each change over all its turns', async () => {
  const first = await waiting({ title: 'First' });
  const second = await waiting({ title: 'Second', plannedStart: '2026-03-06T20:00:00.000Z', plannedEnd: '2026-03-06T22:00:00.000Z' });
  const meeting = await running();
  const openItem = async (changeId: string): Promise<MeetingView> => perform('olga', 'openItem', meeting.id, { changeId });
  const times = (view: MeetingView) => view.items.map(({ seconds, openedAt }) => [seconds, openedAt !== undefined]);
  expect(times(await openItem(first))).toEqual([[0, true], [0, false]]);
  expect(await refusal('olga', 'openItem', meeting.id, { changeId: first })).toBe('kernel.nothingChanged');
  desk.clock.advance(90_000);
  expect(times(await openItem(second))).toEqual([[90, false], [0, true]]);
  desk.clock.advance(30_000);
  expect(times(await openItem(first))).toEqual([[90, false], [30, false]].map(([seconds], index) => [seconds, index === 0]));
  desk.clock.advance(10_000);
  expect(times(await perform('olga', 'recordDecision', meeting.id, { changeId: first, decision: 'deferred', note: 'Not today.' }))).toEqual([[100, false], [30, false]]);
  await openItem(second);
  desk.clock.advance(5_000);
  expect(times(await perform('olga', 'close', meeting.id, {}))).toEqual([[100, false], [35, false]]);
});

describe('minutes never contradict the record', () => {
  test('an open vote is neither approved nor refused; what was voted is what is written', async () => {
    const id = await waiting();
    const meeting = await running();
    const record = (decision: string) => refusal('olga', 'recordDecision', meeting.id, { changeId: id, decision });
    expect([await record('approved'), await record('rejected')]).toEqual(['meetings.voteOpen', 'meetings.voteOpen']);
    expect(await record('needsInfo')).toBeUndefined();
    await decided(id);
    expect(desk.app.desk.get(id)).toMatchObject({ boardState: 'approved' });
    expect([await record('rejected'), await record('deferred'), await record('needsInfo')]).toEqual(['meetings.alreadyApproved', 'meetings.alreadyApproved', 'meetings.alreadyApproved']);
    expect(await record('approved')).toBeUndefined();
    expect(await refusal('olga', 'removeItem', meeting.id, { changeId: id })).toBe('meetings.itemDecided');
    const closed = await perform('olga', 'close', meeting.id, { minutes: 'All agreed.' });
    expect(closed).toMatchObject({ state: 'closed', minutes: 'All agreed.', can: [], items: [{ decision: 'approved' }] });
  });

  test('what the votes refused is not written down as approved', async () => {
    const id = await waiting();
    const meeting = await running();
    await decided(id, 'reject');
    expect(desk.app.desk.get(id)).toMatchObject({ state: 'new', boardState: 'rejected' });
    expect(await refusal('olga', 'recordDecision', meeting.id, { changeId: id, decision: 'approved' })).toBe('meetings.notApproved');
    expect(await refusal('olga', 'recordDecision', meeting.id, { changeId: id, decision: 'deferred' })).toBe('meetings.alreadyRejected');
    expect((await perform('olga', 'recordDecision', meeting.id, { changeId: id, decision: 'rejected', note: 'Too risky.' })).items).toMatchObject([{ decision: 'rejected', note: 'Too risky.' }]);
  });

  test('a change that no board was asked about is not approved by one', async () => {
    const web = await desk.propose({ title: 'Web' });
    const meeting = await running();
    await perform('mona', 'addItem', meeting.id, { changeId: web.id });
    expect(await refusal('olga', 'recordDecision', meeting.id, { changeId: web.id, decision: 'approved' })).toBe('meetings.boardNotAsked');
    expect(await refusal('olga', 'recordDecision', meeting.id, { changeId: web.id, decision: 'needsInfo' })).toBeUndefined();
  });

  test('closing puts off what is undecided, and writes down what was voted meanwhile', async () => {
    const voted = await waiting({ title: 'Voted' });
    const open = await waiting({ title: 'Open', plannedStart: '2026-03-06T20:00:00.000Z', plannedEnd: '2026-03-06T22:00:00.000Z' });
    const meeting = await running();
    await decided(voted);
    const closed = await perform('mona', 'close', meeting.id, {});
    expect(closed.items.map(({ changeId, decision }) => [changeId, decision])).toEqual([[voted, 'approved'], [open, 'deferred']]);
    expect(closed.timeline.at(-1)?.line).toBe('Mona Meyer closed the meeting; one change was put off');
    // It comes on the next agenda by itself.
    const next = await plan('olga', { startsAt: '2026-03-05T14:00:00.000Z' });
    expect(next.items.map(({ changeId }) => changeId)).toEqual([open]);
  });
});

describe('a meeting', () => {
  const cases: readonly (readonly [what: string, by: ChangePerson, input: object, code: string])[] = [
    ['is not planned by a member who does not chair', 'paul', {}, 'meetings.notChair'],
    ['is not planned by an agent', 'bob', {}, 'meetings.notChair'],
    ['is not planned by an employee', 'alice', {}, 'kernel.notAllowed'],
    ['is not planned for the past', 'olga', { startsAt: '2026-03-01T14:00:00Z' }, 'kernel.invalidInput'],
    ['is not planned years ahead', 'olga', { startsAt: '2029-03-01T14:00:00Z' }, 'meetings.tooFarAhead'],
    ['needs a board that is there', 'mona', { boardId: 'BRD0009999' }, 'kernel.invalidInput'],
    ['needs a board, not something else', 'mona', { boardId: 'PER0000001' }, 'kernel.invalidInput'],
  ];
  test.each(cases)('%s', async (_what, by, input, code) => {
    expect(await refusal(by, 'plan', undefined, { boardId, startsAt: STARTS, ...input })).toBe(code);
  });

  test('is planned once; one that has to begin at once may have begun', async () => {
    const meeting = await plan();
    expect(await refusal('mona', 'plan', undefined, { boardId, startsAt: STARTS })).toBe('meetings.plannedAlready');
    expect((await plan('mona', { startsAt: '2026-03-02T08:30:00Z' })).state).toBe('planned');
    const gone = await perform('olga', 'cancel', meeting, { reason: 'Holiday.' });
    expect(gone).toMatchObject({ state: 'cancelled', can: [] });
    expect(await desk.app.list({ list: 'meetings.ended', filters: {}, actor: desk.actor('paul') })).toMatchObject({ items: [{ id: meeting.id }] });
    expect((await plan()).id).not.toBe(meeting.id);
  });

  test('is for its members and for agents, and run by chairs and change managers', async () => {
    const meeting = await plan();
    const canOf = async (key: ChangePerson): Promise<readonly string[] | undefined> => {
      const opened = await desk.app.open(meeting.id, desk.actor(key));
      return 'record' in opened ? opened.record.can : undefined;
    };
    expect(await canOf('alice')).toBeUndefined();
    expect([await canOf('paul'), await canOf('bob'), await canOf('gus')]).toEqual([[], [], []]);
    const runs = ['meetings.start', 'meetings.setAttendance', 'meetings.refreshAgenda', 'meetings.addItem', 'meetings.removeItem', 'meetings.cancel'];
    expect([await canOf('olga'), await canOf('mona')]).toEqual([runs, runs]);
    const names = async (key: ChangePerson, filters: object) => {
      const page = await desk.app.list({ list: 'meetings.open', filters: { ...filters }, actor: desk.actor(key) });
      return 'items' in page ? (page.items as { id: string }[]).map(({ id }) => id) : [];
    };
    expect([await names('alice', {}), await names('paul', { scope: 'mine' }), await names('paul', { scope: 'chaired' }), await names('bob', { boardId })]).toEqual([[], [meeting.id], [], [meeting.id]]);
  });

  test('knows who was there; substitutes and guests too', async () => {
    const meeting = await running();
    const noted = await perform('olga', 'setAttendance', meeting, { presentIds: [desk.people.olga.id, desk.people.fay.id] });
    expect(noted.members.filter(({ isPresent }) => isPresent).map(({ name }) => name)).toEqual(['Olga Olsen', 'Fay Fischer']);
    expect(await refusal('olga', 'setAttendance', noted, { presentIds: ['PER0009999'] })).toBe('kernel.invalidInput');
    expect(await refusal('olga', 'setAttendance', noted, { presentIds: [desk.people.olga.id, desk.people.fay.id] })).toBe('kernel.nothingChanged');
    expect((await perform('olga', 'setAttendance', noted, {})).members.some(({ isPresent }) => isPresent)).toBe(false);
  });

  test('puts on its agenda what can be discussed, once, and as much as fits', async () => {
    const meeting = await plan();
    const web = await desk.propose();
    await perform('mona', 'addItem', meeting, { changeId: web.id });
    expect(await refusal('mona', 'addItem', meeting.id, { changeId: web.id })).toBe('meetings.onAgenda');
    const over = await desk.propose({ title: 'Over' });
    await desk.perform('bob', 'changes.cancel', over.id, { reason: 'notNeeded' });
    expect(await refusal('mona', 'addItem', meeting.id, { changeId: over.id })).toBe('meetings.changeOver');
    expect(await refusal('mona', 'addItem', meeting.id, { changeId: 'INC0000001' })).toBe('kernel.invalidInput');
    // Olga is no agent: a change that she does not decide about is not there for her.
    expect(await refusal('olga', 'addItem', meeting.id, { changeId: (await desk.propose({ title: 'Hidden' })).id })).toBe('kernel.invalidInput');
    for (let index = 1; index < 20; index += 1) await perform('mona', 'addItem', meeting.id, { changeId: (await desk.propose({ title: `Web ${index}` })).id });
    expect(await refusal('mona', 'addItem', meeting.id, { changeId: (await desk.propose({ title: 'One more' })).id })).toBe('meetings.agendaFull');
    expect((await perform('mona', 'cancel', meeting.id, { reason: 'Enough.' })).itemCount).toBe(20);
  });

  test('reads in German', async () => {
    const meeting = await running();
    const view = await desk.app.open(meeting.id, { ...desk.actor('paul'), language: 'de' });
    expect(view).toMatchObject({ record: { timeline: [{ line: expect.stringContaining('mit noch leerer Tagesordnung') }, { line: 'Olga Olsen hat die Sitzung begonnen' }] } });
  });
});

describe('a board', () => {
  const cases: readonly (readonly [what: string, input: object, field: string])[] = [
    ['without a real zone', { zone: 'Mars/Olympus' }, 'zone'],
    ['of a group that is not there', { groupId: 'GRP0009999' }, 'groupId'],
    ['chaired by nobody who is there', { chairIds: ['PER0009999'] }, 'chairIds'],
    ['with half minutes', { minutesPerItem: 2.5 }, 'minutesPerItem'],
    ['with a filter that is none', { filter: [{ field: 'type', is: ['normal'] }] }, 'filter'],
    ['with a filter on a field that is not there', { filter: [[{ field: 'color', is: ['red'] }]] }, 'filter'],
    ['with a filter that compares with nothing', { filter: [[{ field: 'type' }]] }, 'filter'],
    ['with times that are none', { occurrences: [{ kind: 'weekly', days: ['someday'], from: '14:00', to: '15:00' }] }, 'occurrences'],
  ];
  test.each(cases)('%s is refused', async (_what, input, field) => {
    const board = { name: 'ECAB', groupId: desk.board, chairIds: [desk.people.olga.id], zone: 'Europe/Berlin', minutesPerItem: 10, ...input };
    const performed = await desk.app.perform({ action: 'boards.add', input: board, actor: desk.actor('mona') });
    expect(performed).toMatchObject({ refused: { code: 'kernel.invalidInput', problems: [{ field }] } });
  });

  test('is kept by change managers, and known to those who sit on it', async () => {
    expect(await desk.refusal('olga', 'boards.change', boardId, { minutesPerItem: 5 })).toBe('kernel.notAllowed');
    await desk.perform('mona', 'boards.change', boardId, { occurrences: [{ kind: 'weekly', days: ['wed'], from: '15:00', to: '16:00' }] });
    expect(await desk.app.open(boardId, desk.actor('paul'))).toMatchObject({ record: { name: 'CAB' } });
    expect(await desk.app.open(boardId, desk.actor('alice'))).toMatchObject({ refused: { code: 'kernel.notFound' } });
  });
});
