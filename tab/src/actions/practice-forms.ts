import { changeForms } from '../changes/change-forms';
import { exceptionForms } from '../changes/exception-forms';
import { templateForms } from '../setup/templates/template-forms';
import { handoverForms, shiftForms } from '../duty/duty-forms';
import { meetingForms } from '../planning/meetings/meeting-forms';
import { peopleForms } from '../shell/people-forms';
import { ticketForms } from '../tickets/ticket-forms';
import { practiceOf, type PracticeForms } from './types';

/** Every practice whose actions have forms in the tab. */
export const PRACTICE_FORMS: Readonly<Record<string, PracticeForms>> = {
  tickets: ticketForms, changes: changeForms, freezeExceptions: exceptionForms, changeTemplates: templateForms, meetings: meetingForms, handovers: handoverForms, shifts: shiftForms, people: peopleForms,
};

const NO_FORMS: PracticeForms = { schemas: {}, needsRecord: new Set(), initialValues: () => ({}), hints: () => ({}) };

export const formsOf = (action: string): PracticeForms => PRACTICE_FORMS[practiceOf(action)] ?? NO_FORMS;
