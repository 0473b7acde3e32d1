import { defineRegister, hasRole, type Actor, type RegisterRecord } from '../kernel';
import { checkSkills } from '../people';
import { checkChangeSettings } from './change-settings';
import { categorySchema, settingsSchema } from './catalog-schema';

export type Category = RegisterRecord<typeof categorySchema>;
export type Settings = RegisterRecord<typeof settingsSchema>;

const canEdit = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');

export const categoriesPractice = defineRegister({
  practice: 'categories',
  prefix: 'CAT',
  schema: categorySchema,
  canRead: () => true,
  canEdit,
  check: checkSkills,
  sortKey: (entry) => entry.name.toLowerCase(),
});

export const settingsPractice = defineRegister({
  practice: 'settings',
  prefix: 'SET',
  schema: settingsSchema,
  canRead: () => true,
  canEdit,
  check: checkChangeSettings,
  sortKey: (entry) => entry.name,
});
