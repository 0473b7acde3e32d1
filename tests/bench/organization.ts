import type { App } from '../../shared/app';
import { systemActor } from '../../shared/kernel';

/** Ids of the small organisation that every benchmark works with. */
export interface Organization {
  readonly agentIds: readonly string[];
  readonly employeeIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly categoryIds: readonly string[];
}

/** The directory id of the n-th agent or employee. */
export function objectIdOf(kind: 'agent' | 'employee', index: number): string {
  return `00000000-0000-4000-8000-0000000${kind === 'agent' ? 'a' : 'e'}${String(index).padStart(4, '0')}`;
}

/** So many agents are in all groups, any further ones in one each. */
const IN_ALL_GROUPS = 20;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** Five groups, twenty agents in all of them unless more are wanted, twenty employees, ten categories, targets on a business calendar. */
export async function createOrganization(app: App, agents = 20): Promise<Organization> {
  const actor = systemActor('seed');
  const add = async (practice: string, input: object): Promise<string> => {
    const done = await app.perform({ action: `${practice}.add`, input, actor });
    if ('refused' in done) throw new Error(`${practice}.add: ${JSON.stringify(done.refused)}`);
    return done.record.id;
  };
  const many = async (count: number, make: (index: number) => Promise<string>): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push(await make(index));
    return ids;
  };
  const agentIds = await many(agents, (index) => add('people', { name: `Agent ${index}`, mail: `agent${index}@bench.example`, aadObjectId: objectIdOf('agent', index) }));
  const employeeIds = await many(20, (index) => add('people', { name: `Employee ${index}`, mail: `employee${index}@bench.example`, aadObjectId: objectIdOf('employee', index) }));
  const groupIds = await many(5, (index) => add('groups', { name: `Group ${index}`, memberIds: agentIds.filter((_id, at) => at < IN_ALL_GROUPS || at % 5 === index), leadIds: agentIds.slice(0, 1) }));
  const categoryIds = await many(10, (index) => add('categories', { name: `Category ${index}`, groupId: groupIds[index % 5], keywords: `topic${index}` }));
  const weekly = Object.fromEntries(DAYS.map((day) => [day, [['08:00', '18:00']]]));
  const calendarId = await add('calendars', { name: 'Business hours', zone: 'Europe/Berlin', weekly });
  const common = { type: 'sla', calendarSource: 'fixed', calendarId, retarget: 'retroactive', reopen: 'continue' };
  const pause = [[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]];
  const targets = (...minutes: readonly number[]) => Object.fromEntries(minutes.map((value, index) => [`P${index + 1}`, { value, unit: 'minutes' }]));
  await add('agreements', { ...common, name: 'First answer', metric: 'firstResponse', order: 10, targets: targets(15, 30, 240, 480) });
  await add('agreements', { ...common, name: 'Resolution', metric: 'resolution', order: 20, targets: targets(240, 480, 1_800, 3_000), conditions: { pause } });
  await add('settings', { name: 'main', companyName: 'Bench', autoCloseDays: 5, fallbackGroupId: groupIds[0] });
  return { agentIds, employeeIds, groupIds, categoryIds };
}
