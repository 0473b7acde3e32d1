import { createApp, commitEvents, practiceNamed, record } from '../../shared/app';
import { formatId, type Actor, type DomainEvent } from '../../shared/kernel';
import { openStorage } from '../../shared/storage';
import type { TicketEvent } from '../../shared/tickets';
import { createOrganization, type Organization } from './organization';

const HOUR = 3_600_000;
/** One in this many tickets is open, as in the issue tracker of any desk that keeps up. */
const OPEN_EVERY = 20;
const AT_ONCE = 64;

function story(index: number, organization: Organization, openEvery: number): readonly TicketEvent[] {
  // Open tickets are every twentieth: without the second term all of them would fall to the same people.
  const pick = <T>(list: readonly T[]): T => list[(index + Math.floor(index / openEvery)) % list.length] as T;
  const requesterId = pick(organization.employeeIds);
  const assigneeId = pick(organization.agentIds.slice(0, 20));
  const priority = (['P1', 'P2', 'P3', 'P4'] as const)[index % 4] as 'P1';
  const events: TicketEvent[] = [
    {
      type: 'TicketReported', kind: 'incident', state: 'new', title: `Ticket ${index} about topic${index % 10} kw${index % 9973}`, description: 'What happened, in a few lines of text. '.repeat(6),
      requesterId, requesterName: `Employee ${index % 20}`, impact: 2, urgency: 2, priority, isRestricted: false,
      receivedAt: new Date(0).toISOString(), categoryId: pick(organization.categoryIds), groupId: pick(organization.groupIds), files: [],
    },
    { type: 'TicketTaken', assigneeId, assigneeName: `Agent ${index % 20}`, state: 'inProgress' },
    { type: 'ReplyAdded', text: 'We are looking into it and will come back to you today.', files: [], from: 'agent' },
    { type: 'ReplyAdded', text: 'Thank you, it still happens about once an hour.', files: [], from: 'requester' },
  ];
  if (index % openEvery === 0) return index % (openEvery * 3) === 0 ? events.slice(0, 1) : events;
  return [...events, { type: 'TicketResolved', code: 'fixed', notes: 'New profile installed.', state: 'resolved' }, { type: 'TicketClosed', because: 'accepted' }];
}

export interface FillOptions {
  readonly tenant?: string;
  /** One in so many tickets is open; 1: all of them. */
  readonly openEvery?: number;
  /** How many agents there are; the first twenty do the work. */
  readonly agents?: number;
}

/** Fills an embedded store with an organisation and `count` tickets with history, one in twenty open unless told otherwise. */
export async function fillStore(directory: string, count: number, { tenant = 'main', openEvery = OPEN_EVERY, agents = 20 }: FillOptions = {}): Promise<Organization> {
  const { storage, blobs } = await openStorage('embedded', directory);
  const app = await createApp({ storage, blobs, tenant });
  const organization = await createOrganization(app, agents);
  const practice = practiceNamed('tickets')!;
  const now = Date.now();
  const write = async (index: number): Promise<void> => {
    const age = (count - index) * 60_000 + HOUR;
    const at = new Date(now - age).toISOString();
    const id = formatId('INC', index + 1);
    const actor: Actor = { id: organization.agentIds[0]!, name: 'Agent 0', roles: ['agent'], groupIds: [], leadsGroupIds: [], actsFor: [], channel: 'seed', language: 'en', zone: 'UTC' };
    const events = story(index, organization, openEvery).map((event): DomainEvent => (event.type === 'TicketReported' ? { ...event, receivedAt: at } as DomainEvent : event));
    const history = record(events, { id, version: 0, at, action: 'tickets.report', actor });
    const { result } = await commitEvents(storage, tenant, app.desk.directory, { practice, id, current: undefined, history, committedAt: at, isQuiet: true });
    if (!result.ok) throw new Error(`${id}: ${result.reason} ${result.row}`);
  };
  for (let index = 0; index < count; index += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - index) }, (_, offset) => write(index + offset)));
  }
  await app.numbers.setAside('INC', count + 1);
  // The feed is kept until history is anchored; a server that started with all of it would be busy with that first.
  while (await app.anchors.anchor());
  while ((await app.trimFeed(HOUR)) > 0);
  await storage.close();
  return organization;
}

