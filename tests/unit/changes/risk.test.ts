// If this fails, a risky change looks harmless, or a harmless one is held up: rules, questions, matrix or thresholds do not count as written.
import { assessRisk, type DraftedChange, type RiskLevel } from '../../../shared/changes';
import { needsConfirmation } from '../../../shared/changes/risk';
import type { RiskRule } from '../../../shared/catalog';
import { givenDesk } from './given-changes';
import { ID, ITEM, NETWORK } from './model-world';

/** Nothing counts: nobody would notice, and backing out is tested. */
const BARE: DraftedChange = { type: 'normal', title: 'Update', isBackoutTested: true, reach: 'few', itemIds: [ITEM], id: 'CHG0000001' };
const NIGHT = { plannedStart: '2026-03-04T20:00:00.000Z', plannedEnd: '2026-03-04T22:00:00.000Z' };
const DAY = { plannedStart: '2026-03-04T17:00:00.000Z', plannedEnd: '2026-03-04T22:00:00.000Z' };

function desk() {
  const given = givenDesk();
  given.put('calendars', { id: 'CAL0000001', name: 'Business hours', zone: 'Europe/Berlin', weekly: { wed: [['08:00', '18:30']] } });
  given.put('groups', { id: NETWORK, calendarId: 'CAL0000001' });
  const item = (digit: number, more: object): void => given.put('items', { id: `CIT000001${digit}`, name: `I${digit}`, class: 'server', environment: 'test', criticality: 'low', ...more });
  item(1, { criticality: 'high' });
  item(2, { criticality: 'missionCritical' });
  item(3, { serviceIds: ['SVC0000009'] });
  item(4, { environment: 'production' });
  item(5, { isSecurityRelevant: true });
  item(6, {});
  item(7, {});
  item(8, {});
  given.put('services', { id: 'SVC0000009', name: 'Sales', tier: 'tier1' });
  given.put('changes', { id: 'CHG0000090', outcome: 'backedOut', itemIds: ['CIT0000016'], templateId: 'TPL0000001' });
  given.put('changes', { id: 'CHG0000091', outcome: 'notBackedOut', itemIds: ['CIT0000017'] });
  given.put('changes', { id: 'CHG0000092', outcome: 'withIssues', itemIds: ['CIT0000018'] });
  return given;
}
const { config } = desk();
const rulesOf = (change: object): readonly string[] => assessRisk({ ...BARE, ...change }, config).reasons.map(({ rule, points }) => `${rule} ${points}`);

it.each<[RiskRule | 'none', object, readonly string[]]>([
  ['none', {}, ['reachFew 1']],
  ['criticality', { itemIds: ['CIT0000011'] }, ['criticality 3', 'reachFew 1']],
  ['criticality', { itemIds: [ITEM, 'CIT0000012'] }, ['criticality 3', 'reachFew 1']],
  ['tier', { serviceIds: ['SVC0000009'] }, ['tier 3', 'reachFew 1']],
  ['tier', { itemIds: ['CIT0000013'] }, ['tier 3', 'reachFew 1']],
  ['reachAll', { reach: 'all' }, ['reachAll 3']],
  ['reachMany', { reach: 'many' }, ['reachMany 2']],
  ['reachFew', { reach: undefined }, ['reachFew 1']],
  ['production', { itemIds: ['CIT0000014'] }, ['reachFew 1', 'production 2']],
  ['untestedBackout', { isBackoutTested: false }, ['reachFew 1', 'untestedBackout 3']],
  ['untestedBackout', { isBackoutTested: undefined }, ['reachFew 1', 'untestedBackout 3']],
  ['outage', { isOutage: true }, ['reachFew 1', 'outage 2']],
  ['businessHours', { ...DAY, groupId: NETWORK }, ['reachFew 1', 'businessHours 2']],
  ['none', { ...NIGHT, groupId: NETWORK }, ['reachFew 1']],
  ['none', { ...DAY, groupId: 'GRP0000002' }, ['reachFew 1']],
  ['similarFailed', { itemIds: ['CIT0000016'] }, ['reachFew 1', 'similarFailed 2']],
  ['similarFailed', { itemIds: ['CIT0000017'] }, ['reachFew 1', 'similarFailed 2']],
  ['similarFailed', { templateId: 'TPL0000001' }, ['reachFew 1', 'similarFailed 2']],
  ['none', { itemIds: ['CIT0000016'], id: 'CHG0000090' }, ['reachFew 1']],
  ['none', { itemIds: ['CIT0000018'] }, ['reachFew 1']],
  ['neverDone', { experience: '3' }, ['reachFew 1', 'neverDone 2']],
  ['none', { experience: '2' }, ['reachFew 1']],
  ['manyItems', { itemIds: [ITEM, 'CIT0000016', 'CIT0000017', 'CIT0000018'], id: 'CHG0000090' }, ['reachFew 1', 'similarFailed 2', 'manyItems 1']],
  ['none', { itemIds: [ITEM, 'CIT0000018', 'CIT0000404'] }, ['reachFew 1']],
  ['vendor', { isVendorInvolved: true }, ['reachFew 1', 'vendor 1']],
  ['security', { itemIds: ['CIT0000015'] }, ['reachFew 1', 'security 2']],
  ['emergency', { type: 'emergency' }, ['reachFew 1', 'emergency 2']],
])('the rule %s: %j', (_rule, change, expected) => {
  expect(rulesOf(change)).toEqual(expected);
});

/** Points of one rule stand for any score. */
function levelAt(score: number, thresholds?: object): RiskLevel {
  const given = desk();
  const half = Math.min(score, 20);
  given.put('settings', { id: 'SET0000001', changes: { points: { reachFew: half, vendor: score - half }, ...(thresholds && { thresholds }) } });
  return assessRisk({ ...BARE, isVendorInvolved: true }, given.config).level;
}

it.each<[number, RiskLevel]>([[0, 'low'], [6, 'low'], [7, 'moderate'], [12, 'moderate'], [13, 'high'], [18, 'high'], [19, 'veryHigh'], [40, 'veryHigh']])('a score of %i is %s', (score, level) => {
  expect(levelAt(score)).toBe(level);
});

it.each<[number, RiskLevel]>([[1, 'low'], [2, 'moderate'], [3, 'high'], [4, 'veryHigh']])('with thresholds of their own a score of %i is %s', (score, level) => {
  expect(levelAt(score, { moderate: 2, high: 3, veryHigh: 4 })).toBe(level);
});

const likely = (experience: string, complexity: string, testing: string) => ({ experience, complexity, testing });
const impact = (recoverability: string, visibility: string, coordination: string) => ({ recoverability, visibility, coordination });
const LOW = [['0', '0', '0'], ['1', '1', '1'], ['0', '0', '3']] as const;
const MEDIUM = [['1', '1', '2'], ['2', '2', '2'], ['3', '3', '0']] as const;
const HIGH = [['2', '2', '3'], ['3', '3', '3']] as const;

it.each([
  [LOW, LOW, 'low'], [LOW, MEDIUM, 'low'], [LOW, HIGH, 'moderate'], [MEDIUM, LOW, 'low'], [MEDIUM, MEDIUM, 'moderate'], [MEDIUM, HIGH, 'high'], [HIGH, LOW, 'moderate'], [HIGH, MEDIUM, 'high'],
  [HIGH, HIGH, 'veryHigh'],
] as const)('answers %j and %j are %s', (likelihoods, impacts, expected) => {
  for (const [a, b, c] of likelihoods) for (const [d, e, f] of impacts) expect(assessRisk({ ...BARE, ...likely(a, b, c), ...impact(d, e, f) }, config).byQuestionnaire).toBe(expected);
});

const all = { ...likely('0', '0', '0'), ...impact('0', '0', '0') };

it('the questionnaire counts once every question is answered', () => {
  for (const question of Object.keys(all)) expect(assessRisk({ ...BARE, ...all, [question]: undefined }, config).byQuestionnaire).toBeUndefined();
});

it('of rules and questionnaire the higher result counts, and both are kept with what they came from', () => {
  const byQuestions = assessRisk({ ...BARE, ...likely('3', '3', '3'), ...impact('3', '3', '3') }, config);
  expect(byQuestions).toMatchObject({ level: 'veryHigh', byRules: 'low', byQuestionnaire: 'veryHigh', likelihood: 'high', impact: 'high', score: 3, answers: { experience: 3, visibility: 3 } });
  const byRules = assessRisk({ ...BARE, ...all, itemIds: ['CIT0000012', 'CIT0000013', 'CIT0000014'], reach: 'all', isBackoutTested: false }, config);
  expect(byRules).toMatchObject({ level: 'high', byRules: 'high', byQuestionnaire: 'low', score: 14 });
});

it('a matrix of their own counts', () => {
  const given = desk();
  given.put('settings', { id: 'SET0000001', changes: { matrix: [['high', 'low', 'low'], ['low', 'low', 'low'], ['low', 'low', 'low']] } });
  expect(assessRisk({ ...BARE, ...all }, given.config).level).toBe('high');
});

it.each<[string, readonly RiskLevel[]]>([
  ['low', ['low', 'moderate', 'high', 'veryHigh']], ['moderate', ['moderate', 'high', 'veryHigh']], ['high', ['high', 'veryHigh']], ['veryHigh', ['veryHigh']], ['never', []],
])('confirmed a second time from %s', (confirmFrom, expected) => {
  const given = desk();
  given.put('settings', { id: 'SET0000001', changes: { confirmFrom } });
  expect((['low', 'moderate', 'high', 'veryHigh'] as const).filter((level) => needsConfirmation(level, given.config))).toEqual(expected);
});

it('who proposes it makes no difference', () => {
  expect(rulesOf({ requesterId: ID.owner })).toEqual(rulesOf({}));
});
