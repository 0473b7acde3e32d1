import { checkConditions, scalarText, type Conditions, type DecideContext, type FieldProblem } from '../kernel';
import { DEFAULT_DAY_MINUTES, RETARGET_MODES, TARGET_UNITS, type AgreementConditions, type EscalationStep, type TargetTime } from './agreement-schema';

type Values = Readonly<Record<string, unknown>>;

/** Two years of calendar time; anybody who means more means no promise at all. */
const MAX_TARGET_MINUTES = 2 * 366 * 24 * 60;
const MAX_DAYS = 731;
const TARGET_KEYS = new Set(['P1', 'P2', 'P3', 'P4', 'any']);
const MOMENTS = new Set(['applies', 'start', 'pause', 'resume', 'stop', 'cancel', 'reset']);
const FIELDS = new Set([
  'kind', 'state', 'priority', 'holdReason', 'supplier', 'groupId', 'assigneeId', 'categoryId', 'offeringId', 'requesterId', 'site', 'department', 'isVip',
]);
const ACTS = new Set(['notify', 'mention', 'reassign', 'raisePriority']);
const WHOM = new Set(['assignee', 'group', 'leads', 'owner']);
const MAX_PERCENT = 1_000;
const MAX_STEPS = 20;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

function targetProblem(target: unknown, dayMinutes: number): string | undefined {
  if (!isObject(target) || typeof target.value !== 'number' || !Number.isFinite(target.value)) return 'badTarget';
  const { value, unit } = target as unknown as TargetTime;
  if (!TARGET_UNITS.includes(unit)) return 'badTarget';
  const isDays = unit === 'days' || unit === 'endOfDays';
  const minutes = unit === 'hours' ? value * 60 : value;
  // What rounds to no minute at all would be broken from the start.
  if (unit === 'endOfDays' ? value < 1 || !Number.isInteger(value) : Math.round(isDays ? value * dayMinutes : minutes) < 1) return 'targetTooShort';
  return (isDays ? value > MAX_DAYS : minutes > MAX_TARGET_MINUTES) ? 'targetTooLong' : undefined;
}

function targetProblems({ targets, conditions, dayMinutes }: Values): readonly FieldProblem[] {
  if (!isObject(targets)) return [{ field: 'targets', code: 'badTarget' }];
  const entries = Object.entries(targets).filter(([, target]) => target !== null && target !== undefined);
  if (entries.length === 0) return [{ field: 'targets', code: 'noTarget' }];
  const unknown = entries.find(([priority]) => !TARGET_KEYS.has(priority));
  if (unknown) return [{ field: 'targets', code: 'unknownPriority', params: { priority: unknown[0].slice(0, 40) } }];
  const wrong = entries.map(([priority, target]) => ({ priority, code: targetProblem(target, typeof dayMinutes === 'number' ? dayMinutes : DEFAULT_DAY_MINUTES) })).find(({ code }) => code !== undefined);
  if (wrong?.code) return [{ field: 'targets', code: wrong.code, params: { priority: wrong.priority } }];
  // The close of a day is a moment, not an amount of time: nothing could be added for a pause (domain.md 5.2, rule 16).
  const pauses = isObject(conditions) && Array.isArray(conditions.pause) && conditions.pause.length > 0;
  const hasEndOfDay = entries.some(([, target]) => (target as TargetTime).unit === 'endOfDays');
  return pauses && hasEndOfDay ? [{ field: 'conditions', code: 'endOfDayPauses' }] : [];
}

function conditionProblems({ conditions, metric }: Values): readonly FieldProblem[] {
  if (conditions === undefined) return [];
  if (!isObject(conditions)) return [{ field: 'conditions', code: 'badConditions' }];
  for (const [moment, groups] of Object.entries(conditions)) {
    if (!MOMENTS.has(moment)) return [{ field: 'conditions', code: 'badConditions' }];
    const problems = checkConditions('conditions', groups, FIELDS);
    if (problems.length > 0) return problems;
    const holdsAlways = (groups as Conditions).some((group) => group.length === 0);
    if (moment !== 'applies' && moment !== 'start' && holdsAlways) return [{ field: 'conditions', code: 'alwaysHolds', params: { moment } }];
  }
  const { stop, resume, pause } = conditions as AgreementConditions;
  // A clock that nothing stops would run for ever.
  if (stop?.length === 0 && metric === 'resolution') return [{ field: 'conditions', code: 'neverStops' }];
  return resume && !pause ? [{ field: 'conditions', code: 'resumeWithoutPause' }] : [];
}

function isStep(value: unknown): value is EscalationStep {
  if (!isObject(value) || typeof value.percent !== 'number' || !ACTS.has(scalarText(value.act))) return false;
  const whom = value.whom;
  return whom === undefined || (Array.isArray(whom) && whom.every((entry) => WHOM.has(scalarText(entry))));
}

function ladderProblems({ ladder }: Values): readonly FieldProblem[] {
  if (ladder === undefined) return [];
  if (!Array.isArray(ladder) || ladder.length > MAX_STEPS || !ladder.every(isStep)) return [{ field: 'ladder', code: 'badLadder', params: { max: MAX_STEPS } }];
  const outside = ladder.find(({ percent }) => !Number.isInteger(percent) || percent < 1 || percent > MAX_PERCENT);
  if (outside) return [{ field: 'ladder', code: 'badPercent', params: { max: MAX_PERCENT } }];
  const isNobody = ladder.some(({ act, whom, groupId }) => (act === 'notify' || act === 'mention') && !whom?.length && !groupId);
  if (isNobody) return [{ field: 'ladder', code: 'notifiesNobody' }];
  return ladder.some(({ act, groupId }) => act === 'reassign' && !groupId) ? [{ field: 'ladder', code: 'reassignsNowhere' }] : [];
}

interface Known {
  calendar(id: string): { readonly retired: boolean } | undefined;
  group(id: string): { readonly retired: boolean } | undefined;
}

function referenceProblems(values: Values, config: Known): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const calendar = config.calendar(String(values.calendarId));
  if (!calendar || calendar.retired) problems.push({ field: 'calendarId', code: 'notFound' });
  if (values.type === 'ola' && !values.groupId) problems.push({ field: 'groupId', code: 'required' });
  if (values.type === 'ola' && values.groupId && config.group(String(values.groupId))?.retired !== false) problems.push({ field: 'groupId', code: 'notFound' });
  const receivers = Array.isArray(values.ladder) ? (values.ladder as readonly EscalationStep[]).flatMap(({ groupId }) => (groupId ? [groupId] : [])) : [];
  if (receivers.some((id) => config.group(id)?.retired !== false)) problems.push({ field: 'ladder', code: 'notFound' });
  return problems;
}

function combinationProblems(values: Values): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { type, metric, validFrom, validTo, updateMode, retarget } = values;
  if (type !== 'sla' && metric !== 'resolution') problems.push({ field: 'metric', code: 'onlyResolution' });
  if (metric === 'periodicUpdate' && !updateMode) problems.push({ field: 'updateMode', code: 'required' });
  if (typeof validFrom === 'string' && typeof validTo === 'string' && validTo <= validFrom) problems.push({ field: 'validTo', code: 'endsBeforeStart' });
  if (!RETARGET_MODES.includes(retarget as (typeof RETARGET_MODES)[number])) problems.push({ field: 'retarget', code: 'notOffered' });
  return problems;
}

/** Everything about an agreement that its schema cannot say; each problem names the field and what to do. */
export function checkAgreement(values: Values, { config }: DecideContext<unknown>): readonly FieldProblem[] {
  return [
    ...targetProblems(values), ...conditionProblems(values), ...ladderProblems(values), ...combinationProblems(values),
    ...referenceProblems(values, config as Known),
  ];
}
