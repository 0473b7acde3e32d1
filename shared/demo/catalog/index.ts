import { ACCOUNT_OFFERINGS } from './offerings-accounts';
import { DEVICE_OFFERINGS } from './offerings-devices';
import { PEOPLE_OFFERINGS } from './offerings-people';
import { SOFTWARE_OFFERINGS } from './offerings-software';
import type { DemoOffering } from './offering-type';

export { FULFILLMENT } from './fulfillment';
export { AGREEMENTS, BUSINESS_DAY_MINUTES, type DemoAgreement } from './agreements';
export { CALENDARS, type DemoCalendar } from './calendars';
export { CATEGORIES } from './categories';
export { TOPICS_OF } from './topics';
export { type DemoCategory } from './category-row';
export { type DemoOffering } from './offering-type';

/** The 25 things people can order (domain.md 9.1). */
export const OFFERINGS: readonly DemoOffering[] = [...ACCOUNT_OFFERINGS, ...DEVICE_OFFERINGS, ...SOFTWARE_OFFERINGS, ...PEOPLE_OFFERINGS];
