import { areaTexts } from '../lib/area-texts';

/** The words of changes, of what they touch, and of what decides about them. */
export const ChangeTexts = areaTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
