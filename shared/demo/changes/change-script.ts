import type { RecordStep } from '../plan';
import { toGroup, toItem, toPerson, toService, toTemplate } from '../reference';
import type { Moments } from './moments';
import { TEMPLATES } from './templates';

/** A seat is found when the step is written: `by` votes from whichever seat is open for them. */
export interface DemoVote {
  readonly by: string;
  readonly decision?: 'approve' | 'reject' | 'returnForInfo';
  readonly comment?: string;
}

export interface DemoChange {
  readonly key: string;
  readonly by: string;
  readonly type: 'standard' | 'normal' | 'emergency';
  readonly templateKey?: string;
  readonly title: string;
  readonly reason?: string;
  readonly items: readonly string[];
  readonly services?: readonly string[];
  readonly groupKey: string;
  readonly implementer: string;
  readonly plan?: readonly [implementation: string, test: string, backout: string];
  readonly impact?: string;
  readonly reach?: 'few' | 'many' | 'all';
  readonly outageMinutes?: number;
  readonly isBackoutTested?: boolean;
  readonly isVendorInvolved?: boolean;
  /** The six questions, 0 to 3 each. */
  readonly answers?: readonly [number, number, number, number, number, number];
  readonly emergencyReason?: 'security' | 'imminentFailure';
  /** Days from today and times of the window. */
  readonly window: readonly [day: number, from: string, to: string, endsNextDay?: boolean];
  /** Days from today on which it was proposed. */
  readonly proposed: number;
  readonly votes?: readonly DemoVote[];
  readonly isSubmitted?: boolean;
  readonly finish?: { readonly outcome: string; readonly notes?: string; readonly isBackoutUsed?: boolean; readonly outageMinutes?: number };
  readonly isStarted?: boolean;
  readonly review?: { readonly by: string; readonly objectivesMet: string; readonly rootCause?: string; readonly lessons?: string };
  /** A change manager who answers for its collisions. */
  readonly acceptedBy?: readonly [by: string, reason: string];
}

const QUESTIONS = ['experience', 'complexity', 'recoverability', 'testing', 'visibility', 'coordination'] as const;
const HOURS = ['09:10', '09:40', '10:30', '11:15', '13:20', '14:05', '15:10', '16:00'] as const;

function windowOf({ window: [day, from, to, endsNextDay] }: DemoChange, moments: Moments): { readonly plannedStart: string; readonly plannedEnd: string } {
  return { plannedStart: moments.on(day, from), plannedEnd: moments.on(day + (endsNextDay ? 1 : 0), to) };
}

function proposal(change: DemoChange, moments: Moments): Readonly<Record<string, unknown>> {
  const { plan, answers, outageMinutes } = change;
  const written = change.type === 'standard' ? {} : {
    reason: change.reason ?? '', reach: change.reach ?? 'few', isOutage: outageMinutes !== undefined, impact: change.impact ?? 'Nobody should notice.',
    implementationPlan: plan?.[0] ?? '', testPlan: plan?.[1] ?? '', backoutPlan: plan?.[2] ?? '', isBackoutTested: change.isBackoutTested ?? false, groupId: toGroup(change.groupKey),
    ...(outageMinutes !== undefined && { outageMinutes }),
  };
  return {
    type: change.type, title: change.title, itemIds: change.items.map(toItem), implementerId: toPerson(change.implementer), ...windowOf(change, moments), ...written,
    ...(change.services && { serviceIds: change.services.map(toService) }),
    ...(change.isVendorInvolved && { isVendorInvolved: true }),
    ...(answers && Object.fromEntries(QUESTIONS.map((question, index) => [question, String(answers[index])]))),
    ...(change.templateKey && { templateId: toTemplate(change.templateKey) }),
    ...(change.emergencyReason && { emergencyReason: change.emergencyReason }),
  };
}

/** Everything that happened to one change so far. */
export function changeSteps(change: DemoChange, moments: Moments): readonly RecordStep[] {
  const record = `change:${change.key}`;
  const steps: RecordStep[] = [];
  let hour = 0;
  let day = change.proposed;
  // A step after another one on the same working day, or in the morning of the next.
  const next = (): string => {
    if (hour === HOURS.length) {
      hour = 0;
      day += 1;
    }
    const at = moments.workday(day, HOURS[hour] ?? '16:00');
    hour += 1;
    return at < moments.before(5) ? at : moments.before(5 + Math.max(0, 40 - steps.length * 5));
  };
  const add = (at: string, by: string, action: string, input: RecordStep['input'] = {}, isVote = false): void => {
    const last = steps.at(-1)?.at ?? '';
    steps.push({ at: at > last ? at : last, by, action, record, input, ...(isVote && { isVote }) });
  };
  add(next(), change.by, 'changes.propose', proposal(change, moments));
  if (change.isSubmitted === false) return steps;
  add(next(), change.by, 'changes.submit');
  if (change.acceptedBy) add(next(), change.acceptedBy[0], 'changes.acceptCollisions', { reason: change.acceptedBy[1] });
  for (const { by, decision = 'approve', comment } of change.votes ?? []) add(next(), by, `changes.${decision}`, comment ? { comment } : {}, true);
  const { plannedStart, plannedEnd } = windowOf(change, moments);
  if (change.isStarted || change.finish) add(plannedStart, change.implementer, 'changes.start');
  if (!change.finish) return steps;
  const tasks = TEMPLATES.find(({ key }) => key === change.templateKey)?.tasks.length ?? 0;
  const end = new Date(Date.parse(plannedEnd) - 12 * 60_000).toISOString();
  steps.push(...closedTasks(record, change, end, tasks));
  add(end, change.implementer, 'changes.finish', change.finish);
  const morning = moments.workday(change.window[0] + 3, '09:30');
  const later = morning < moments.before(30) ? morning : moments.before(30);
  if (change.review) add(later, change.review.by, 'changes.completeReview', { objectivesMet: change.review.objectivesMet, ...(change.review.rootCause && { rootCause: change.review.rootCause }), ...(change.review.lessons && { lessons: change.review.lessons }) });
  return steps;
}

/** Tasks of a template are closed while the work goes on. */
function closedTasks(record: string, { implementer }: DemoChange, at: string, count: number): readonly RecordStep[] {
  return Array.from({ length: count }, (_none, index) => ({ at, by: implementer, action: 'changes.closeTask', record, input: { taskId: `t${index + 1}`, state: 'done' } }));
}
