import type { Language } from '../kernel';
import { CATEGORIES, OFFERINGS } from './catalog';
import { GROUPS, PEOPLE, type DemoGroup, type DemoPerson } from './company';
import type { Random } from './random';
import type { IncidentStory, RequestStory } from './stories';

/** Who plays which part in one ticket. */
export interface StoryCast {
  readonly requester: DemoPerson;
  /** An agent who wrote it down for the requester, on the phone. */
  readonly reporter?: DemoPerson;
  /** The group that solves it in the end, and who does it there. */
  readonly group: DemoGroup;
  readonly handler: DemoPerson;
  /** The group it went to at first, where it was filed wrongly. */
  readonly first?: { readonly group: DemoGroup; readonly handler: DemoPerson };
  /** Not the handler: somebody of the requester's department who wants to follow it. */
  readonly colleague?: DemoPerson;
}

const AGENT_KEYS = new Set(GROUPS.flatMap((group) => group.memberKeys));
/** How many tickets come from people in IT who are not named by the story. */
const FROM_IT = 0.06;
const BY_PHONE = 0.08;
const WITH_WATCHER = 0.3;

export function personOf(key: string): DemoPerson {
  const found = PEOPLE.find((person) => person.key === key);
  if (!found) throw new Error(`the demo has no person ${key}`);
  return found;
}

export function groupOf(key: string): DemoGroup {
  const found = GROUPS.find((group) => group.key === key);
  if (!found) throw new Error(`the demo has no group ${key}`);
  return found;
}

export function isRequest(story: IncidentStory | RequestStory): story is RequestStory {
  return 'offering' in story;
}

/** The group that routing will choose: by offering for requests, by category for incidents. */
function groupForCategory(key: string): DemoGroup {
  const found = CATEGORIES.find((category) => category.key === key);
  if (!found) throw new Error(`the demo has no category ${key}`);
  return groupOf(found.groupKey);
}

export function groupForStory(story: IncidentStory | RequestStory): DemoGroup {
  if (!isRequest(story)) return groupForCategory(story.category);
  const offering = OFFERINGS.find((entry) => entry.key === story.offering);
  if (!offering) throw new Error(`the demo has no offering ${story.offering}`);
  return groupOf(offering.groupKey);
}

/** Everybody who could have this to report: right language, department and site, and not the group that solves it. */
export function possibleRequesters(story: IncidentStory | RequestStory): readonly DemoPerson[] {
  const { language = 'en', departments, site } = story;
  const group = groupForStory(story);
  return PEOPLE.filter(
    (person) =>
      person.language === language &&
      (departments ? departments.includes(person.department) : true) &&
      (site ? person.site === site : true) &&
      !group.memberKeys.includes(person.key) &&
      person.roles?.includes('administrator') !== true &&
      // Approvals need a manager.
      (!isRequest(story) || person.managerKey !== undefined),
  );
}

function requesterFor(story: IncidentStory | RequestStory, random: Random): DemoPerson {
  const all = possibleRequesters(story);
  if (story.departments?.includes('IT')) return random.pick(all);
  const outsideIt = all.filter((person) => person.department !== 'IT');
  return outsideIt.length === 0 || random.isLucky(FROM_IT) ? random.pick(all) : random.pick(outsideIt);
}

/** Somebody of the group who reads the language and is not the requester. */
function handlerIn(group: DemoGroup, language: Language, notKeys: readonly string[], random: Random): DemoPerson {
  const members = group.memberKeys.map(personOf).filter((person) => !notKeys.includes(person.key));
  const speakers = members.filter((person) => language === 'en' || person.language === language);
  return random.pick(speakers.length > 0 ? speakers : members);
}

/** Somebody who would want to follow the ticket, and can read it. */
const isNear = (person: DemoPerson, requester: DemoPerson): boolean => person.department === requester.department && person.language === requester.language;

export interface Wishes {
  readonly requesterKey?: string;
  readonly handlerKey?: string;
}

/** Chooses the people of one ticket. */
export function castStory(story: IncidentStory | RequestStory, wishes: Wishes, random: Random): StoryCast {
  const language = story.language ?? 'en';
  const group = groupForStory(story);
  const requester = wishes.requesterKey ? personOf(wishes.requesterKey) : requesterFor(story, random);
  const handler = wishes.handlerKey ? personOf(wishes.handlerKey) : handlerIn(group, language, [requester.key], random);
  const isByPhone = !isRequest(story) && !story.isRestricted && !wishes.requesterKey && !AGENT_KEYS.has(requester.key) && random.isLucky(BY_PHONE);
  const reporter = isByPhone ? handlerIn(groupOf('service-desk'), language, [requester.key, handler.key], random) : undefined;
  const misfiled = isRequest(story) ? undefined : story.misfiled;
  const firstGroup = misfiled && groupForCategory(misfiled.category);
  const isShared = !isRequest(story) && story.reach === 'team' && random.isLucky(WITH_WATCHER);
  const colleagues = PEOPLE.filter((person) => isNear(person, requester) && person.key !== requester.key && person.key !== handler.key);
  return {
    requester,
    group,
    handler,
    ...(reporter && { reporter }),
    ...(firstGroup && { first: { group: firstGroup, handler: handlerIn(firstGroup, language, [requester.key, handler.key], random) } }),
    ...(isShared && colleagues.length > 0 && { colleague: random.pick(colleagues) }),
  };
}
