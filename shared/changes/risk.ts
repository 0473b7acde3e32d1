import { changeSettings, type ChangeSettings, type Directory, type RiskRule } from '../catalog';
import { openTimeOf } from '../sla';
import type { RiskAssessment, RiskReason } from './change';
import { itemsOf, servicesOf, type DraftedChange } from './change-fields';
import { QUESTIONS, RISK_LEVELS, type Question, type RiskLevel } from './change-schema';

const MANY_ITEMS = 3;
const NEVER_DONE = 3;
const LIKELIHOOD: readonly Question[] = ['experience', 'complexity', 'testing'];
const IMPACT: readonly Question[] = ['recoverability', 'visibility', 'coordination'];
const THIRDS = ['low', 'medium', 'high'] as const;

type Answers = RiskAssessment['answers'];

function answersOf(change: DraftedChange): Answers {
  return Object.fromEntries(QUESTIONS.flatMap((question) => (change[question] === undefined ? [] : [[question, Number(change[question])] as const])));
}

/** Does the window touch the business hours of the group that does the work? Without a calendar nobody knows. */
function isInBusinessHours({ groupId, plannedStart, plannedEnd }: DraftedChange, config: Directory): boolean {
  const calendar = config.calendar(config.group(groupId)?.calendarId);
  if (!calendar || !plannedStart || !plannedEnd) return false;
  return openTimeOf(calendar, config.calendar).between(Date.parse(plannedStart), Date.parse(plannedEnd)) > 0;
}

/** Failed ones stay in the desk view for half a year, so this looks at memory only. */
function hasSimilarFailed(change: DraftedChange, config: Directory): boolean {
  for (const summary of config.summaries('changes')) {
    const { id, outcome, itemIds, templateId } = summary as unknown as { id: string; outcome?: string; itemIds: readonly string[]; templateId?: string };
    if (id === change.id || (outcome !== 'backedOut' && outcome !== 'notBackedOut')) continue;
    if (templateId !== undefined && templateId === change.templateId) return true;
    if (itemIds.some((itemId) => change.itemIds?.includes(itemId))) return true;
  }
  return false;
}

/** The rules that hold for a change, in the order of domain.md 3.5. */
function rulesFor(change: DraftedChange, answers: Answers, config: Directory): readonly RiskRule[] {
  const items = itemsOf(change, config);
  const tests: readonly (readonly [RiskRule, boolean])[] = [
    ['criticality', items.some(({ criticality }) => criticality === 'high' || criticality === 'missionCritical')],
    ['tier', servicesOf(change, config).some(({ tier }) => tier === 'tier1')],
    ['reachAll', change.reach === 'all'],
    ['reachMany', change.reach === 'many'],
    ['reachFew', change.reach === undefined || change.reach === 'few'],
    ['production', items.some(({ environment }) => environment === 'production')],
    ['untestedBackout', change.isBackoutTested !== true],
    ['outage', change.isOutage === true],
    ['businessHours', isInBusinessHours(change, config)],
    ['similarFailed', hasSimilarFailed(change, config)],
    ['neverDone', (answers.experience ?? 0) >= NEVER_DONE],
    ['manyItems', items.length > MANY_ITEMS],
    ['vendor', change.isVendorInvolved === true],
    ['security', items.some(({ isSecurityRelevant }) => isSecurityRelevant === true)],
    ['emergency', change.type === 'emergency'],
  ];
  return tests.filter(([, holds]) => holds).map(([rule]) => rule);
}

function levelOf(score: number, { thresholds }: ChangeSettings): RiskLevel {
  if (score >= thresholds.veryHigh) return 'veryHigh';
  if (score >= thresholds.high) return 'high';
  return score >= thresholds.moderate ? 'moderate' : 'low';
}

/** The mean answer of some questions as one of three steps: up to 1 low, up to 2 medium. */
function thirdOf(answers: Answers, questions: readonly Question[]): 0 | 1 | 2 {
  const sum = questions.reduce((total, question) => total + (answers[question] ?? 0), 0);
  return sum <= questions.length ? 0 : sum <= 2 * questions.length ? 1 : 2;
}

const higher = (left: RiskLevel, right: RiskLevel): RiskLevel => (RISK_LEVELS.indexOf(left) >= RISK_LEVELS.indexOf(right) ? left : right);

/**
 * Rules and questionnaire, of which the higher result counts (domain.md 3.5). The questionnaire counts once every question is
 * answered. Everything the result came from is part of it.
 */
export function assessRisk(change: DraftedChange, config: Directory): RiskAssessment {
  const settings = changeSettings(config.settings());
  const answers = answersOf(change);
  const reasons = rulesFor(change, answers, config).map((rule): RiskReason => ({ rule, points: settings.points[rule] })).filter(({ points }) => points > 0);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const byRules = levelOf(score, settings);
  const base = { score, reasons, byRules, answers };
  if (QUESTIONS.some((question) => answers[question] === undefined)) return { ...base, level: byRules };
  const likelihood = thirdOf(answers, LIKELIHOOD);
  const impact = thirdOf(answers, IMPACT);
  const byQuestionnaire = settings.matrix[likelihood]?.[impact] ?? 'veryHigh';
  return { ...base, level: higher(byRules, byQuestionnaire), byQuestionnaire, likelihood: THIRDS[likelihood], impact: THIRDS[impact] };
}

/** From the configured level on, consent takes a second confirmation and a reason. */
export function needsConfirmation(level: RiskLevel, config: Directory): boolean {
  const { confirmFrom } = changeSettings(config.settings());
  return confirmFrom !== 'never' && RISK_LEVELS.indexOf(level) >= RISK_LEVELS.indexOf(confirmFrom);
}
