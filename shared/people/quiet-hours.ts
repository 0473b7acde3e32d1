import { hasRole, refuse, text, type Action, type Actor, type RegisterEvent, type Schema } from '../kernel';
import type { Person } from './person';

export const quietHoursSchema = {
  from: text({ label: 'field.person.quietFrom', help: 'help.person.quietFrom', required: true, max: 5 }),
  to: text({ label: 'field.person.quietTo', required: true, max: 5 }),
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Everybody says for themselves when they do not want to be disturbed. */
const maySay = (actor: Actor, person: Person | undefined): boolean => person?.retired === false && (actor.id === person.id || hasRole(actor, 'administrator', 'system'));

type PersonAction<S extends Schema> = Action<Person, Person, RegisterEvent, unknown, S>;

/** Between these times of day, in the person's zone, nothing is sent to their chat but what asks for a decision or is urgent. */
export const setQuietHours: PersonAction<typeof quietHoursSchema> = {
  name: 'people.setQuietHours',
  schema: quietHoursSchema,
  repeat: 'safe',
  can: maySay,
  decide: (person, { from, to }) => {
    const wrong = Object.entries({ from, to }).filter(([, time]) => !TIME.test(time));
    if (wrong.length > 0) return refuse('kernel.invalidInput', undefined, wrong.map(([field]) => ({ field, code: 'notTimeOfDay' })));
    if (from === to) return refuse('kernel.invalidInput', undefined, [{ field: 'to', code: 'notTimeOfDay' }]);
    if (person?.quietFrom === from && person.quietTo === to) return refuse('kernel.nothingChanged');
    return { events: [{ type: 'EntryChanged', changes: { quietFrom: from, quietTo: to } }] };
  },
};

export const endQuietHours: PersonAction<Record<string, never>> = {
  name: 'people.endQuietHours',
  schema: {},
  repeat: 'safe',
  can: maySay,
  decide: (person) => (person?.quietFrom === undefined ? refuse('kernel.nothingChanged') : { events: [{ type: 'EntryChanged', changes: {}, clear: ['quietFrom', 'quietTo'] }] }),
};
