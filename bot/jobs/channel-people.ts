import type { RecordView } from '../../shared/kernel';
import { cardsFor } from '../cards';
import type { Member } from '../teams/sender';
import { SendError, type Mention } from '../teams';
import type { JobDeps } from './job';

/** Teams gives at most so many people a view of their own (user-specific views). */
const MAX_VIEWERS = 60;
const KEEP_MS = 10 * 60_000;

interface Remembered {
  readonly members: readonly Member[];
  readonly until: number;
}

/** Who is in a channel, as cards and mentions need it. */
export function createChannelPeople({ app, bot }: Pick<JobDeps, 'app' | 'bot'>) {
  const known = new Map<string, Remembered>();

  async function membersOf(serviceUrl: string, conversationId: string): Promise<readonly Member[]> {
    const now = app.clock.now().getTime();
    const remembered = known.get(conversationId);
    if (remembered && remembered.until > now) return remembered.members;
    try {
      const members = await bot.sender.members(serviceUrl, conversationId);
      known.set(conversationId, { members, until: now + KEEP_MS });
      return members;
    } catch (error) {
      // The card is worth more than its convenience.
      if (error instanceof SendError) return [];
      throw error;
    }
  }

  /**
   * Teams user ids of those in a channel for whom a card fetches their own view by itself: who has to decide first, then who
   * works in its group, then other agents, as far as there is room. Everybody else presses the button on the card.
   */
  async function viewersOf(serviceUrl: string, conversationId: string, view: RecordView): Promise<readonly string[]> {
    const { directory } = app.desk;
    const cards = cardsFor(view);
    const first = new Set(cards?.firstViewers(view, { directory, now: app.clock.now().toISOString() }));
    const groups = (cards?.channelGroups(view) ?? []).flatMap((groupId) => directory.group(groupId) ?? []);
    const inGroup = new Set(groups.flatMap((group) => [...(group.memberIds ?? []), ...(group.leadIds ?? [])]));
    const agents = new Set([...directory.groups()].filter(({ isBoard }) => !isBoard).flatMap((entry) => [...(entry.memberIds ?? []), ...(entry.leadIds ?? [])]));
    const ranked = (await membersOf(serviceUrl, conversationId.split(';messageid=')[0] as string)).flatMap((member) => {
      const id = member.aadObjectId && directory.personByObjectId(member.aadObjectId)?.id;
      const rank = id === undefined ? -1 : [first, inGroup, agents].findIndex((people) => people.has(id));
      return rank < 0 ? [] : [{ userId: member.id, rank }];
    });
    return ranked.sort((left, right) => left.rank - right.rank).slice(0, MAX_VIEWERS).map((entry) => entry.userId);
  }

  /** People of the directory as they can be mentioned in a channel; those who are not in it cannot. */
  async function mentionsIn(serviceUrl: string, conversationId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, Mention>> {
    const members = await membersOf(serviceUrl, conversationId.split(';messageid=')[0] as string);
    return new Map(personIds.flatMap((personId) => {
      const person = app.desk.directory.person(personId);
      const objectId = person?.aadObjectId?.toLowerCase();
      const member = members.find(({ aadObjectId }) => aadObjectId !== undefined && aadObjectId.toLowerCase() === objectId);
      return person && member ? [[personId, { id: member.id, name: person.name }] as const] : [];
    }));
  }

  return { viewersOf, mentionsIn };
}

export type ChannelPeople = ReturnType<typeof createChannelPeople>;
export type ChannelViewers = ChannelPeople['viewersOf'];
