import { dutyPages } from '../../../shared/strings/de/duty-pages';
import { freezeExceptions } from '../../../shared/strings/de/freeze-exceptions';
import { handovers } from '../../../shared/strings/de/handovers';
import { routing } from '../../../shared/strings/de/routing';

/** Words of these pages only. */
export const texts = { ...freezeExceptions, ...routing, ...handovers, ...dutyPages };
