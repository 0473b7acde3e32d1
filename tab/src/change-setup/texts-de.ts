import { announcements } from '../../../shared/strings/de/announcements';
import { approvals } from '../../../shared/strings/de/approvals';
import { assigningPages } from '../../../shared/strings/de/assigning-pages';
import { changeAdminPages } from '../../../shared/strings/de/change-admin-pages';
import { changeTemplates } from '../../../shared/strings/de/change-templates';
import { changeWords } from '../../../shared/strings/de/change-words';
import { changes } from '../../../shared/strings/de/changes';
import { configuration } from '../../../shared/strings/de/configuration';
import { freezeExceptions } from '../../../shared/strings/de/freeze-exceptions';
import { meetings } from '../../../shared/strings/de/meetings';
import { levelPages } from '../../../shared/strings/de/level-pages';
import { registers } from '../../../shared/strings/de/registers';
import { routing } from '../../../shared/strings/de/routing';
import { scheduling } from '../../../shared/strings/de/scheduling';

/** Words of these pages only. */
export const texts = {
  ...announcements,
  ...approvals,
  ...assigningPages,
  ...changeAdminPages,
  ...changeTemplates,
  ...changeWords,
  ...changes,
  ...configuration,
  ...freezeExceptions,
  ...meetings,
  ...levelPages,
  ...registers,
  ...routing,
  ...scheduling,
};
