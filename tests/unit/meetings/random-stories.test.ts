// If this fails, some order of calling up, deciding, adding and closing loses time or decisions of a meeting, or writes down what nobody voted.
import fc from 'fast-check';
import type { Directory } from '../../../shared/catalog';
import type { ChangeSummary } from '../../../shared/changes';
import { isRefused, type StepState } from '../../../shared/kernel';
import { ITEM_DECISIONS, MEETING_LIFECYCLE, meetingActions, meetingsPractice, standsToMeetingAs, type Meeting, type MeetingEvent, type MeetingRole } from '../../../shared/meetings';
import { contradiction, decisionOnRecord } from '../../../shared/meetings/agenda';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';
import { createRunner, type Run } from '../../_support/practice-runner';

const VERBS = ['start', 'start', 'openItem', 'openItem', 'openItem', 'openItem', 'recordDecision', 'recordDecision', 'recordDecision', 'recordDecision', 'recordDecision', 'recordDecision', 'setAttendance', 'refreshAgenda', 'addItem', 'removeItem', 'close', 'cancel', 'vote', 'vote'] as const;
const BOARD_STATES = ['requested', 'approved', 'rejected', 'returned', 'expired'] as const satisfies readonly StepState[];
const IDS = [1, 2, 3, 4].map((number) => `CHG000000${number}`);

let desk: ChangeDesk;
let boardId: string;
beforeAll(async () => {
  desk = await createChangeDesk();
  boardId = await desk.add('boards', { name: 'CAB', groupId: desk.board, chairIds: [desk.people.olga.id], zone: 'UTC', minutesPerItem: 10 });
});
afterAll(() => desk.close());

function changeSummary(id: string, boardState: StepState): ChangeSummary {
  const isOpen = boardState === 'requested';
  return {
    id, practice: 'changes', version: 1, updatedAt: '2026-03-02T09:00:00.000Z', createdAt: '2026-03-02T09:00:00.000Z', title: `Change ${id}`, type: 'normal', state: isOpen ? 'authorize' : boardState === 'approved' ? 'scheduled' : 'new',
    requesterId: desk.people.bob.id, requesterName: 'Bob', risk: 'high', serviceIds: [], itemIds: [], isOutage: false, isOnHold: false, isAgreed: false, isRetroactive: false, incidentCount: 0, incidentPriorities: [], collisionCount: 0, collisionMarks: [],
    isUnauthorized: false, awaitedApproverIds: isOpen ? [desk.people.paul.id] : [], approverIds: [desk.people.paul.id], excludedApproverIds: [], votedIds: [], hasOpenBoard: isOpen, hasOpenCollisions: false, needsReview: false, boardState,
  };
}

const step = fc.record({ verb: fc.constantFrom(...VERBS), pick: fc.nat(200), seconds: fc.nat(900) });

test('time adds up, one change is discussed at a time, and minutes say what was voted', () => {
  let written = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 50 }), (taken) => {
      let now = Date.parse('2026-03-02T09:00:00.000Z');
      const changes = new Map(IDS.map((id) => [id, changeSummary(id, 'requested')]));
      const directory = (): Directory => ({
        ...desk.app.desk.directory,
        summary: (id) => changes.get(id ?? '') ?? desk.app.desk.directory.summary(id),
        summaries: (practice) => (practice === 'changes' ? changes.values() : desk.app.desk.directory.summaries(practice)),
      });
      const act = createRunner(meetingsPractice, 'MTG0000001', directory);
      const planned = act(undefined, { verb: 'plan', by: desk.actor('olga'), at: new Date(now).toISOString(), input: { boardId, startsAt: '2026-03-02T10:00:00Z' } });
      if (isRefused(planned)) throw new Error(planned.refused.code);
      expect(planned.record.items.map(({ changeId }) => changeId)).toEqual(IDS);
      let story: Run<Meeting, MeetingEvent> = planned;
      let discussed = 0;
      for (const { verb, pick, seconds } of taken) {
        now += seconds * 1_000;
        if (story.record.items.some(({ openedAt }) => openedAt)) discussed += seconds;
        const changeId = IDS[pick % IDS.length] as string;
        if (verb === 'vote') {
          changes.set(changeId, changeSummary(changeId, BOARD_STATES[pick % BOARD_STATES.length] as StepState));
          continue;
        }
        const inputs = {
          openItem: { changeId }, addItem: { changeId }, removeItem: { changeId }, recordDecision: { changeId, decision: ITEM_DECISIONS[pick % 4] }, cancel: { reason: 'So.' },
          setAttendance: { presentIds: [desk.people.paul.id] }, start: {}, close: { minutes: 'Done.' }, refreshAgenda: {},
        } as const;
        const before = story.record;
        const removed = verb === 'removeItem' || verb === 'refreshAgenda' ? before.items : [];
        const next = act(story, { verb, by: desk.actor(pick % 3 === 0 ? 'mona' : 'olga'), at: new Date(now).toISOString(), input: inputs[verb], others: [...changes.values()] });
        if (isRefused(next)) continue;
        story = next;
        const { record, history } = story;
        expect(history.reduce<Meeting | undefined>((state, entry) => meetingsPractice.fold(state, entry), undefined)).toEqual(record);
        const lost = removed.filter((item) => !record.items.some((kept) => kept.changeId === item.changeId));
        for (const { seconds: spent, openedAt, decision } of lost) {
          expect(decision).toBeUndefined();
          discussed -= spent + (openedAt ? (now - Date.parse(openedAt)) / 1_000 : 0);
        }
        const open = record.items.filter(({ openedAt }) => openedAt);
        expect(open.length).toBeLessThanOrEqual(record.state === 'running' ? 1 : 0);
        const running = open.reduce((sum, { openedAt = '' }) => sum + (now - Date.parse(openedAt)) / 1_000, 0);
        expect(record.items.reduce((sum, item) => sum + item.seconds, running)).toBe(discussed);
        expect(new Set(record.items.map((item) => item.changeId)).size).toBe(record.items.length);
        if (verb === 'recordDecision') {
          written += 1;
          expect(contradiction(record.items.find((item) => item.changeId === changeId)?.decision ?? 'approved', changes.get(changeId) as ChangeSummary)).toBeUndefined();
        }
        if (verb !== 'close') continue;
        for (const item of record.items) {
          expect(item.decision).toBeDefined();
          const former = before.items.find((entry) => entry.changeId === item.changeId)?.decision;
          expect(item.decision).toBe(former ?? decisionOnRecord(changes.get(item.changeId)));
        }
      }
    }),
    { numRuns: 400, seed: 1848 },
  );
  expect(written).toBeGreaterThan(100);
});

describe('what may be written down about a change', () => {
  const cases: readonly (readonly [boardState: StepState | undefined, allowed: readonly string[]])[] = [
    [undefined, ['rejected', 'deferred', 'needsInfo']],
    ['waiting', ['deferred', 'needsInfo']],
    ['requested', ['deferred', 'needsInfo']],
    ['approved', ['approved']],
    ['rejected', ['rejected']],
    ['returned', ['rejected', 'deferred', 'needsInfo']],
    ['expired', ['rejected', 'deferred', 'needsInfo']],
  ];
  test.each(cases)('whose board step is %s', (boardState, allowed) => {
    expect(ITEM_DECISIONS.filter((decision) => contradiction(decision, boardState ? { boardState } : {}) === undefined)).toEqual(allowed);
  });
});

test('in every state everybody may do exactly what the table says', () => {
  const people = ['alice', 'bob', 'mona', 'nils', 'olga', 'paul', 'gus', 'erik'] as const satisfies readonly ChangePerson[];
  const roles = [...new Set(MEETING_LIFECYCLE.transitions.flatMap(({ who }) => who))] as MeetingRole[];
  for (const state of MEETING_LIFECYCLE.states) {
    const subject = { id: 'MTG0000001', state, chairIds: [desk.people.olga.id], memberIds: [desk.people.olga.id, desk.people.paul.id] };
    for (const key of people) {
      const who = desk.actor(key);
      const stands = roles.filter((role) => standsToMeetingAs(role, who, subject));
      const rows = MEETING_LIFECYCLE.transitions.filter((row) => row.from.includes(state) && row.who.some((role) => stands.includes(role)));
      const allowed = meetingActions.filter((action) => !action.creates && action.can(who, subject)).map(({ name }) => name);
      expect({ state, key, allowed: [...allowed].sort() }).toEqual({ state, key, allowed: [...new Set(rows.map(({ action }) => `meetings.${action}`))].sort() });
    }
  }
});
