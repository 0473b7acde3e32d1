import { group, number, paragraph, structured, text, type Conditions } from '../kernel';

/** What a rule may look at. A category stands for everything below it; `words` are words and phrases in title and description. */
export const RULE_FIELDS = ['kind', 'categoryId', 'offeringId', 'priority', 'words', 'site', 'department', 'language', 'channel', 'isVip', 'requesterId'] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** Of the rules in their order the first whose conditions hold says which group gets a new ticket (domain.md 6.1, step 1). */
export const routingRuleSchema = {
  name: text({ label: 'field.routingRule.name', required: true, max: 100 }),
  description: paragraph({ label: 'field.routingRule.description', max: 500 }),
  /** The lowest order comes first. */
  order: number({ label: 'field.routingRule.order', help: 'help.routingRule.order', required: true, atLeast: 1, atMost: 9_999 }),
  conditions: structured<Conditions>()({ label: 'field.routingRule.conditions', required: true, max: 20_000 }),
  groupId: group({ label: 'field.routingRule.group', required: true }),
};
