import { lateTexts } from '../lib/late-texts';

/** Gives pages below it the words of everything that change managers keep. */
export const SetupTexts = lateTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
