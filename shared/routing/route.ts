import type { Directory } from '../catalog';
import { firstRule, rulesInOrder, type RoutedWork, type RoutingRule } from './routing-rule';
import { isSupportGroup } from './support-group';

export interface Route {
  readonly groupId?: string;
  /** Why this group, a text key below `routing.`. */
  readonly because: 'rule' | 'category' | 'parentCategory' | 'offering' | 'fallback' | 'nobody';
  /** The rule that hit: its number, and its name as it was. */
  readonly rule?: { readonly id: string; readonly name: string };
}

/** The rules of the organization in their order. */
export const routingRules = (directory: Directory): readonly RoutingRule[] =>
  rulesInOrder(directory.summaries('routingRules') as Iterable<unknown> as Iterable<RoutingRule>);

/** The support group for a new ticket: rules, offering, category, parent category, fallback (domain.md 6.1, step 1). */
export function routeToGroup(directory: Directory, work: RoutedWork): Route {
  const rule = firstRule(routingRules(directory), work, directory);
  if (rule) return { groupId: rule.groupId, because: 'rule', rule: { id: rule.id, name: rule.name } };
  const offering = directory.offering(work.offeringId);
  const category = directory.category(work.categoryId ?? offering?.categoryId);
  const parent = directory.category(category?.parentId);
  const chain = [
    { groupId: offering?.groupId, because: 'offering' },
    { groupId: category?.groupId, because: 'category' },
    { groupId: parent?.groupId, because: 'parentCategory' },
    { groupId: directory.settings().fallbackGroupId, because: 'fallback' },
  ] as const;
  const found = chain.find(({ groupId }) => isSupportGroup(directory.group(groupId)));
  return found?.groupId ? { groupId: found.groupId, because: found.because } : { because: 'nobody' };
}
