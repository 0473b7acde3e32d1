import { levelPages } from '../../../shared/strings/de/level-pages';
import { registers } from '../../../shared/strings/de/registers';
import { serviceLevels } from '../../../shared/strings/de/service-levels';

/** Words of these pages only. */
export const texts = { ...serviceLevels, ...levelPages, ...registers };
