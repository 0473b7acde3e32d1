import { businessTimeAround } from './business-time';
import { castStory, groupForStory, isRequest, personOf, possibleRequesters } from './cast-story';
import { FULFILLMENT } from './catalog';
import { OPEN_SCENES, type OpenScene } from './open-scenes';
import { tellOutages } from './outages';
import { paceFinished, paceOpen, priorityOfStory } from './pace';
import { lengthOf, placeScript } from './place-script';
import type { TicketStep } from './plan';
import type { Random } from './random';
import type { Shape } from './script';
import { INCIDENT_STORIES, REQUEST_STORIES, type IncidentStory, type RequestStory } from './stories';
import { writeScript } from './write-script';

/** Six weeks of five days of ten hours. */
const HISTORY_MINUTES = 30 * 600;
/** The open ones make the last days busy enough. */
const SETTLED_MINUTES = 900;
const FINISHED_INCIDENTS = 242;
const FINISHED_REQUESTS = 74;
const REJECTED = 5;
const WITHDRAWN = 11;
const CLOSES_BY_ITSELF = 0.42;
const AFTER_HOURS = 0.07;
/** A solved ticket that waits for its requester must not be due to close by itself. */
const UNANSWERED_MS = 4.7 * 86_400_000;

type Story = IncidentStory | RequestStory;
type Tale = readonly [story: Story, opening: readonly [string, string]];

/** Every story in every version, in random order; starts over when it is used up. */
function deckOf(stories: readonly Story[], random: Random) {
  const all = stories.flatMap((story) => story.openings.map((opening): Tale => [story, opening]));
  let rest = random.shuffled(all);
  return function draw(fits: (story: Story) => boolean): Tale {
    let index = rest.findIndex(([story]) => fits(story));
    if (index < 0) {
      rest = [...rest, ...random.shuffled(all)];
      index = rest.findIndex(([story]) => fits(story));
    }
    const [tale] = rest.splice(index, 1);
    if (index < 0 || !tale) throw new Error('no story of the demo fits a scene');
    return tale;
  };
}

function fitsScene(scene: OpenScene) {
  return (story: Story): boolean => {
    const isOneOf = <T>(list: readonly T[] | undefined, value: T): boolean => !list || list.includes(value);
    const hasHold = story.beats.some((beat) => beat.kind === 'hold' && beat.reason === scene.holdReason);
    const isRestricted = !isRequest(story) && story.isRestricted === true;
    if (scene.shape === 'onHold' && !hasHold) return false;
    if (scene.shape === 'returned' && !(isRequest(story) && story.question)) return false;
    if (scene.shape === 'awaitingApproval' && !needsManager(story)) return false;
    if (scene.shape === 'reopened' && !story.reopen) return false;
    if (scene.isRestricted !== undefined || scene.kind === 'incident') {
      if (isRestricted !== (scene.isRestricted ?? false)) return false;
    }
    if (!isOneOf(scene.priorities, priorityOfStory(story))) return false;
    if (scene.handlerKey && !canHandle(scene.handlerKey, story)) return false;
    return !scene.requesterKey || possibleRequesters(story).some((person) => person.key === scene.requesterKey);
  };
}

function canHandle(key: string, story: Story): boolean {
  const reads = story.language === undefined || personOf(key).language === story.language;
  return reads && groupForStory(story).memberKeys.includes(key);
}

function needsManager(story: Story): boolean {
  return isRequest(story) && FULFILLMENT.some(({ key, plan }) => key === story.offering && plan[0]?.approvals?.some(({ from, conditions }) => !conditions && from.some(({ kind }) => kind === 'manager')));
}

/** All tickets of the demo company, in the order in which things happened. */
export function tellTickets(now: Date, random: Random): readonly TicketStep[] {
  const time = businessTimeAround(now);
  const incidents = deckOf(INCIDENT_STORIES, random);
  const requests = deckOf(REQUEST_STORIES, random);
  const told: TicketStep[][] = [];
  const nextKey = (): string => `ticket-${String(told.length + 1).padStart(3, '0')}`;

  function tellOpen(scene: OpenScene): void {
    const draw = scene.kind === 'request' ? requests : incidents;
    const [story, opening] = draw(fitsScene(scene));
    const cast = castStory(story, scene, random);
    const script = writeScript({ story, opening, shape: scene.shape, cast, random, ...(scene.holdReason && { holdReason: scene.holdReason }) });
    const age = random.between(...scene.age);
    const steps = paceOpen(story, script, age, random);
    let startMinute = -age;
    if (scene.shape === 'resolved') {
      // Nearer to now where a long weekend lies between.
      while (now.getTime() - time.instantAt(startMinute + lengthOf(steps)) > UNANSWERED_MS && startMinute + lengthOf(steps) < -5) startMinute += 1;
    }
    told.push(placeScript({ ticket: nextKey(), steps, startMinute, closesByItself: false, isAfterHours: false }, time, now, random));
  }

  function tellFinished(draw: typeof incidents, shape: Shape, fits: (story: Story) => boolean): void {
    const [story, opening] = draw(fits);
    const cast = castStory(story, {}, random);
    const steps = paceFinished(story, writeScript({ story, opening, shape, cast, random }), random);
    const startMinute = -random.between(Math.max(lengthOf(steps) + 5, SETTLED_MINUTES), HISTORY_MINUTES);
    const closesByItself = random.isLucky(CLOSES_BY_ITSELF);
    told.push(placeScript({ ticket: nextKey(), steps, startMinute, closesByItself, isAfterHours: random.isLucky(AFTER_HOURS) }, time, now, random));
  }

  for (const scene of OPEN_SCENES) for (let count = 0; count < scene.count; count += 1) tellOpen(scene);
  for (let count = 0; count < REJECTED; count += 1) tellFinished(requests, 'rejected', (story) => isRequest(story) && story.refusal !== undefined && needsManager(story));
  for (let count = 0; count < WITHDRAWN; count += 1) tellFinished(incidents, 'withdrawn', (story) => !isRequest(story) && !story.isRestricted);
  for (let count = 0; count < FINISHED_INCIDENTS; count += 1) tellFinished(incidents, 'closed', () => true);
  for (let count = 0; count < FINISHED_REQUESTS; count += 1) tellFinished(requests, 'closed', () => true);

  const all = [...told.flat(), ...tellOutages(time, now)];
  return all.map((entry, order) => ({ entry, order })).sort((a, b) => a.entry.at.localeCompare(b.entry.at) || a.order - b.order).map(({ entry }) => entry);
}
