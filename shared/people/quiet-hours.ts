import { refuse } from '../kernel';
import { maySay, type PersonAction } from './away';
import { quietHoursSchema } from './people-schema';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

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
