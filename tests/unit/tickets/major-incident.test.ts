// If this fails, an outage looks like one small ticket among many, or Bellhop cries wolf and overrules the people who lead.
import { after, alice, bob, canDo, carol, decide, fay } from '../../_support/given';
import { systemActor } from '../../../shared/kernel';
import type { Ticket } from '../../../shared/tickets';
import { afterCounts } from '../../../shared/tickets/major-incident';

const system = systemActor('job');
const incident = (input: object = {}): Ticket => after(undefined, 'report', { title: 'VPN drops', categoryId: 'CAT0000002', reach: 'me', work: 'workaround', ...input }, alice);
const none = { similar: 0, people: 0, parts: 0 };
const typesOf = (ticket: Ticket, counts: object): string[] => afterCounts(ticket, { ...none, ...counts }, []).map(({ type }) => type);
const refusal = (...args: Parameters<typeof decide>): string | undefined => {
  const decided = decide(...args);
  return 'refused' in decided ? decided.refused.code : undefined;
};

test.each([
  ['four similar reports', { similar: 4 }, []],
  ['five similar reports', { similar: 5 }, ['ImpactRaised', 'MajorIncidentProposed']],
  ['four people', { people: 4 }, []],
  ['five people', { people: 5 }, ['ImpactRaised']],
  ['fifty people', { people: 50 }, ['ImpactRaised']],
  ['more than fifty people', { people: 51 }, ['ImpactRaised', 'MajorIncidentProposed']],
  ['twenty parts', { parts: 20 }, []],
  ['more than twenty parts', { parts: 21 }, ['ImpactRaised', 'MajorIncidentProposed']],
])('%s', (_name, counts, expected) => {
  expect(typesOf(incident(), counts)).toEqual(expected);
});

test('what was counted is done once, also when it is counted again', () => {
  const raised = after(incident(), 'noteCounts', { similar: 5 }, system);
  expect(raised).toMatchObject({ impact: 1, priority: 'P2', major: 'proposed' });
  expect(refusal(raised, 'noteCounts', { similar: 9 }, system)).toBe('kernel.nothingChanged');
  expect(refusal(after(raised, 'rejectMajor', { reason: 'A drill.' }, carol), 'noteCounts', { similar: 30 }, system)).toBe('kernel.nothingChanged');
});

test('a priority that a lead has set stays, until the lead lets it be computed again', () => {
  const byHand = after(incident(), 'overridePriority', { priority: 'P3', reason: 'Known.' }, carol);
  const counted = after(byHand, 'noteCounts', { people: 6 }, system);
  expect(counted.priority).toBe('P3');
  expect(after(counted, 'clearPriority', {}, carol).priority).toBe('P2');
});

test('what one of them says of their own reach does not argue it away', () => {
  const raised = after(incident(), 'noteCounts', { people: 6 }, system);
  expect(after(raised, 'classify', { reach: 'team', work: 'stopped' }, bob)).toMatchObject({ impact: 1, priority: 'P1' });
});

test('requests, ended incidents and parts of others are never proposed', () => {
  const parts = afterCounts(incident(), { ...none, similar: 9 }, [{ relation: 'childOf', otherId: 'INC0000002', at: '', by: '' }]);
  expect(parts.map(({ type }) => type)).toEqual(['ImpactRaised']);
  expect(typesOf(after(incident(), 'cancel', { reason: 'notAnIncident' }, bob), { similar: 9 })).toEqual([]);
  expect(typesOf(after(undefined, 'report', { title: 'Guest', offeringId: 'OFR0000002' }, alice), { similar: 9 })).toEqual([]);
});

test('agents propose with a reason, those who lead a group decide, and employees see nothing of it', () => {
  const proposed = after(incident(), 'proposeMajor', { reason: 'The gateway is down.' }, bob);
  const verbs = ['proposeMajor', 'promoteMajor', 'rejectMajor', 'demoteMajor'];
  const ofThem = (who: Parameters<typeof canDo>[1], ticket = proposed): string[] => canDo(ticket, who).filter((verb) => verbs.includes(verb));
  expect(ofThem(bob)).toEqual([]);
  expect(ofThem(fay)).toEqual([]);
  expect(ofThem(alice)).toEqual([]);
  expect(ofThem(carol).sort()).toEqual(['promoteMajor', 'rejectMajor']);
  const promoted = after(proposed, 'promoteMajor', {}, carol);
  expect(ofThem(carol, promoted)).toEqual(['demoteMajor']);
  expect(ofThem(bob, after(promoted, 'demoteMajor', { reason: 'Only one site.' }, carol))).toEqual(['proposeMajor']);
});

test('"me too" counts everybody once, and ends where it would fill the record', () => {
  const joined = after(incident(), 'addAffected', { personId: bob.id }, system);
  expect(joined.affectedIds).toEqual([bob.id]);
  expect(refusal(joined, 'addAffected', { personId: bob.id }, system)).toBe('kernel.nothingChanged');
  expect(refusal({ ...joined, version: 600 }, 'addAffected', { personId: fay.id }, system)).toBe('announcements.enough');
  expect(after(joined, 'removeAffected', { personId: bob.id }, system).affectedIds).toEqual([]);
});
