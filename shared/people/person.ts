import { defineRegister, hasRole, type RegisterRecord, type RegisterSummary } from '../kernel';
import { connectChannel, disconnectChannel } from './group-channel';
import { groupSchema, personSchema } from './people-schema';

export type Person = RegisterRecord<typeof personSchema>;
export type PersonSummary = RegisterSummary<typeof personSchema>;
export type Group = RegisterRecord<typeof groupSchema>;
export type GroupSummary = RegisterSummary<typeof groupSchema>;

export const peoplePractice = defineRegister({
  practice: 'people',
  prefix: 'PER',
  schema: personSchema,
  canRead: () => true,
  canEdit: (actor) => hasRole(actor, 'administrator', 'system'),
  sortKey: (person) => person.name.toLowerCase(),
});

const groupRegister = defineRegister({
  practice: 'groups',
  prefix: 'GRP',
  schema: groupSchema,
  canRead: () => true,
  canEdit: (actor) => hasRole(actor, 'administrator', 'system'),
  sortKey: (group) => group.name.toLowerCase(),
});

export const groupsPractice: typeof groupRegister = { ...groupRegister, actions: [...groupRegister.actions, connectChannel, disconnectChannel] };
