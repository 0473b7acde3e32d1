// If this fails, an agent who asks who is on call or why they got a ticket opens a new one instead, or somebody else's absence is set.
import { understand } from '../../../bot/chat/understand';
import { systemActor } from '../../../shared/kernel';
import { openOffice, type Office } from './office';

const agent = { inThread: false, isAgent: true, hasFiles: false };

test.each([
  ['who is on call?', 'onCall'], ["Who's on-call for Network", 'onCall'], ['on call now', 'onCall'], ['wer hat Bereitschaft?', 'onCall'], ['Wer hat gerade Rufbereitschaft im Netzwerk', 'onCall'],
  ['I am away until Friday 8:00', 'away'], ['out of office until tomorrow', 'away'], ['Ich bin bis Montag weg', 'away'], ['abwesend bis 4.12. 8 Uhr', 'away'],
  ['rebalance', 'rebalance'], ['Was bleibt liegen?', 'rebalance'],
  ['hand over', 'handOver'], ['Hand over my shift.', 'handOver'], ['Übergabe', 'handOver'], ['Schichtübergabe bitte', 'handOver'], ['prepare the handover', 'handOver'],
  ['what was handed over?', 'handedOver'], ['Was wurde übergeben?', 'handedOver'], ['handovers', 'handedOver'],
  ['hand over the laptop to the new colleague', 'draft'], ['Übergabe des Druckers klappt nicht', 'draft'], ['what was handed over to the customer is broken', 'draft'],
  ['I am back', 'backAgain'], ['Ich bin wieder da!', 'backAgain'],
  ['why me? INC12', 'whyMe INC0000012'], ['Why was INC12 assigned to me?', 'whyMe INC0000012'], ['warum ich INC12', 'whyMe INC0000012'], ['Warum habe ich INC12 bekommen?', 'whyMe INC0000012'], ['why has nobody INC12', 'whyMe INC0000012'],
  ['why is INC12 due then?', 'command'], ['why INC12', 'command'], ['why me?', 'draft'], ['on call phone is broken', 'draft'], ['the VPN is away until I reboot', 'draft'], ['I am back in the office and the VPN drops', 'draft'],
])('%j is %s', (text, expected) => {
  const intent = understand(text, agent);
  expect([intent.kind, intent.kind === 'whyMe' ? intent.id : undefined].filter(Boolean).join(' ')).toBe(expected);
});

test.each(['who is on call?', 'Übergabe', 'I am away until Friday 8:00', 'why was INC12 assigned to me'])('of an employee %j is a report, or about their ticket', (text) => {
  expect(['draft', 'about', 'command']).toContain(understand(text, { ...agent, isAgent: false }).kind);
});

describe('answers', () => {
  let office: Office;
  beforeAll(async () => (office = await openOffice()));
  afterAll(() => office.app.close());

  test('say who is on call, and until when', async () => {
    const always = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]));
    expect((await office.say('bob', 'who is on call?'))[0]?.text).toBe('Nobody is on call now.');
    const { people, groups } = office.app;
    const shift = (level: string, memberIds: readonly string[]) =>
      office.app.perform('carol', 'shifts.add', undefined, { name: level, groupId: groups.network.id, level, zone: 'Europe/Berlin', weekly: always, memberIds, rotationDays: 7, rotationFrom: '2026-03-02', handoverAt: '09:00' });
    await shift('primary', [people.bob.id, people.carol.id]);
    await shift('secondary', [people.carol.id, people.bob.id]);
    expect((await office.say('bob', 'who is on call?'))[0]?.text).toBe('Network: Bob Brown, first on call, until Mon, Mar 9, 9:00 AM\nNetwork: Carol Clark, second on call, until Mon, Mar 9, 9:00 AM');
  });

  test('list to the lead what falls due while somebody is away, and to nobody else', async () => {
    const { people } = office.app;
    const [urgent, patient] = [await office.app.report({ reach: 'team', work: 'stopped', title: 'Urgent one' }), await office.app.report({ title: 'Patient one' })];
    for (const { id } of [urgent, patient]) await office.app.perform('carol', 'tickets.assign', id, { assigneeId: people.bob.id });
    expect((await office.say('carol', 'rebalance'))[0]?.text).toContain('Nothing of the groups you lead');
    await office.app.perform('bob', 'people.setAway', people.bob.id, { until: '2026-03-02T16:00:00Z' });
    const told = (await office.say('carol', 'rebalance'))[0]?.text;
    expect(told).toContain(`${urgent.id} (Urgent one) is due`);
    expect(told).toContain('Bob Brown is away until Mon, Mar 2, 5:00 PM');
    expect((await office.say('fay', 'rebalance'))[0]?.text).toContain('Nothing of the groups you lead');
    await office.app.perform('bob', 'people.setBack', people.bob.id);
    for (const { id } of [urgent, patient]) await office.app.perform('bob', 'tickets.resolve', id, { code: 'fixed', notes: 'Done.' });
  });

  test('set the writer away, and back', async () => {
    expect((await office.say('bob', 'away until 4 March 8:00'))[0]?.text).toBe('You get no new work until Wed, Mar 4, 8:00 AM. Write “I am back” when you are back earlier.');
    expect(office.app.app.desk.directory.person(office.app.people.bob.id)?.awayUntil).toBe('2026-03-04T07:00:00.000Z');
    expect((await office.say('bob', 'I am back'))[0]?.text).toBe('Welcome back: new work reaches you again.');
    expect(office.app.app.desk.directory.person(office.app.people.bob.id)?.awayUntil).toBeUndefined();
  });

  test('tell why somebody has a ticket, to those who handle tickets', async () => {
    await office.app.perform('erik', 'groups.change', office.app.groups.network.id, { strategy: 'leastLoaded' });
    const { id } = await office.app.report();
    await office.app.app.perform({ action: 'tickets.autoAssign', id, input: {}, actor: systemActor('job') });
    const [answer] = await office.say('bob', `why me? ${id}`);
    expect(JSON.stringify(answer?.card)).toContain('Carol Clark: waited longest for work of 2 who could take it');
    expect(JSON.stringify((await office.say('alice', `why me? ${id}`))[0])).not.toContain('who could take it');
  });
});
