// If this fails, something incomplete, something out of date or something that nobody may decide about is put before people.
import { givenDesk } from './given-changes';
import { FIRST } from './model-moves';
import { ID, ITEM, TIMES, WINDOWS } from './model-world';

const NEEDED = ['reason', 'itemIds', 'groupId', 'implementerId', 'plannedStart', 'plannedEnd', 'implementationPlan', 'testPlan', 'backoutPlan', 'impact', 'reach', 'isOutage'];

it.each(NEEDED)('%s has to be there', (field) => {
  const desk = givenDesk();
  expect(desk.refusal(desk.propose({ [field]: undefined }), 'submit', 'requester')).toBe(`changes.incomplete ${field} required`);
});

it('names everything that is missing at once', () => {
  const desk = givenDesk();
  const bare = desk.after(undefined, 'propose', 'requester', { type: 'normal', title: 'Nothing yet' });
  expect(desk.refusal(bare, 'submit', 'requester').split(' ').filter((word) => word !== 'required')).toEqual(['changes.incomplete', ...NEEDED]);
});

it('says how long the outage takes where there is one', () => {
  const desk = givenDesk();
  expect(desk.refusal(desk.propose({ isOutage: true }), 'submit', 'requester')).toBe('changes.incomplete outageMinutes required');
  expect(desk.refusal(desk.propose({ isOutage: true, outageMinutes: 5 }), 'submit', 'requester')).toBe('done');
});

it.each<[string, object, string]>([
  ['an item that is not there', { itemIds: ['CIT0000404'] }, 'itemIds notFound'],
  ['a service that is not there', { serviceIds: ['SVC0000404'] }, 'serviceIds notFound'],
  ['a group that is not there', { groupId: 'GRP0000404', implementerId: undefined }, 'groupId notFound'],
  ['an implementer who is not there', { implementerId: 'PER0000404' }, 'implementerId notFound implementerId notInGroup'],
  ['an implementer of another group', { implementerId: ID.outsider }, 'implementerId notInGroup'],
  ['a category that is not there', { categoryId: 'CAT0000404' }, 'categoryId notFound'],
  ['an end before the start', { plannedEnd: WINDOWS[0].plannedStart }, 'plannedEnd notAfterStart'],
  ['a window of more than ninety days', { plannedEnd: '2026-06-02T20:00:00.001Z' }, 'plannedEnd tooFar'],
  ['no title', { title: ' ' }, 'title required'],
])('is not written with %s', (_what, input, problem) => {
  const desk = givenDesk();
  expect(desk.refusal(undefined, 'propose', 'requester', { ...FIRST, ...input })).toBe(`kernel.invalidInput ${problem}`);
});

it.each<[string, (desk: ReturnType<typeof givenDesk>) => void, string]>([
  ['its implementer has left', (desk) => desk.put('people', { id: ID.implementer, retired: true }), 'kernel.invalidInput implementerId notFound'],
  ['its implementer has changed groups', (desk) => desk.put('groups', { id: 'GRP0000001', memberIds: [ID.second, ID.peer] }), 'kernel.invalidInput implementerId notInGroup'],
  ['its item is retired', (desk) => desk.put('items', { id: ITEM, retired: true }), 'kernel.invalidInput itemIds notFound'],
  ['nobody of the group is left to decide', (desk) => desk.put('groups', { id: 'GRP0000001', memberIds: [ID.implementer] }), 'changes.nobodyLeft'],
  ['nobody manages changes', (desk) => ['manager1', 'manager2'].forEach((who) => desk.put('people', { id: ID[who as 'manager1'], roles: [] })), 'changes.nobodyLeft'],
])('is refused when %s meanwhile', (_why, change, expected) => {
  const desk = givenDesk();
  const written = desk.propose();
  change(desk);
  expect(desk.refusal(written, 'submit', 'requester')).toBe(expected);
});

it('is refused when its window has begun, and on hold', () => {
  const desk = givenDesk();
  const written = desk.propose();
  expect(desk.refusal(written, 'submit', 'requester', {}, TIMES[2])).toBe('changes.windowPast plannedStart inPast');
  expect(desk.refusal(desk.after(written, 'hold', 'requester', { reason: 'other' }), 'submit', 'requester')).toBe('kernel.notAllowed');
});

describe('an emergency', () => {
  const incident = { id: 'INC0000001', practice: 'tickets', version: 1, updatedAt: TIMES[0], kind: 'incident', state: 'inProgress', priority: 'P1' };
  const urgent = { ...FIRST, type: 'emergency' };
  const ending = (facts: object) => [givenDesk({}, [{ ...incident, ...facts }]), { ...urgent, emergencyReason: 'majorIncident', incidentId: incident.id }] as const;

  it('says why it cannot wait, and names the incident where there is one', () => {
    const desk = givenDesk({}, [incident]);
    expect(desk.refusal(undefined, 'propose', 'requester', urgent)).toBe('kernel.invalidInput emergencyReason required');
    expect(desk.refusal(undefined, 'propose', 'requester', { ...urgent, emergencyReason: 'majorIncident' })).toBe('kernel.invalidInput incidentId required');
    expect(desk.refusal(undefined, 'propose', 'requester', { ...urgent, emergencyReason: 'majorIncident', incidentId: 'INC0000404' })).toBe('kernel.invalidInput incidentId notFound');
    expect(desk.refusal(undefined, 'propose', 'requester', { ...urgent, emergencyReason: 'majorIncident', incidentId: incident.id })).toBe('done');
    expect(desk.refusal(undefined, 'propose', 'requester', { ...urgent, emergencyReason: 'security' })).toBe('done');
  });

  it.each<[string, object, string]>([
    ['one of priority 2', { priority: 'P2' }, 'notMajorIncident'], ['a request', { kind: 'request' }, 'notMajorIncident'], ['no ticket', { practice: 'changes' }, 'notFound'],
    ['one that is resolved', { state: 'resolved' }, 'incidentOver'], ['one that is closed', { state: 'closed' }, 'incidentOver'], ['one that was withdrawn', { state: 'cancelled' }, 'incidentOver'],
  ])('that ends a major incident cannot name %s', (_what, facts, code) => {
    const [desk, input] = ending(facts);
    expect(desk.refusal(undefined, 'propose', 'requester', input)).toBe(`kernel.invalidInput incidentId ${code}`);
  });

  it('that is recorded afterwards may name one that is over, and no smaller one', () => {
    const { type: _type, plannedStart: _start, plannedEnd: _end, ...content } = FIRST;
    const done = { ...content, emergencyReason: 'majorIncident', incidentId: incident.id, actualStart: '2026-03-02T03:00:00.000Z', actualEnd: '2026-03-02T04:00:00.000Z', outcome: 'successful' };
    expect(ending({ state: 'closed' })[0].refusal(undefined, 'recordDone', 'requester', done)).toBe('done');
    expect(ending({ priority: 'P3' })[0].refusal(undefined, 'recordDone', 'requester', done)).toBe('kernel.invalidInput incidentId notMajorIncident');
    expect(ending({})[0].refusal(undefined, 'recordDone', 'requester', { ...done, incidentId: undefined })).toBe('kernel.invalidInput incidentId required');
  });

  it('is submitted only while the incident it is to end is linked and open', () => {
    const [desk, input] = ending({});
    const written = desk.after(undefined, 'propose', 'requester', input);
    const link = { relation: 'relatedTo' as const, otherId: incident.id, at: TIMES[0], by: ID.requester };
    const submitted = (facts: object | undefined, links = [link]): string => {
      if (facts) desk.put('tickets', { ...incident, ...facts });
      return desk.refusal(written, 'submit', 'requester', {}, TIMES[0], links);
    };
    expect(submitted(undefined)).toBe('changes.noMajorIncident');
    expect(submitted({})).toBe('done');
    expect(submitted({}, [])).toBe('changes.noMajorIncident');
    expect(submitted({ state: 'resolved' })).toBe('changes.noMajorIncident');
    expect(submitted({ state: 'onHold', priority: 'P2' })).toBe('changes.noMajorIncident');
  });
});
