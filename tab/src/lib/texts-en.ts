import { assigning } from '../../../shared/strings/en/assigning';
import { catalog } from '../../../shared/strings/en/catalog';
import { classifier } from '../../../shared/strings/en/classifier';
import { clocks } from '../../../shared/strings/en/clocks';
import { deliveries } from '../../../shared/strings/en/deliveries';
import { fields } from '../../../shared/strings/en/fields';
import { major } from '../../../shared/strings/en/major';
import { refusals } from '../../../shared/strings/en/refusals';
import { secrets } from '../../../shared/strings/en/secrets';
import { tab } from '../../../shared/strings/en/tab';
import { tickets } from '../../../shared/strings/en/tickets';
import { webhooks } from '../../../shared/strings/en/webhooks';

/** What the tab shows; the texts of chat and command line stay on the server. */
export const texts = { ...fields, ...tickets, ...refusals, ...secrets, ...tab, ...clocks, ...assigning, ...catalog, ...classifier, ...major, ...deliveries, ...webhooks };
