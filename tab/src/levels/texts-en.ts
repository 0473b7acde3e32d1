import { levelPages } from '../../../shared/strings/en/level-pages';
import { registers } from '../../../shared/strings/en/registers';
import { serviceLevels } from '../../../shared/strings/en/service-levels';

/** Words of these pages only. */
export const texts = { ...serviceLevels, ...levelPages, ...registers };
