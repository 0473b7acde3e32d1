import { defineRegister, hasRole, isAgent, type Actor, type RegisterRecord } from '../kernel';
import { freezeSchema, maintenanceWindowSchema } from './window-schema';
import { checkWindow } from './window-check';

export type Freeze = RegisterRecord<typeof freezeSchema>;
export type MaintenanceWindow = RegisterRecord<typeof maintenanceWindowSchema>;

const canRead = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'changeManager', 'manager', 'approver', 'administrator', 'auditor');
const canEdit = (actor: Actor): boolean => hasRole(actor, 'changeManager', 'administrator', 'system');

export const freezesPractice = defineRegister({
  practice: 'freezes',
  prefix: 'FRZ',
  schema: freezeSchema,
  canRead,
  canEdit,
  check: checkWindow,
  takesPlace: true,
  sortKey: (entry) => entry.name.toLowerCase(),
});

export const maintenanceWindowsPractice = defineRegister({
  practice: 'maintenanceWindows',
  prefix: 'MWI',
  schema: maintenanceWindowSchema,
  canRead,
  canEdit,
  check: checkWindow,
  takesPlace: true,
  sortKey: (entry) => entry.name.toLowerCase(),
});
