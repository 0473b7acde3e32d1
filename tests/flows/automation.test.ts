// If this fails, a rule does something else than its dry run showed, does it twice, or goes on for ever, and nobody can see which rule it was.
import fc from 'fast-check';
import type { RuleAction, RuleTrigger } from '../../shared/automation';
import { isRefused, systemActor, type Conditions } from '../../shared/kernel';
import { createChangeDesk } from '../_support/change-desk';
import { letRulesWork, line, passTime, whatRulesDid } from '../_support/rules-at-work';
import { createTestApp, type TestApp } from '../_support/test-app';

const HOUR = 3_600_000;
const HALF = HOUR / 2;

interface Draft {
  readonly name: string;
  readonly subject: string;
  readonly when: RuleTrigger;
  readonly conditions?: Conditions;
  readonly actions: readonly RuleAction[];
  readonly order: number;
  readonly isEnabled?: boolean;
}

const note: RuleAction = { action: 'tickets.addNote', input: { text: '{{requester.firstName}}: {{ticket.id}}' } };
const draft = (over: Partial<Draft>): Draft => ({ name: 'Rule', subject: 'tickets', when: { kind: 'event', events: ['reported'] }, actions: [note], order: 10, isEnabled: true, ...over });
const save = (test: TestApp, rule: Draft) => test.app.perform({ action: 'automationRules.add', input: rule, actor: test.actor('erik') });

async function saved(test: TestApp, over: Partial<Draft> = {}): Promise<string> {
  const performed = await save(test, draft(over));
  if ('refused' in performed) throw new Error(JSON.stringify(performed.refused));
  return performed.record.id;
}

const opened = async (test: TestApp, id: string, by: 'bob' | 'alice' = 'bob') => {
  const found = await test.app.open(id, test.actor(by));
  if (isRefused(found)) throw new Error(found.refused.code);
  return found.record as unknown as { readonly state: string; readonly timeline: readonly { readonly type: string; readonly line: string; readonly byName: string; readonly text?: string; readonly ruleId?: string; readonly channel: string }[] };
};
const typesOf = async (test: TestApp, id: string): Promise<readonly string[]> => (await opened(test, id)).timeline.map(({ type }) => type);

describe.each(['embedded', 'azure'] as const)('on the %s store', (store) => {
  let test: TestApp;
  beforeEach(async () => (test = await createTestApp({ store })));
  afterEach(() => test.close());

  it('a rule acts once, however many instances take the same event and however often', async () => {
    const ruleId = await saved(test, { name: 'Greet', actions: [{ action: 'tickets.reply', input: { text: 'Hello {{requester.firstName}}, we have {{ticket.id}}.' } }, note] });
    const second = await test.openSecondApp();
    const ticket = await test.report();
    const { rows } = await test.app.storage.range({ partition: test.tenant, from: 'o:', to: 'o;' });
    await letRulesWork(test, [test.app, second, test.app]);
    // As after a crash between doing it and taking it out of the outbox.
    for (const { data } of rows) await Promise.all([test.app, second].map((app) => app.automation.react(data as never)));
    expect(await typesOf(test, ticket.id)).toEqual(['TicketReported', 'ReplyAdded', 'NoteAdded']);
    const { timeline } = await opened(test, ticket.id);
    expect(timeline[1]).toMatchObject({ byName: 'Rule “Greet”', ruleId, channel: 'automation', text: `Hello Alice, we have ${ticket.id}.` });
    // Whoever waits hears of Bellhop, not of how it is set up.
    expect((await opened(test, ticket.id, 'alice')).timeline[1]).toMatchObject({ byName: 'Bellhop' });
    expect(await whatRulesDid(test.app)).toEqual([line(ticket.id, '2026-03-02T09:00:00.000Z', [{ action: 'tickets.reply', result: 'done' }, { action: 'tickets.addNote', result: 'done' }])]);
  });

  it('rules about time act once for two instances, when it is time, and no more', async () => {
    await saved(test, { when: { kind: 'duration', value: 2, unit: 'hours' }, conditions: [[{ field: 'state', is: ['onHold'] }]] });
    const second = await test.openSecondApp();
    const ticket = await test.report();
    await test.perform('bob', 'tickets.take', ticket.id);
    await test.perform('bob', 'tickets.putOnHold', ticket.id, { reason: 'other', why: 'Parts', followUpAt: '2026-03-09T09:00:00Z' });
    await letRulesWork(test, [test.app, second]);
    await passTime(test, HOUR + HALF, HALF, [test.app, second]);
    expect(await typesOf(test, ticket.id)).not.toContain('NoteAdded');
    await passTime(test, 5 * HOUR, HALF, [test.app, second]);
    expect((await typesOf(test, ticket.id)).filter((type) => type === 'NoteAdded')).toHaveLength(1);
    expect((await test.app.storage.range({ partition: test.tenant, from: 'h:', to: 'h;' })).rows).toEqual([]);
  });
});

describe('what administrators see', () => {
  let test: TestApp;
  beforeEach(async () => (test = await createTestApp()));
  afterEach(() => test.close());

  it('a refusal is written down with what was left undone, and not tried again', async () => {
    await saved(test, { actions: [{ action: 'tickets.resume', input: {} }, note] });
    const ticket = await test.report();
    await letRulesWork(test);
    await letRulesWork(test);
    expect(await whatRulesDid(test.app)).toEqual([line(ticket.id, '2026-03-02T09:00:00.000Z', [{ action: 'tickets.resume', result: 'refused', code: 'kernel.notAllowed' }, { action: 'tickets.addNote', result: 'skipped' }])]);
    expect(await typesOf(test, ticket.id)).toEqual(['TicketReported']);
  });

  it('a circle is refused by name when it is saved, and ends by itself where it was overlooked', async () => {
    const circle = { when: { kind: 'event', events: ['noted'] } as const, name: 'Echo' };
    const refused = await save(test, draft(circle));
    expect(refused).toMatchObject({ refused: { problems: [{ code: 'rule.loop', params: { chain: '“Echo” → “Echo”' } }] } });
    // As an older version may have let it through.
    const echo = await saved(test, { ...circle, isEnabled: false });
    const entry = test.app.desk.get(echo);
    test.app.desk.apply({ practice: 'automationRules', id: echo, version: 2, active: true, summary: { ...entry, version: 2, isEnabled: true } as never, types: [], at: '', by: '' });
    const ticket = await test.report();
    await test.perform('bob', 'tickets.addNote', ticket.id, { text: 'Hello' });
    await letRulesWork(test);
    expect((await typesOf(test, ticket.id)).filter((type) => type === 'NoteAdded')).toHaveLength(6);
    expect((await whatRulesDid(test.app)).filter((entry) => entry.endsWith('tooDeep'))).toHaveLength(1);
  });

  it('what came in by import or seed starts nothing, and rules that are off do nothing', async () => {
    await saved(test, { isEnabled: false });
    await test.report();
    await letRulesWork(test);
    expect(await whatRulesDid(test.app)).toEqual([]);
  });

  it('only administrators keep rules, and agents read them', async () => {
    const id = await saved(test);
    expect(await test.app.perform({ action: 'automationRules.add', input: draft({}), actor: test.actor('carol') })).toMatchObject({ refused: { code: 'kernel.notAllowed' } });
    expect(await test.app.open(id, test.actor('bob'))).toHaveProperty('record');
    expect(await test.app.open(id, test.actor('alice'))).toMatchObject({ refused: { code: 'kernel.notFound' } });
  });

  it.each([
    [{ actions: [{ action: 'tickets.rate', input: { stars: 5 } }] }, 'rule.actionNotAllowed'],
    [{ actions: [{ action: 'tickets.passThresholds', input: {} }] }, 'rule.actionNotAllowed'],
    [{ actions: [{ action: 'changes.comment', input: { text: 'x' } }] }, 'rule.actionNotAllowed'],
    [{ actions: [{ action: 'tickets.reply', input: { text: '{{secrets}}' } }] }, 'rule.unknownPlaceholder'],
    [{ actions: [{ action: 'tickets.assign', input: { groupId: 'GRP9999999' } }] }, 'notFound'],
    [{ actions: [{ action: 'tickets.putOnHold', input: { reason: 'other', why: 'x', followUpAt: '2026-12-01T00:00:00Z' } }] }, 'rule.fixedDate'],
    [{ actions: [] }, 'required'],
    [{ conditions: [[{ field: '__proto__', is: ['x'] }]] }, 'rule.unknownFact'],
    [{ conditions: [[{ field: 'priority', is: ['P9'] }]] }, 'rule.unknownValue'],
    [{ conditions: [[{ field: 'words', is: ['one two three four five'] }]] }, 'rule.badPhrase'],
    [{ conditions: [[{ field: 'eventWords', is: ['x'] }]], when: { kind: 'duration', value: 1, unit: 'hours' } as const }, 'rule.unknownFact'],
    [{ when: { kind: 'event', events: ['exploded'] } as const }, 'rule.unknownEvent'],
    [{ when: { kind: 'duration', value: 0.5, unit: 'hours' } as const }, 'rule.badDuration'],
    [{ when: { kind: 'schedule', zone: 'Mars/Olympus', occurrences: [] } as const }, 'notZone'],
  ] as const)('hostile or senseless input %j is refused as %s', async (over, code) => {
    const performed = await save(test, draft(over));
    expect('refused' in performed && performed.refused.problems?.map((problem) => problem.code)).toEqual([code]);
  });

  it('a schedule comes round once, for what is meant and still open', async () => {
    const when = { kind: 'schedule', zone: 'Europe/Berlin', occurrences: [{ kind: 'weekly', days: ['mon'], from: '11:00', to: '12:00' }] } as const;
    await saved(test, { when, conditions: [[{ field: 'isAssigned', is: ['no'] }]] });
    const [open, taken] = [await test.report(), await test.report()];
    await test.perform('bob', 'tickets.take', taken.id);
    await letRulesWork(test);
    await passTime(test, 3 * HOUR, HALF);
    expect(await whatRulesDid(test.app)).toEqual([line(open.id, '2026-03-02T10:00:00.000Z', [{ action: 'tickets.addNote', result: 'done' }])]);
  });
});

describe('beyond single tickets', () => {
  test('rules about changes see what happens to them, and name themselves there too', async () => {
    const desk = await createChangeDesk();
    try {
      const rule = { name: 'Watch outages', subject: 'changes', when: { kind: 'event', events: ['proposed'] }, conditions: [[{ field: 'isOutage', is: ['yes'] }]], actions: [{ action: 'changes.comment', input: { text: 'Tell {{requester.firstName}} about {{change.id}}.' } }], order: 1, isEnabled: true };
      await desk.app.perform({ action: 'automationRules.add', input: rule, actor: systemActor('job') });
      const [outage, quiet] = [await desk.propose({ isOutage: true, outageMinutes: 10 }), await desk.propose()];
      await letRulesWork(desk);
      const comments = async (id: string) => (await desk.open(id, 'mona')).timeline.filter(({ type }) => type === 'CommentAdded');
      expect(await comments(outage.id)).toMatchObject([{ text: `Tell Bob about ${outage.id}.`, byName: 'Rule “Watch outages”' }]);
      expect(await comments(quiet.id)).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  test('a look at rules about time costs the same with many tickets as with few', async () => {
    const test = await createTestApp();
    try {
      await saved(test, { when: { kind: 'duration', value: 5, unit: 'days' }, conditions: [[{ field: 'state', is: ['new'] }]] });
      const look = async () => {
        await letRulesWork(test);
        await test.app.automation.runDue();
        test.storage.takeCounts();
        await test.app.automation.runDue();
        return test.storage.takeCounts();
      };
      await test.report();
      const few = await look();
      expect(few).toEqual({ get: { calls: 0, rowsRead: 0 }, range: { calls: 1, rowsRead: 0 }, commit: { calls: 0, rowsWritten: 0 } });
      for (let place = 0; place < 12; place += 1) await test.report();
      expect(await look()).toEqual(few);
    } finally {
      await test.close();
    }
  });
});

describe('the dry run', () => {
  const conditions = fc.option(
    fc.constantFrom<Conditions>(
      [[{ field: 'words', is: ['vpn'] }]], [[{ field: 'state', is: ['new'] }]], [[{ field: 'lastMessageFrom', is: ['agent'] }], [{ field: 'words', is: ['printer'] }]], [[{ field: 'state', isNot: ['onHold'] }, { field: 'isAssigned', is: ['yes'] }]],
    ),
    { nil: undefined },
  );
  const when = fc.oneof(
    { weight: 3, arbitrary: fc.subarray(['reported', 'requesterReplied', 'agentReplied', 'noted', 'assigned', 'putOnHold', 'taken'], { minLength: 1, maxLength: 3 }).map((events): RuleTrigger => ({ kind: 'event', events })) },
    { weight: 2, arbitrary: fc.record({ value: fc.integer({ min: 1, max: 4 }), since: fc.constantFrom('true' as const, 'activity' as const) }).map((entry): RuleTrigger => ({ kind: 'duration', unit: 'hours', ...entry })) },
    { weight: 1, arbitrary: fc.constant<RuleTrigger>({ kind: 'schedule', zone: 'Europe/Berlin', occurrences: [{ kind: 'weekly', days: ['mon', 'tue'], from: '12:00', to: '13:00' }] }) },
  );
  const hold: RuleAction = { action: 'tickets.putOnHold', input: { reason: 'other', why: 'By rule', followUpAt: 'P9D' } };
  const watch: RuleAction = { action: 'tickets.watch', input: { personId: '{{requester.id}}' } };
  const reply: RuleAction = { action: 'tickets.reply', input: { text: 'Dear {{requester.name}}' } };
  const actions = fc.subarray([note, watch, hold, reply], { minLength: 1, maxLength: 3 });
  const step = fc.record({
    ticket: fc.nat({ max: 2 }), hours: fc.integer({ min: 1, max: 4 }),
    what: fc.constantFrom('report', 'reply', 'answer', 'note', 'take'), title: fc.constantFrom('VPN drops', 'Printer jams', 'Screen flickers'),
  });
  const story = fc.array(step, { minLength: 6, maxLength: 10 });
  type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

  /** People do this whatever rules do; what they may not do here and now is left out in both worlds. */
  async function live(test: TestApp, steps: Story): Promise<void> {
    const ids: string[] = [];
    for (const { ticket, hours, what, title } of steps) {
      await passTime(test, hours * HALF, HALF);
      const id = ids[ticket];
      if (what === 'report' || !id) ids.push((await test.report({ title })).id);
      else if (what === 'reply') await test.perform('alice', 'tickets.reply', id, { text: 'Any news?' });
      else if (what === 'answer') await test.perform('bob', 'tickets.reply', id, { text: 'Not yet.' });
      else if (what === 'note') await test.perform('bob', 'tickets.addNote', id, { text: 'Looked at it.' });
      else await test.perform('bob', 'tickets.take', id).catch(() => undefined);
      await letRulesWork(test);
    }
    await passTime(test, 6 * HOUR, HALF);
  }

  async function shown(test: TestApp, rule: object, id?: string): Promise<readonly string[]> {
    const view = await test.app.dryRun({ rule, days: 30, actor: test.actor('erik'), id });
    if (isRefused(view)) throw new Error(JSON.stringify(view.refused));
    return view.rows.map(({ id: recordId, at, steps }) => line(recordId, at, steps)).sort();
  }

  it('shows before saving what the rule then does live on the same events, refusals too', async () => {
    let acted = 0;
    await fc.assert(
      fc.asyncProperty(when, conditions, actions, story, async (trigger, wanted, todo, steps) => {
        // Taking what a rule has put on hold is refused: such worlds part, so a rule that holds meets nobody who takes.
        const people = todo.includes(hold) ? steps.filter(({ what }, place) => what !== 'take' || place < 2) : steps;
        const rule = { name: 'Drawn', subject: 'tickets', when: trigger, actions: todo, order: 10, isEnabled: true, ...(wanted && { conditions: wanted }) };
        const [without, withIt] = [await createTestApp(), await createTestApp()];
        try {
          const added = await save(withIt, rule);
          // Circles cannot be saved: there is nothing to compare.
          fc.pre(!('refused' in added));
          await live(without, people);
          await live(withIt, people);
          const did = await whatRulesDid(withIt.app);
          acted += did.length;
          expect(await shown(without, rule)).toEqual(did);
          // Measured again when it has been at work, it is measured like a new one.
          expect(await shown(withIt, rule, 'record' in added ? added.record.id : '')).toEqual(did);
        } finally {
          await Promise.all([without.close(), withIt.close()]);
        }
      }),
      { numRuns: 40, seed: 20 },
    );
    expect(acted).toBeGreaterThan(40);
  }, 60_000);
});
