import { approvals } from '../../../shared/strings/en/approvals';
import { catalogPages } from '../../../shared/strings/en/catalog-pages';
import { changeAdminPages } from '../../../shared/strings/en/change-admin-pages';
import { changeTemplates } from '../../../shared/strings/en/change-templates';
import { changeWords } from '../../../shared/strings/en/change-words';
import { changes } from '../../../shared/strings/en/changes';
import { configuration } from '../../../shared/strings/en/configuration';
import { freezeExceptions } from '../../../shared/strings/en/freeze-exceptions';
import { meetings } from '../../../shared/strings/en/meetings';
import { registers } from '../../../shared/strings/en/registers';
import { scheduling } from '../../../shared/strings/en/scheduling';

/** Words of these pages only. */
export const texts = {
  ...registers, ...configuration, ...approvals, ...scheduling, ...changes, ...changeWords, ...changeTemplates, ...freezeExceptions, ...meetings, ...changeAdminPages, ...catalogPages,
};
