import { requestExceptionSchema } from '../../../shared/freeze-exceptions/freeze-exception-schema';
import type { PracticeForms } from '../actions/types';

/** An exception is asked for on the page of the change that needs it. */
export const exceptionForms: PracticeForms = {
  schemas: { 'freezeExceptions.request': requestExceptionSchema },
  needsRecord: new Set(),
  initialValues: () => ({}),
  hints: () => ({ changeId: { isFixed: true }, freezeId: { isFixed: true } }),
};
