import { AGREEMENTS, BUSINESS_DAY_MINUTES, OFFERINGS } from './catalog';
import { isRequest } from './cast-story';
import type { Random } from './random';
import type { ScriptStep } from './script';
import { lengthOf } from './place-script';
import type { IncidentStory, RequestStory } from './stories';
import type { Priority } from '../tickets/ticket-schema';
import { assess } from '../tickets';

const LATE = 0.07;
const LATE_ANSWER = 0.05;

export function priorityOfStory(story: IncidentStory | RequestStory): Priority {
  if (isRequest(story)) return 'P4';
  return story.override?.priority ?? assess(story.reach ?? 'me', story.work ?? 'workaround').priority;
}

interface ServicePromise {
  readonly responseMinutes: number;
  readonly resolutionMinutes: number;
}

function promisedMinutes(metric: 'firstResponse' | 'resolution', priority: string): number {
  const target = AGREEMENTS.find((entry) => entry.metric === metric && entry.type === 'sla' && entry.targets[priority])?.targets[priority];
  if (!target) throw new Error(`the demo promises no ${metric} for ${priority}`);
  return target.unit === 'days' ? target.value * BUSINESS_DAY_MINUTES : target.value;
}

function promiseOf(story: IncidentStory | RequestStory): ServicePromise {
  const priority = priorityOfStory(story);
  const own = isRequest(story) ? OFFERINGS.find((entry) => entry.key === story.offering)?.targetMinutes : undefined;
  return { responseMinutes: promisedMinutes('firstResponse', priority), resolutionMinutes: own ?? promisedMinutes('resolution', priority) };
}

const scaled = (entry: ScriptStep, factor: number): ScriptStep => ({ ...entry, gapMinutes: Math.max(1, Math.round(entry.gapMinutes * factor)) });

/** Scales our own time between two steps, both included, so that it takes about so many open minutes. */
function stretch(steps: readonly ScriptStep[], from: number, to: number, minutes: number): ScriptStep[] {
  const isOurs = (entry: ScriptStep, index: number): boolean => index >= from && index <= to && !entry.isWaiting;
  const own = lengthOf(steps.filter(isOurs));
  return own === 0 ? [...steps] : steps.map((entry, index) => (isOurs(entry, index) ? scaled(entry, minutes / own) : entry));
}

/** The pace of a finished ticket: most keep their promises, a few do not. */
export function paceFinished(story: IncidentStory | RequestStory, steps: readonly ScriptStep[], random: Random): readonly ScriptStep[] {
  const promise = promiseOf(story);
  const answer = steps.findIndex(({ action, by }, index) => index > 0 && action === 'tickets.reply' && by !== steps[0]?.by);
  const end = steps.findLastIndex(({ action }) => action === 'tickets.resolve');
  if (end < 0) return steps;
  const share = random.isLucky(LATE) ? 1.05 + random.next() * 0.5 : 0.08 + random.next() ** 2 * 0.72;
  const paced = stretch(steps, 1, end, promise.resolutionMinutes * share);
  if (answer < 0 || answer > end) return paced;
  const answerShare = random.isLucky(LATE_ANSWER) ? 1.1 + random.next() : 0.05 + random.next() * 0.7;
  const first = promise.responseMinutes * answerShare;
  return lengthOf(paced.slice(0, answer + 1)) > first ? stretch(paced, 1, answer, first) : paced;
}

/** The pace of an open ticket: everything so far has happened within its age. */
export function paceOpen(story: IncidentStory | RequestStory, steps: readonly ScriptStep[], ageMinutes: number, random: Random): readonly ScriptStep[] {
  const { responseMinutes } = promiseOf(story);
  const answer = steps.findIndex(({ action, by }, index) => index > 0 && action === 'tickets.reply' && by !== steps[0]?.by);
  const room = ageMinutes * (0.35 + random.next() * 0.55);
  const length = lengthOf(steps);
  const fitted = length > room ? steps.map((entry, index) => (index === 0 ? entry : { ...entry, gapMinutes: Math.max(1, Math.floor((entry.gapMinutes * room) / length)) })) : steps;
  const first = responseMinutes * (0.2 + random.next() * 0.6);
  const isSlow = answer > 0 && lengthOf(fitted.slice(0, answer + 1)) > first;
  return isSlow ? stretch(fitted, 1, answer, first) : fitted;
}
