import { areaTexts } from '../lib/area-texts';

/** Gives pages below it the words of everything that change managers keep. */
export const SetupTexts = areaTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
