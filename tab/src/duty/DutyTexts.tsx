import { areaTexts } from '../lib/area-texts';

/** The words of duty: shifts, swaps and handovers. */
export const DutyTexts = areaTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
