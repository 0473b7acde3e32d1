import { lateTexts } from '../lib/late-texts';

/** Gives pages below it the words of service levels. */
export const LevelTexts = lateTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
