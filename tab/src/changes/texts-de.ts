import { approvals } from '../../../shared/strings/de/approvals';
import { changePages } from '../../../shared/strings/de/change-pages';
import { changeTemplates } from '../../../shared/strings/de/change-templates';
import { changeWords } from '../../../shared/strings/de/change-words';
import { changes } from '../../../shared/strings/de/changes';
import { configuration } from '../../../shared/strings/de/configuration';
import { freezeExceptions } from '../../../shared/strings/de/freeze-exceptions';
import { meetings } from '../../../shared/strings/de/meetings';
import { registers } from '../../../shared/strings/de/registers';
import { scheduling } from '../../../shared/strings/de/scheduling';

/** Words of the pages about changes only. */
export const texts = { ...approvals, ...changePages, ...changeTemplates, ...changeWords, ...changes, ...configuration, ...freezeExceptions, ...meetings, ...registers, ...scheduling };
