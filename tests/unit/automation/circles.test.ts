// If this fails, two rules chase a ticket round in circles, or contradict each other, and whoever saved them was not told.
import { ruledPractices } from '../../../shared/app';
import { findConflicts, findLoop, type AutomationRule } from '../../../shared/automation';
import { ifAll, onEvent, rule } from '../../_support/rules';

const loop = (first: AutomationRule, ...others: readonly AutomationRule[]): string | undefined => findLoop(first, others, ruledPractices)?.rules.join(' → ');
const note = { action: 'tickets.addNote', input: { text: 'x' } };
const reply = { action: 'tickets.reply', input: { text: 'x' } };
const hold = { action: 'tickets.putOnHold', input: { reason: 'other', why: 'x', followUpAt: 'P1D' } };
const resume = { action: 'tickets.resume', input: {} };
const toGroup = (groupId: string) => ({ action: 'tickets.assign', input: { groupId, reason: 'x' } });

describe('circles', () => {
  test('a rule that calls for itself', () => {
    expect(loop(rule({ name: 'A', when: onEvent('noted'), actions: [note] }))).toBe('A → A');
  });

  test('rules that call for one another, named in their order', () => {
    const first = rule({ name: 'Answer', when: onEvent('noted'), actions: [reply] });
    const second = rule({ name: 'Wait', when: onEvent('agentReplied'), actions: [hold] });
    const third = rule({ name: 'Go on', when: onEvent('putOnHold'), actions: [resume] });
    const last = rule({ name: 'Remark', when: onEvent('resumed'), actions: [note] });
    expect(loop(first, second, third, last)).toBe('Answer → Wait → Go on → Remark → Answer');
    // Whichever is saved last finds it.
    expect(loop(last, first, second, third)).toBe('Remark → Answer → Wait → Go on → Remark');
    expect(loop(first, second, third)).toBeUndefined();
  });

  test('two rules that give a ticket to each other’s group', () => {
    const a = rule({ name: 'A', when: onEvent('assigned'), conditions: ifAll({ field: 'groupId', is: ['GRP0000001'] }), actions: [toGroup('GRP0000002')] });
    const b = rule({ name: 'B', when: onEvent('assigned'), conditions: ifAll({ field: 'groupId', is: ['GRP0000002'] }), actions: [toGroup('GRP0000001')] });
    expect(loop(a, b)).toBe('A → B → A');
    expect(loop(a, { ...b, isEnabled: false })).toBeUndefined();
    expect(loop(a, { ...b, retired: true })).toBeUndefined();
  });

  test('rules about time close circles too', () => {
    const held = ifAll({ field: 'state', is: ['onHold'] });
    const a = rule({ name: 'Wake up', when: { kind: 'duration', value: 1, unit: 'hours' }, conditions: held, actions: [resume] });
    const b = rule({ name: 'Put away', when: onEvent('resumed'), actions: [hold] });
    expect(loop(b, a)).toBe('Put away → Wake up → Put away');
  });

  test.each([
    ['what conditions exclude', rule({ when: onEvent('noted'), conditions: ifAll({ field: 'isByRule', is: ['no'] }), actions: [note] })],
    ['what only people do', rule({ when: onEvent('noted'), conditions: ifAll({ field: 'actorRole', is: ['agent'] }), actions: [note] })],
    ['what the requester writes', rule({ when: onEvent('requesterReplied'), actions: [reply] })],
    ['what is refused the second time', rule({ when: onEvent('assigned'), actions: [toGroup('GRP0000001')] })],
    ['what another state excludes', rule({ when: onEvent('resolved'), conditions: ifAll({ field: 'state', is: ['new'] }), actions: [note] })],
  ])('%s is none', (_what, harmless) => {
    expect(loop(harmless)).toBeUndefined();
  });
});

describe('contradictions', () => {
  const vpn = ifAll({ field: 'words', is: ['vpn'] });
  const network = rule({ name: 'VPN to Network', conditions: vpn, actions: [toGroup('GRP0000001')], order: 1 });
  const conflicts = (first: AutomationRule, ...others: readonly AutomationRule[]): readonly string[] =>
    findConflicts(first, others, ruledPractices).map(({ otherName, fact, value, otherValue }) => `${otherName}: ${fact} ${value} / ${otherValue}`);

  test('two rules for the same event that want another group', () => {
    const desk = rule({ name: 'P1 to the desk', conditions: ifAll({ field: 'priority', is: ['P1'] }), actions: [toGroup('GRP0000002')], order: 2 });
    expect(conflicts(network, desk)).toEqual(['P1 to the desk: groupId GRP0000001 / GRP0000002']);
    expect(conflicts({ ...network, isLast: true }, desk)).toEqual([]);
    expect(conflicts(network, { ...desk, when: onEvent('resolved') })).toEqual([]);
    expect(conflicts({ ...network, conditions: ifAll({ field: 'priority', is: ['P2'] }) }, desk)).toEqual([]);
    expect(conflicts(network, { ...desk, actions: [toGroup('GRP0000001')] })).toEqual([]);
  });
});
