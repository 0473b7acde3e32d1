import { approvals } from '../../../shared/strings/en/approvals';
import { calendarPages } from '../../../shared/strings/en/calendar-pages';
import { changePages } from '../../../shared/strings/en/change-pages';
import { changeTemplates } from '../../../shared/strings/en/change-templates';
import { changeWords } from '../../../shared/strings/en/change-words';
import { changes } from '../../../shared/strings/en/changes';
import { configuration } from '../../../shared/strings/en/configuration';
import { freezeExceptions } from '../../../shared/strings/en/freeze-exceptions';
import { meetings } from '../../../shared/strings/en/meetings';
import { registers } from '../../../shared/strings/en/registers';
import { scheduling } from '../../../shared/strings/en/scheduling';

/** Words of these pages only. */
export const texts = { ...registers, ...configuration, ...scheduling, ...approvals, ...changes, ...changeWords, ...changeTemplates, ...freezeExceptions, ...meetings, ...changePages, ...calendarPages };
