import { LOCKABLE } from '../../../../shared/change-templates/change-template-schema';
import { changeFields } from '../../../../shared/changes/change-schema';
import { category, type Schema } from '../../../../shared/kernel/schema';

// When it is done is decided for each change anew.
const { plannedStart: _start, plannedEnd: _end, ...repeatable } = changeFields;

/** What a template can say about the changes that are made from it, as the tab asks for it. */
export const VALUE_FIELDS: Schema = { ...repeatable, categoryId: category({ label: changeFields.categoryId.label }) };

const QUESTIONS = ['experience', 'complexity', 'recoverability', 'testing', 'visibility', 'coordination'];

export const VALUE_GROUPS: readonly { readonly title: string; readonly fields: readonly string[] }[] = [
  { title: 'setup.templates.what', fields: ['title', 'description', 'reason', 'categoryId', 'groupId', 'implementerId', 'serviceIds', 'itemIds'] },
  { title: 'setup.templates.plan', fields: ['implementationPlan', 'testPlan', 'backoutPlan', 'isBackoutTested'] },
  { title: 'setup.templates.impact', fields: ['impact', 'reach', 'isOutage', 'outageMinutes', 'isVendorInvolved'] },
  { title: 'setup.templates.questions', fields: QUESTIONS },
];

export const isLockable = (name: string): boolean => (LOCKABLE as readonly string[]).includes(name);
