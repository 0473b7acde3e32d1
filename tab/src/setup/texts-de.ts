import { announcements } from '../../../shared/strings/de/announcements';
import { automation } from '../../../shared/strings/de/automation';
import { automationPages } from '../../../shared/strings/de/automation-pages';
import { approvals } from '../../../shared/strings/de/approvals';
import { assigningPages } from '../../../shared/strings/de/assigning-pages';
import { classifierPages } from '../../../shared/strings/de/classifier-pages';
import { catalogPages } from '../../../shared/strings/de/catalog-pages';
import { changeAdminPages } from '../../../shared/strings/de/change-admin-pages';
import { changeTemplates } from '../../../shared/strings/de/change-templates';
import { changeWords } from '../../../shared/strings/de/change-words';
import { changes } from '../../../shared/strings/de/changes';
import { configuration } from '../../../shared/strings/de/configuration';
import { freezeExceptions } from '../../../shared/strings/de/freeze-exceptions';
import { meetings } from '../../../shared/strings/de/meetings';
import { handovers } from '../../../shared/strings/de/handovers';
import { levelPages } from '../../../shared/strings/de/level-pages';
import { registers } from '../../../shared/strings/de/registers';
import { routing } from '../../../shared/strings/de/routing';
import { serviceLevels } from '../../../shared/strings/de/service-levels';
import { scheduling } from '../../../shared/strings/de/scheduling';
import { webhooks } from '../../../shared/strings/de/webhooks';
import { integrationKeys } from '../../../shared/strings/de/integration-keys';
import { integrationKeyPages } from '../../../shared/strings/de/integration-key-pages';

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
