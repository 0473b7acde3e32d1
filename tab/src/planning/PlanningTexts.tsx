import { areaTexts } from '../lib/area-texts';

/** The words of planning and deciding, with those of what is planned and decided about. */
export const PlanningTexts = areaTexts({ en: () => import('./texts-en'), de: () => import('./texts-de') });
