import { dutyPages } from '../../../shared/strings/en/duty-pages';
import { freezeExceptions } from '../../../shared/strings/en/freeze-exceptions';
import { handovers } from '../../../shared/strings/en/handovers';
import { routing } from '../../../shared/strings/en/routing';

/** Words of these pages only. */
export const texts = { ...freezeExceptions, ...routing, ...handovers, ...dutyPages };
