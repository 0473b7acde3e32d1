import type { AutomationRule } from '../../shared/automation';
import type { Conditions } from '../../shared/kernel';
import { NOW } from './given';

let numbers = 0;

/** A rule on tickets that is switched on: what the test does not say is of no interest. */
export function rule(over: Partial<AutomationRule> = {}): AutomationRule {
  numbers += 1;
  return {
    id: `RUL${String(numbers).padStart(7, '0')}`, version: 1, createdAt: NOW, updatedAt: NOW, retired: false,
    name: `Rule ${numbers}`, subject: 'tickets', when: { kind: 'event', events: ['reported'] }, actions: [{ action: 'tickets.addNote', input: { text: 'Seen.' } }],
    order: numbers, isEnabled: true, ...over,
  };
}

export const onEvent = (...events: string[]): AutomationRule['when'] => ({ kind: 'event', events });
export const ifAll = (...group: Conditions[number]): Conditions => [group];
