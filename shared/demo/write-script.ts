import { type StoryCast, isRequest } from './cast-story';
import type { Random } from './random';
import { toCategory, toGroup, toOffering, toPerson } from './reference';
import { step, type ScriptStep, type Shape } from './script';
import { slotFiller } from './slots';
import {
  APPROVAL_COMMENTS, BAD_COMMENTS, FAIR_COMMENTS, GOOD_COMMENTS, GREETINGS, WITHDRAWALS, type Beat, type Ending, type IncidentStory, type RequestStory,
} from './stories';
import type { DemoPerson } from './company';
import type { HoldReason } from '../tickets/ticket-schema';
import { FULFILLMENT } from './catalog';
import { APPROVER } from './plan';

export interface ScriptRequest {
  readonly story: IncidentStory | RequestStory;
  readonly opening: readonly [title: string, text: string];
  readonly shape: Shape;
  /** For `onHold`: which hold it stops at. */
  readonly holdReason?: HoldReason;
  readonly cast: StoryCast;
  readonly random: Random;
}

const BY_LEAD = 0.28;
const RATES = 0.62;
const REOPENS = 0.4;

/** Everything that happened to one ticket until it stands where it should stand now. */
export function writeScript(request: ScriptRequest): readonly ScriptStep[] {
  const { story, opening, shape, cast, random } = request;
  const fill = slotFiller(story, cast, random);
  const language = story.language ?? 'en';
  const steps: ScriptStep[] = [report(story, opening, cast, fill)];
  const requesterKey = cast.requester.key;
  const handlerKey = cast.handler.key;
  if (shape === 'withdrawn') {
    return [...steps, step(requesterKey, 'cancel', random.between(5, 90), { reason: 'withdrawn', note: random.pick(WITHDRAWALS[language]) })];
  }
  if (isRequest(story)) steps.push(...approval(request, fill));
  if (['new', 'awaitingApproval', 'returned', 'approved', 'rejected'].includes(shape)) return steps;

  steps.push(...take(story, cast, shape === 'assigned' || random.isLucky(BY_LEAD), random));
  if (shape === 'assigned') return steps.slice(0, steps.findIndex((entry) => entry.action === 'tickets.assign') + 1);

  const opener = story.beats[0]?.kind === 'say' ? [] : [step(handlerKey, 'reply', random.between(1, 6), { text: fill(random.pick(GREETINGS[language])) })];
  steps.push(...opener);
  if (cast.colleague) steps.push(step(handlerKey, 'watch', random.between(2, 15), { personId: toPerson(cast.colleague.key) }));
  steps.push(...play(request, fill));
  if (shape === 'inProgress' || shape === 'onHold') return steps;

  steps.push(resolution(handlerKey, story.end, story, fill, random));
  if (shape === 'resolved') return steps;
  const reopening = story.reopen;
  const isReopened = reopening !== undefined && (shape === 'reopened' || random.isLucky(REOPENS));
  if (isReopened) {
    steps.push(step(requesterKey, 'reopen', random.between(20, 500), { reason: fill(reopening.reason) }, true));
    if (shape === 'reopened') return steps;
    steps.push(step(handlerKey, 'addNote', random.between(10, 90), { text: language === 'de' ? 'Wieder geöffnet, ich sehe mir die Ursache genauer an.' : 'Reopened, looking deeper into the cause.' }));
    steps.push(resolution(handlerKey, reopening.end, story, fill, random));
  }
  steps.push(step(requesterKey, 'close', random.between(3, 300), {}, true));
  if (random.isLucky(RATES)) steps.push(rating(request, fill, isReopened));
  return steps;
}

function report(story: IncidentStory | RequestStory, [title, text]: readonly [string, string], cast: StoryCast, fill: (text: string) => string): ScriptStep {
  const texts = { title: fill(title), description: fill(text) };
  if (isRequest(story)) {
    return step(cast.requester.key, 'report', 0, ({ day }) => ({
      ...texts,
      kind: 'request',
      offeringId: toOffering(story.offering),
      answers: story.answers({ day, office: officeOf(cast.requester), title: texts.title, fill }),
      ...(story.neededInDays && { neededBy: day(story.neededInDays) }),
    }));
  }
  return step(cast.reporter?.key ?? cast.requester.key, 'report', 0, {
    ...texts,
    kind: 'incident',
    reach: story.reach ?? 'me',
    work: story.work ?? 'workaround',
    categoryId: toCategory(story.misfiled?.category ?? story.category),
    ...(cast.reporter && { requesterId: toPerson(cast.requester.key) }),
    ...(story.isRestricted && { isRestricted: true }),
  });
}

/** The site as the forms name it: without accents. */
function officeOf({ site }: DemoPerson): string {
  return site.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
}

function approval({ story, opening, shape, cast, random }: ScriptRequest, fill: (text: string) => string): ScriptStep[] {
  if (!isRequest(story)) return [];
  const approvals = FULFILLMENT.find((entry) => entry.key === story.offering)?.plan[0]?.approvals ?? [];
  if (approvals.length === 0 || shape === 'awaitingApproval' || shape === 'new') return [];
  // Whoever is asked for it; where the answers ask nobody, nothing happens.
  const decides = (verb: string, input: object): ScriptStep => step(APPROVER, verb, random.between(5, 240), input);
  if (shape === 'rejected') return [decides('reject', { comment: story.refusal ?? '' })];
  const { question } = story;
  const asks = question && approvals.some(({ conditions }) => !conditions) && (shape === 'returned' || random.isLucky(0.3));
  const steps: ScriptStep[] = [];
  if (question && asks) {
    steps.push(decides('returnForInfo', { comment: question.comment }));
    if (shape === 'returned') return steps;
    const description = `${fill(opening[1])}\n\n${question.added}`;
    steps.push(step(cast.requester.key, 'edit', random.between(10, 200), { description }, true));
    steps.push(step(cast.requester.key, 'resubmit', 1));
  }
  const comment = random.isLucky(0.4) ? { comment: random.pick(APPROVAL_COMMENTS[story.language ?? 'en']) } : {};
  return [...steps, decides('approve', comment)];
}

/** Somebody takes it, or is given it by the lead; a ticket in the wrong group moves on. */
function take(story: IncidentStory | RequestStory, cast: StoryCast, isGiven: boolean, random: Random): ScriptStep[] {
  const starter = cast.first ?? cast;
  const giver = [...cast.group.leadKeys, ...cast.group.memberKeys].find((key) => key !== cast.handler.key && key !== cast.requester.key);
  const steps =
    isGiven && giver && !cast.first
      ? [
          step(giver, 'assign', random.between(5, 60), { groupId: toGroup(cast.group.key), assigneeId: toPerson(cast.handler.key) }),
          step(cast.handler.key, 'start', random.between(5, 60)),
        ]
      : [step(starter.handler.key, 'take', random.between(3, 60))];
  if (!isRequest(story) && story.misfiled && cast.first) {
    const by = cast.first.handler.key;
    steps.push(step(by, 'classify', random.between(5, 20), { categoryId: toCategory(story.category) }));
    steps.push(step(by, 'assign', 1, { groupId: toGroup(cast.group.key), assigneeId: toPerson(cast.handler.key), reason: story.misfiled.reason }));
  }
  const lead = cast.group.leadKeys[0];
  if (!isRequest(story) && story.override && lead) steps.push(step(lead, 'overridePriority', random.between(2, 10), story.override));
  return steps;
}

/** The beats of the story; for an open ticket only some of them, up to the hold it is waiting in. */
function play({ story, shape, holdReason, cast, random }: ScriptRequest, fill: (text: string) => string): ScriptStep[] {
  const stopsAt = shape === 'onHold' ? story.beats.findIndex((beat) => beat.kind === 'hold' && beat.reason === holdReason) : -1;
  const beats = shape === 'inProgress' ? story.beats.slice(0, random.between(0, story.beats.length)) : stopsAt >= 0 ? story.beats.slice(0, stopsAt + 1) : story.beats;
  return beats.flatMap((beat, index) => playBeat(beat, cast, random, fill, index !== stopsAt));
}

function playBeat(beat: Beat, cast: StoryCast, random: Random, fill: (text: string) => string, goesOn: boolean): ScriptStep[] {
  const [requesterKey, handlerKey] = [cast.requester.key, cast.handler.key];
  if (beat.kind === 'say') return [step(handlerKey, 'reply', random.between(2, 40), { text: fill(beat.text) })];
  if (beat.kind === 'note') return [step(handlerKey, 'addNote', random.between(10, 90), { text: fill(beat.text) })];
  if (beat.kind === 'add') return [step(requesterKey, 'reply', random.between(4, 120), { text: fill(beat.text) }, true)];
  const fields = Object.fromEntries(Object.entries(beat.fields).map(([name, text]) => [name, fill(text)]));
  const hold = step(handlerKey, 'putOnHold', random.between(5, 60), ({ followUpAt }) => ({ reason: beat.reason, ...fields, followUpAt }));
  if (!goesOn) return [hold];
  // The answer of the requester resumes by itself.
  if (beat.answer) return [hold, step(requesterKey, 'reply', random.between(10, 400), { text: fill(beat.answer) }, true)];
  return [hold, step(handlerKey, 'resume', random.between(200, 700))];
}

function resolution(by: string, { code, notes }: Ending, story: IncidentStory | RequestStory, fill: (text: string) => string, random: Random): ScriptStep {
  const category = isRequest(story) ? {} : { categoryId: toCategory(story.category) };
  return step(by, 'resolve', random.between(10, 120), { code, notes: fill(notes), ...category });
}

function rating({ story, cast, random }: ScriptRequest, fill: (text: string) => string, isReopened: boolean): ScriptStep {
  const language = story.language ?? 'en';
  const luck = random.next();
  const stars = isReopened ? random.between(1, 3) : luck < 0.62 ? 5 : luck < 0.86 ? 4 : luck < 0.95 ? 3 : 2;
  const pool = stars >= 4 ? GOOD_COMMENTS : stars === 3 ? FAIR_COMMENTS : BAD_COMMENTS;
  const comment = random.isLucky(0.55) ? { comment: fill(random.pick(pool[language])) } : {};
  return step(cast.requester.key, 'rate', random.between(1, 4), { stars, ...comment }, true);
}
