import type { Directory } from '../catalog';
import { defineRegister, hasRole, isAgent, type Actor, type RegisterRecord } from '../kernel';
import { checkRule } from './check-rule';
import { automationRuleSchema } from './rule-schema';
import type { RuledPractices } from './subject';

export type AutomationRule = RegisterRecord<typeof automationRuleSchema>;

/** Rules act in everybody's name: whoever keeps the rest of the system keeps them. */
export const canKeepRules = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');
/** Whoever works tickets may see why something happened by itself. */
export const canSeeRules = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'administrator', 'manager', 'changeManager', 'auditor');

/** The register of rules over these practices. */
export const defineAutomationRules = (practices: RuledPractices) =>
  defineRegister({
    practice: 'automationRules',
    prefix: 'RUL',
    schema: automationRuleSchema,
    canRead: canSeeRules,
    canEdit: canKeepRules,
    check: (values, { config }) => checkRule(values, practices, config as Directory),
    sortKey: ({ subject, order, name }) => `${subject} ${String(order).padStart(4, '0')} ${name.toLowerCase()}`,
    searchText: ({ name, reason }) => ({ title: name, text: reason ?? '' }),
  });
