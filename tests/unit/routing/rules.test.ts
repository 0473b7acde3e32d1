// If this fails, tickets go to another group than the rules of the organization say, or nobody can tell which rule sent them there.
import { givenDesk, NOW, alice } from '../../_support/given';
import type { Conditions, Summary } from '../../../shared/kernel';
import { routeToGroup, routingRulesPractice, type RoutedWork } from '../../../shared/routing';

const NETWORK = 'GRP0000001';
const DESK = 'GRP0000002';
const RETIRED = 'GRP0000003';

interface Rule {
  readonly order: number;
  readonly groupId: string;
  readonly conditions: Conditions;
}

function route(rules: readonly Rule[], work: RoutedWork, requester: object = {}) {
  const desk = givenDesk();
  const put = (practice: string, id: string, entry: object): void => {
    const summary = { id, practice, version: 2, createdAt: NOW, updatedAt: NOW, retired: false, ...entry } as unknown as Summary;
    desk.apply({ practice, id, version: 2, active: true, summary, types: [], at: NOW, by: 'system' });
  };
  rules.forEach((rule, index) => put('routingRules', `RTE000000${index + 1}`, { name: `Rule ${index + 1}`, ...rule }));
  put('people', alice.id, { name: 'Alice', mail: 'alice@x.example', ...requester });
  return routeToGroup(desk.directory, { kind: 'incident', requesterId: alice.id, ...work });
}

const when = (field: string, ...is: readonly string[]): Conditions => [[{ field, is }]];

it('takes the first rule in their order, whatever order they were made in', () => {
  const rules = [{ order: 20, groupId: NETWORK, conditions: when('kind', 'incident') }, { order: 10, groupId: DESK, conditions: when('kind', 'incident') }];
  expect(route(rules, {})).toEqual({ groupId: DESK, because: 'rule', rule: { id: 'RTE0000002', name: 'Rule 2' } });
});

it.each([
  ['a category and everything below it', when('categoryId', 'CAT0000001'), { categoryId: 'CAT0000002' }, {}, true],
  ['no category above it', when('categoryId', 'CAT0000002'), { categoryId: 'CAT0000001' }, {}, false],
  ['the category of what is ordered', when('categoryId', 'CAT0000001'), { offeringId: 'OFR0000002' }, {}, true],
  ['the offering', when('offeringId', 'OFR0000002'), { offeringId: 'OFR0000002' }, {}, true],
  ['the site', when('site', 'London'), {}, { site: 'London' }, true],
  ['another site', when('site', 'London'), {}, { site: 'Berlin' }, false],
  ['the department', when('department', 'Finance'), {}, { department: 'Finance' }, true],
  ['the language', when('language', 'de'), {}, { language: 'de' }, true],
  ['a VIP', when('isVip', 'true'), {}, { isVip: true }, true],
  ['nobody else as a VIP', when('isVip', 'true'), {}, {}, false],
  ['the channel', when('channel', 'chat', 'card'), { channel: 'card' }, {}, true],
  ['the priority', when('priority', 'P1'), { priority: 'P1' }, {}, true],
  ['one of several words', when('words', 'ransomware', 'Verschlüsselung'), { text: 'Meldung: Verschlüsselung läuft' }, {}, true],
  ['a phrase, in any case and with an ending', when('words', 'shared mailbox'), { text: 'All SHARED mailboxes are gone' }, {}, true],
  ['words of a phrase that stand apart', when('words', 'shared mailbox'), { text: 'my mailbox and a shared drive' }, {}, false],
  ['no part of a longer word', when('words', 'mail'), { text: 'my mailbox is full' }, {}, false],
  ['words that must not be there', [[{ field: 'words', isNot: ['test'] }]], { text: 'just a test' }, {}, false],
] as const)('looks at %s', (_name, conditions, work, requester, holds) => {
  expect(route([{ order: 1, groupId: NETWORK, conditions }], work, requester).because).toBe(holds ? 'rule' : route([], work, requester).because);
});

it('passes over a rule whose group is no more, and goes on as if there were none', () => {
  const rules = [{ order: 1, groupId: RETIRED, conditions: when('kind', 'incident') }];
  expect(route(rules, { categoryId: 'CAT0000002' })).toEqual({ groupId: NETWORK, because: 'parentCategory' });
  expect(route(rules, {})).toEqual({ groupId: DESK, because: 'fallback' });
});

it.each([
  ['no conditions', { conditions: [] }, 'conditions', 'badConditions'],
  ['a field that rules do not know', { conditions: when('salary', '1') }, 'conditions', 'unknownConditionField'],
  ['a condition without values', { conditions: [[{ field: 'kind', is: [] }]] }, 'conditions', 'badConditions'],
  ['something else', { conditions: 'all' }, 'conditions', 'badConditions'],
  ['a group that takes no tickets', { conditions: when('kind', 'incident'), groupId: RETIRED }, 'groupId', 'notFound'],
])('refuses a rule with %s', (_name, over, field, code) => {
  const add = routingRulesPractice.actions.find(({ name }) => name === 'routingRules.add')!;
  const values = { name: 'Rule', order: 1, groupId: NETWORK, ...over };
  const decided = (add.decide as (...args: unknown[]) => { refused?: { problems?: readonly object[] } })(undefined, values, { actor: alice, now: NOW, config: givenDesk().directory });
  expect(decided.refused?.problems).toContainEqual(expect.objectContaining({ field, code }));
});
