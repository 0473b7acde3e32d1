import { refuse, type Action, type RegisterEvent } from '../kernel';
import type { Person } from './person';

const ADMINISTRATOR = 'administrator';

/** Would the entry be that of an administrator no more? */
function takesRole(name: string, { roles, clear }: Readonly<Record<string, unknown>>): boolean {
  if (name === 'people.retire') return true;
  return (Array.isArray(clear) && clear.includes('roles')) || (Array.isArray(roles) && !roles.includes(ADMINISTRATOR));
}

/** Nobody locks themselves out by mistake: what makes somebody an administrator, another one takes away. */
export function unlessOwnRole<A extends Action<Person, Person, RegisterEvent>>(action: A): A {
  const decide: A['decide'] = (person, input, context) => {
    const isOwn = person?.id === context.actor.id && person.roles?.includes(ADMINISTRATOR) === true;
    return isOwn && takesRole(action.name, input) ? refuse('people.ownRole') : action.decide(person, input, context);
  };
  return { ...action, decide };
}
