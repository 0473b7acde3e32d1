import { hasRole, refuse, type Action, type Actor, type RegisterEvent, type Schema } from '../kernel';
import { awaySchema } from './people-schema';
import type { Person } from './person';

const MAX_DAYS = 180;
const DAY_MS = 86_400_000;

/** Everybody says for themselves when they are away or do not want to be disturbed; administrators help those who left without doing so. */
export const maySay = (actor: Actor, person: Person | undefined): boolean =>
  person?.retired === false && (actor.id === person.id || hasRole(actor, 'administrator', 'system'));

/** Is somebody away at `now`, an ISO instant? */
export const isAway = ({ awayUntil }: Pick<Person, 'awayUntil'>, now: string): boolean => awayUntil !== undefined && now < awayUntil;

export type PersonAction<S extends Schema> = Action<Person, Person, RegisterEvent, unknown, S>;

/** No new work until then. Why somebody is away is nobody's business here. */
export const setAway: PersonAction<typeof awaySchema> = {
  name: 'people.setAway',
  schema: awaySchema,
  repeat: 'safe',
  can: maySay,
  decide: (person, { until }, { now }) => {
    if (until <= now) return refuse('kernel.invalidInput', undefined, [{ field: 'until', code: 'notInFuture' }]);
    if (Date.parse(until) - Date.parse(now) > MAX_DAYS * DAY_MS) return refuse('kernel.invalidInput', undefined, [{ field: 'until', code: 'tooFar', params: { days: MAX_DAYS } }]);
    return person?.awayUntil === until ? refuse('kernel.nothingChanged') : { events: [{ type: 'EntryChanged', changes: { awayUntil: until } }] };
  },
};

/** Back before it was expected. */
export const setBack: PersonAction<Record<string, never>> = {
  name: 'people.setBack',
  schema: {},
  repeat: 'safe',
  can: maySay,
  decide: (person, _input, { now }) =>
    person && isAway(person, now) ? { events: [{ type: 'EntryChanged', changes: {}, clear: ['awayUntil'] }] } : refuse('people.notAway'),
};
