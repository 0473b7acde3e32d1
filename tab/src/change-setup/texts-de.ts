import { approvals } from '../../../shared/strings/de/approvals';
import { catalogPages } from '../../../shared/strings/de/catalog-pages';
import { changeAdminPages } from '../../../shared/strings/de/change-admin-pages';
import { changeTemplates } from '../../../shared/strings/de/change-templates';
import { changeWords } from '../../../shared/strings/de/change-words';
import { changes } from '../../../shared/strings/de/changes';
import { configuration } from '../../../shared/strings/de/configuration';
import { freezeExceptions } from '../../../shared/strings/de/freeze-exceptions';
import { meetings } from '../../../shared/strings/de/meetings';
import { registers } from '../../../shared/strings/de/registers';
import { scheduling } from '../../../shared/strings/de/scheduling';

/** Words of these pages only. */
export const texts = {
  ...registers, ...configuration, ...approvals, ...scheduling, ...changes, ...changeWords, ...changeTemplates, ...freezeExceptions, ...meetings, ...changeAdminPages, ...catalogPages,
};
