import type { DemoCategory } from './category-row';
import { COMMUNICATION_CATEGORIES } from './categories-communication';
import { SYSTEM_CATEGORIES } from './categories-systems';
import { WORKPLACE_CATEGORIES } from './categories-workplace';

/** The whole tree, every parent before its children. */
export const CATEGORIES: readonly DemoCategory[] = [...WORKPLACE_CATEGORIES, ...COMMUNICATION_CATEGORIES, ...SYSTEM_CATEGORIES];
