import { announcements } from '../../../shared/strings/en/announcements';
import { automation } from '../../../shared/strings/en/automation';
import { automationPages } from '../../../shared/strings/en/automation-pages';
import { approvals } from '../../../shared/strings/en/approvals';
import { assigningPages } from '../../../shared/strings/en/assigning-pages';
import { classifierPages } from '../../../shared/strings/en/classifier-pages';
import { catalogPages } from '../../../shared/strings/en/catalog-pages';
import { changeAdminPages } from '../../../shared/strings/en/change-admin-pages';
import { changeTemplates } from '../../../shared/strings/en/change-templates';
import { changeWords } from '../../../shared/strings/en/change-words';
import { changes } from '../../../shared/strings/en/changes';
import { configuration } from '../../../shared/strings/en/configuration';
import { freezeExceptions } from '../../../shared/strings/en/freeze-exceptions';
import { meetings } from '../../../shared/strings/en/meetings';
import { handovers } from '../../../shared/strings/en/handovers';
import { levelPages } from '../../../shared/strings/en/level-pages';
import { registers } from '../../../shared/strings/en/registers';
import { routing } from '../../../shared/strings/en/routing';
import { serviceLevels } from '../../../shared/strings/en/service-levels';
import { scheduling } from '../../../shared/strings/en/scheduling';
import { webhooks } from '../../../shared/strings/en/webhooks';
import { integrationKeys } from '../../../shared/strings/en/integration-keys';
import { integrationKeyPages } from '../../../shared/strings/en/integration-key-pages';

/** Words of these pages only. */
export const texts = {
  ...announcements,
  ...automation,
  ...automationPages,
  ...approvals,
  ...assigningPages,
  ...classifierPages,
  ...catalogPages,
  ...changeAdminPages,
  ...changeTemplates,
  ...changeWords,
  ...changes,
  ...configuration,
  ...freezeExceptions,
  ...meetings,
  ...handovers,
  ...levelPages,
  ...registers,
  ...routing,
  ...serviceLevels,
  ...scheduling,
  ...webhooks,
  ...integrationKeys,
  ...integrationKeyPages,
};
