import { hasRole, text, type Action, type Recorded, type RegisterEvent } from '../kernel';
import type { Person } from './person';

/** Who this was is taken out of everything that is stored; history goes on to know them by their number. */
export interface PersonErased {
  readonly type: 'PersonErased';
  readonly name: string;
  readonly mail: string;
  /** SHA-256 of the list of events that were sealed again; absent: none were. */
  readonly resealed?: string;
}

/** What takes the place of a name: the number that history knows the person by anyway. */
export const erasedNameOf = (personId: string): string => personId;
/** `.invalid` belongs to nobody (RFC 2606). */
export const erasedMailOf = (personId: string): string => `${personId.toLowerCase()}@erased.invalid`;

type Fold = (person: Person | undefined, recorded: Recorded<RegisterEvent>) => Person;

/** Nothing of what the entry said is left in it, so that its history need not say it any more either. */
export function foldPerson(fold: Fold, person: Person | undefined, recorded: Recorded<RegisterEvent | PersonErased>): Person {
  const { event, seq, at, recordId } = recorded;
  if (event.type !== 'PersonErased') return fold(person, recorded as Recorded<RegisterEvent>);
  return { id: recordId, version: seq, createdAt: person?.createdAt ?? at, updatedAt: at, retired: true, name: event.name, mail: event.mail, erasedAt: at };
}

/** Nobody becomes somebody again. */
export function unlessErased<A extends Action<Person, Person, RegisterEvent>>(action: A): A {
  return { ...action, can: (actor: Parameters<A['can']>[0], person: Person | undefined) => person?.erasedAt === undefined && action.can(actor, person) };
}

const eraseSchema = { resealed: text({ label: 'field.person.resealed', max: 60 }) };

/** Written by `bellhop person erase` alone, which takes the name out of all other rows as well. */
export const erase = {
  name: 'people.erase',
  schema: eraseSchema,
  repeat: 'safe',
  internal: true,
  can: (actor, person) => person?.retired === true && person.erasedAt === undefined && hasRole(actor, 'system'),
  decide: (person, { resealed }) => {
    const id = person?.id ?? '';
    const erased: PersonErased = { type: 'PersonErased', name: erasedNameOf(id), mail: erasedMailOf(id), ...(resealed && { resealed }) };
    // The register knows its own events only; the fold of this practice knows this one, too.
    return { events: [erased as unknown as RegisterEvent] };
  },
} satisfies Action<Person, Person, RegisterEvent, unknown, typeof eraseSchema>;
