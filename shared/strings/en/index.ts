import { fields } from './fields';
import { routing } from './routing';
import { assigning } from './assigning';
import { assigningPages } from './assigning-pages';
import { classifier } from './classifier';
import { classifierPages } from './classifier-pages';
import { tickets } from './tickets';
import { refusals } from './refusals';
import { secrets } from './secrets';
import { chat } from './chat';
import { tab } from './tab';
import { notices } from './notices';
import { api } from './api';
import { cli } from './cli';
import { registers } from './registers';
import { serviceLevels } from './service-levels';
import { clocks } from './clocks';
import { explain } from './explain';
import { levelPages } from './level-pages';
import { levelCli } from './level-cli';
import { classifyCli } from './classify-cli';
import { backupCli } from './backup-cli';
import { personCli } from './person-cli';
import { configuration } from './configuration';
import { approvals } from './approvals';
import { catalog } from './catalog';
import { catalogPages } from './catalog-pages';
import { scheduling } from './scheduling';
import { changes } from './changes';
import { changeTemplates } from './change-templates';
import { freezeExceptions } from './freeze-exceptions';
import { dutyPages } from './duty-pages';
import { handovers } from './handovers';
import { meetings } from './meetings';
import { changePages } from './change-pages';
import { changeAdminPages } from './change-admin-pages';
import { calendarPages } from './calendar-pages';
import { changeCards } from './change-cards';
import { changeChat } from './change-chat';
import { changeWords } from './change-words';
import { automation } from './automation';
import { automationPages } from './automation-pages';
import { announcements } from './announcements';
import { webhooks } from './webhooks';
import { deliveries } from './deliveries';
import { integrationKeys } from './integration-keys';
import { integrationKeyPages } from './integration-key-pages';
import { major } from './major';
import { majorChat } from './major-chat';

export const en = {
  ...fields,
  ...routing,
  ...assigning,
  ...assigningPages,
  ...classifier,
  ...classifierPages,
  ...tickets,
  ...refusals,
  ...secrets,
  ...chat,
  ...tab,
  ...notices,
  ...api,
  ...cli,
  ...registers,
  ...serviceLevels,
  ...clocks,
  ...explain,
  ...levelPages,
  ...levelCli,
  ...classifyCli,
  ...backupCli,
  ...personCli,
  ...configuration,
  ...approvals,
  ...catalog,
  ...catalogPages,
  ...scheduling,
  ...changes,
  ...changeTemplates,
  ...freezeExceptions,
  ...meetings,
  ...handovers,
  ...dutyPages,
  ...changePages,
  ...changeAdminPages,
  ...calendarPages,
  ...changeCards,
  ...changeChat,
  ...changeWords,
  ...automation,
  ...automationPages,
  ...announcements,
  ...webhooks,
  ...deliveries,
  ...integrationKeys,
  ...integrationKeyPages,
  ...major,
  ...majorChat,
};
