// If this fails, a rule acts on tickets it was not meant for, or overlooks those it was meant for, and nobody sees why.
import fc from 'fast-check';
import { allActions, ruledPractices } from '../../../shared/app';
import { createRuleIndex, factsFor, fillIn, fillInput, instantAfter, plainConditions, triggersPulled, verbsOf, type AutomationRule } from '../../../shared/automation';
import { conditionsHold, wordsFound, type ConditionFields, type Conditions, type Recorded } from '../../../shared/kernel';
import { startsBetween } from '../../../shared/scheduling';
import { ticketAutomationWords } from '../../../shared/tickets/ticket-automation-schema';
import { changeAutomationWords } from '../../../shared/changes/change-automation-schema';
import { after, alice, bob, decide, givenDesk, NOW } from '../../_support/given';
import { ifAll, onEvent, rule } from '../../_support/rules';

const { tickets } = ruledPractices as { tickets: NonNullable<(typeof ruledPractices)[string]> };
const config = givenDesk().directory;
const VPN = { title: 'VPN drops', description: 'Since the update, no remote access.', categoryId: 'CAT0000002' };

describe('which rules match', () => {
  const field = fc.constantFrom('priority', 'groupId', 'kind', 'state', 'words', 'reopenCount');
  const value = fc.constantFrom('', '1', '2', '3', 'a b', 'c');
  const condition = fc.oneof(
    fc.record({ field, is: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ field, isNot: fc.array(value, { minLength: 1, maxLength: 2 }) }),
    fc.record({ field: fc.constant('reopenCount'), atLeast: fc.integer({ min: 0, max: 3 }) }),
  );
  const conditions = fc.option(fc.array(fc.array(condition, { maxLength: 3 }), { maxLength: 3 }), { nil: undefined });
  const drawn = fc.record({
    when: fc.subarray(['reported', 'noted', 'resolved'], { minLength: 1 }).map((events) => onEvent(...events)),
    conditions, order: fc.integer({ min: 1, max: 9 }), isLast: fc.boolean(), isEnabled: fc.boolean(), retired: fc.boolean(),
  });
  const facts: fc.Arbitrary<ConditionFields> = fc.dictionary(field, fc.oneof(value, fc.array(value, { maxLength: 3 })));

  /** Every rule looked at, one after the other: slow, and plainly right. */
  function oneByOne(rules: readonly AutomationRule[], pulled: readonly string[], looked: ConditionFields): readonly string[] {
    const found: string[] = [];
    for (const entry of [...rules].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))) {
      const waits = entry.when.kind === 'event' && entry.when.events.some((name) => pulled.includes(name));
      if (entry.retired || !entry.isEnabled || !waits || !conditionsHold(plainConditions(entry.conditions), looked)) continue;
      found.push(entry.id);
      if (entry.isLast) break;
    }
    return found;
  }

  test('the index finds what looking at every rule finds, in the same order', () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 30 }), fc.subarray(['reported', 'noted']), facts, (drafts, pulled, looked) => {
        const rules = drafts.map((draft) => rule(draft as Partial<AutomationRule>));
        expect(createRuleIndex(rules).match('tickets', pulled, looked).map(({ id }) => id)).toEqual(oneByOne(rules, pulled, looked));
      }),
      { numRuns: 400 },
    );
  });

  test('rules of another practice are not looked at', () => {
    expect(createRuleIndex([rule({ subject: 'changes' })]).match('tickets', ['reported'], {})).toEqual([]);
  });
});

describe('what rules look at', () => {
  function reported(input: object, by = alice): { readonly facts: (words: readonly string[]) => ConditionFields; readonly event: Recorded } {
    const decided = decide(undefined, 'report', input, by);
    if ('refused' in decided) throw new Error(decided.refused.code);
    const [event] = decided.events;
    const recorded = { recordId: decided.ticket.id, seq: 1, at: NOW, by: by.id, byName: by.name, role: by.roles.at(-1) ?? 'employee', channel: 'api', action: 'tickets.report', event } as Recorded;
    return { event: recorded, facts: (words) => factsFor(tickets, decided.ticket, recorded, config, new Set(words)) };
  }
  const holds = (conditions: Conditions, looked: ConditionFields): boolean => conditionsHold(plainConditions(conditions), looked);

  test('words are found whole, in any case, with or without accents, and as phrases', () => {
    const { facts } = reported({ ...VPN, title: 'Zugang gestört: Wi-Fi & VPN' });
    expect(facts(['vpn', 'remote access', 'gestort', 'wi fi', 'acc'])).toMatchObject({ words: ['gestort', 'wi fi', 'vpn', 'remote access'] });
    expect(holds(ifAll({ field: 'words', is: ['GESTÖRT'] }), facts(['gestort']))).toBe(true);
    expect(holds(ifAll({ field: 'words', is: ['Remote  Access!'] }), facts(['remote access']))).toBe(true);
    expect(wordsFound('', new Set(['vpn']))).toEqual([]);
  });

  test('a condition on a category holds for what is below it', () => {
    const { facts } = reported(VPN);
    expect(holds(ifAll({ field: 'categoryId', is: ['CAT0000001'] }), facts([]))).toBe(true);
    expect(holds(ifAll({ field: 'categoryId', is: ['CAT0000004'] }), facts([]))).toBe(false);
  });

  test('who did it, and what was written, belongs to the event', () => {
    const { facts, event } = reported(VPN);
    expect(facts(['update'])).toMatchObject({ actorRole: 'employee', isByRule: 'no', eventWords: ['update'], state: 'new', isAssigned: 'no', kind: 'incident' });
    expect(triggersPulled(tickets.automation.triggers, event.event.type, facts([]))).toEqual(['reported']);
  });

  test.each([[alice, 'requesterReplied'], [bob, 'agentReplied']] as const)('a reply of %p pulls its own trigger', (by, trigger) => {
    const taken = after(after(undefined, 'report', VPN, alice), 'take', {}, bob);
    const decided = decide(taken, 'reply', { text: 'Hello' }, by);
    const event = 'events' in decided ? decided.events[0] : undefined;
    const looked = factsFor(tickets, taken, { role: 'employee', event } as unknown as Recorded, config, new Set());
    expect(triggersPulled(tickets.automation.triggers, 'ReplyAdded', looked)).toEqual([trigger]);
  });
});

describe('what rules may do', () => {
  test('nothing internal, nothing that makes or decides, and only what the lifecycle leaves to the system', () => {
    for (const practice of Object.values(ruledPractices)) {
      const names = verbsOf(practice).map((verb) => `${practice.name}.${verb}`);
      const allowed = allActions().filter(({ name }) => names.includes(name));
      expect(allowed.filter(({ internal, creates, isAudited }) => internal || creates || isAudited)).toEqual([]);
      expect(names.filter((name) => /approve|reject|vote|return|delete|retire|override|rate$/i.test(name))).toEqual([]);
      expect(names.length).toBeGreaterThan(5);
    }
  });

  test('the browser offers exactly that', () => {
    expect(verbsOf(tickets).slice().sort()).toEqual(Object.keys(ticketAutomationWords.effects).sort());
    expect(verbsOf(ruledPractices.changes as typeof tickets).slice().sort()).toEqual(Object.keys(changeAutomationWords.effects).sort());
  });
});

describe('what is filled in', () => {
  test('names become values once: what a value contains is not filled in again', () => {
    const values = { 'ticket.title': '{{requester.name}} {{ticket.title}}', 'requester.name': 'Alice' };
    expect(fillIn('Hi {{ requester.name }}: {{ticket.title}}{{nothing}}', values)).toBe('Hi Alice: {{requester.name}} {{ticket.title}}');
    expect(fillIn('{{constructor}}{{__proto__}}', values)).toBe('{{__proto__}}');
  });

  test('every placeholder that is offered has a value', () => {
    const ticket = after(undefined, 'report', VPN, alice);
    expect(Object.keys(tickets.automation.placeholderValues(ticket, config)).sort()).toEqual([...ticketAutomationWords.placeholders].sort());
  });

  test('dates say how far ahead they are', () => {
    expect(fillInput({ followUpAt: 'P3D', why: 'P3D later', list: ['PT90M'] }, {}, NOW)).toEqual({ followUpAt: '2026-11-23T12:00:00.000Z', why: 'P3D later', list: ['2026-11-20T13:30:00.000Z'] });
    expect(instantAfter('P', NOW)).toBeUndefined();
  });
});

describe('when something comes round', () => {
  const daily = [{ kind: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '02:30', to: '03:00' }] as const;
  const between = (zone: string, from: string, to: string): readonly string[] => startsBetween(daily, zone, Date.parse(from), Date.parse(to)).map((at) => new Date(at).toISOString());

  test('once a day, also where clocks jump over it or show it twice', () => {
    expect(between('Europe/Berlin', '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toEqual(['2026-03-28T01:30:00.000Z', '2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z']);
    expect(between('Europe/Berlin', '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']);
  });

  test('however a stretch of time is cut, every beginning is in exactly one piece', () => {
    const at = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2026-12-31') });
    fc.assert(
      fc.property(at, at, at, fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC'), (a, b, c, zone) => {
        const [first, middle, last] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        expect([...startsBetween(daily, zone, first, middle), ...startsBetween(daily, zone, middle, last)]).toEqual(startsBetween(daily, zone, first, last));
      }),
      { numRuns: 60 },
    );
  });
});
