import { emptySchema, reasonSchema } from '../../changes/change-schema';
import { refuse } from '../../kernel';
import { freesPlace, onException } from './define';

/** Whoever asked no longer needs it, or a change manager takes it back: the freeze holds again at once. */
export const withdraw = onException('withdraw', reasonSchema, (exception, { reason }) => ({ events: [{ type: 'ExceptionWithdrawn', reason }], ...freesPlace(exception) }), { fence: 'calendar' });

/** Its timer: nobody has to remember to close the door. */
export const expire = onException('expire', emptySchema, (exception, _input, { now }) => {
  if (exception.expiresAt > now) return refuse('kernel.notDue');
  return { events: [{ type: 'ExceptionExpired' }], ...freesPlace(exception) };
}, { fence: 'calendar', internal: true });
