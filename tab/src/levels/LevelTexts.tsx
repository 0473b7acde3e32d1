import { areaTexts } from '../lib/area-texts';

/** The words of service levels. */
export const LevelTexts = areaTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
