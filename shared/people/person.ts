import { defineRegister, hasRole, isAgent, type Actor, type RegisterRecord, type RegisterSummary } from '../kernel';
import { setAway, setBack } from './away';
import { erase, foldPerson, unlessErased } from './erased';
import { connectChannel, disconnectChannel } from './group-channel';
import { unlessOwnRole } from './own-role';
import { groupSchema, personFilters, personSchema } from './people-schema';
import { endQuietHours, setQuietHours } from './quiet-hours';
import { checkSkills } from './skill';

export type Person = RegisterRecord<typeof personSchema> & {
  /** Who this was is known no more since then, ISO instant. */
  readonly erasedAt?: string;
};
export type PersonSummary = RegisterSummary<typeof personSchema>;
export type Group = RegisterRecord<typeof groupSchema>;
export type GroupSummary = RegisterSummary<typeof groupSchema>;

const seesMore = (actor: Actor, entry: Person): boolean => isAgent(actor) || hasRole(actor, 'administrator', 'auditor') || actor.id === entry.id;

/** Colleagues see what any address book shows; the rest is for those who handle tickets or administer. */
function presentPerson(entry: Person, actor: Actor): object {
  if (seesMore(actor, entry)) return entry;
  const { id, version, name, mail, title, department, site, retired } = entry;
  return { id, version, name, mail, title, department, site, retired };
}

const peopleRegister = defineRegister({
  practice: 'people',
  prefix: 'PER',
  schema: personSchema,
  canRead: () => true,
  canEdit: (actor) => hasRole(actor, 'administrator', 'system'),
  check: checkSkills,
  sortKey: (person) => person.name.toLowerCase(),
  filters: personFilters,
  // Whoever may not see what somebody is finds nobody by it.
  matches: (person, { role }, actor) => typeof role !== 'string' || (seesMore(actor, person) && (person.roles ?? []).includes(role)),
  present: presentPerson,
});

export const peoplePractice: typeof peopleRegister = {
  ...peopleRegister,
  actions: [...peopleRegister.actions.map(unlessErased).map(unlessOwnRole), setAway, setBack, setQuietHours, endQuietHours, erase],
  fold: (person, recorded) => foldPerson(peopleRegister.fold, person, recorded),
};

const groupRegister = defineRegister({
  practice: 'groups',
  prefix: 'GRP',
  schema: groupSchema,
  canRead: () => true,
  canEdit: (actor) => hasRole(actor, 'administrator', 'system'),
  sortKey: (group) => group.name.toLowerCase(),
});

export const groupsPractice: typeof groupRegister = { ...groupRegister, actions: [...groupRegister.actions, connectChannel, disconnectChannel] };
