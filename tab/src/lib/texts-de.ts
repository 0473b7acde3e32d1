import { assigning } from '../../../shared/strings/de/assigning';
import { catalog } from '../../../shared/strings/de/catalog';
import { classifier } from '../../../shared/strings/de/classifier';
import { clocks } from '../../../shared/strings/de/clocks';
import { deliveries } from '../../../shared/strings/de/deliveries';
import { fields } from '../../../shared/strings/de/fields';
import { major } from '../../../shared/strings/de/major';
import { refusals } from '../../../shared/strings/de/refusals';
import { secrets } from '../../../shared/strings/de/secrets';
import { tab } from '../../../shared/strings/de/tab';
import { tickets } from '../../../shared/strings/de/tickets';
import { webhooks } from '../../../shared/strings/de/webhooks';

/** What the tab shows; the texts of chat and command line stay on the server. */
export const texts = { ...fields, ...tickets, ...refusals, ...secrets, ...tab, ...clocks, ...assigning, ...catalog, ...classifier, ...major, ...deliveries, ...webhooks };
