import { changesNothing, hasRole, refuse, structured, type Action, type Actor, type RegisterEvent, type Schema } from '../kernel';
import type { Group } from './person';
import type { GroupChannel } from './people-schema';

export const connectSchema = {
  channel: structured<GroupChannel>()({ label: 'field.group.channel', required: true, max: 2_000 }),
};

/** Leads know best where their group talks; administrators help out. */
function mayConnect(actor: Actor, group: Group | undefined): boolean {
  return group?.retired === false && (hasRole(actor, 'administrator', 'system') || actor.leadsGroupIds.includes(group.id));
}

type GroupAction<S extends Schema> = Action<Group, Group, RegisterEvent, unknown, S>;

/** Triage cards of the group go to this channel from now on. */
export const connectChannel: GroupAction<typeof connectSchema> = {
  name: 'groups.connectChannel',
  schema: connectSchema,
  repeat: 'check',
  can: mayConnect,
  decide: (group, { channel }) => {
    const isComplete = typeof channel.conversationId === 'string' && typeof channel.serviceUrl === 'string';
    if (!isComplete) return refuse('kernel.invalidInput', undefined, [{ field: 'channel', code: 'required' }]);
    return changesNothing({ channel }, group) ? refuse('kernel.nothingChanged') : { events: [{ type: 'EntryChanged', changes: { channel } }] };
  },
};

/** The channel is gone, or the group talks elsewhere: its leads get the triage cards instead. */
export const disconnectChannel: GroupAction<Record<string, never>> = {
  name: 'groups.disconnectChannel',
  schema: {},
  repeat: 'check',
  can: mayConnect,
  // Null, because JSON would drop an undefined value and the old channel would stay.
  decide: (group) => (group?.channel ? { events: [{ type: 'EntryChanged', changes: { channel: null } }] } : refuse('kernel.nothingChanged')),
};
