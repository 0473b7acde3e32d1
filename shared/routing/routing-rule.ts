import type { Directory } from '../catalog';
import { checkConditions, conditionsHold, defineRegister, hasRole, isAgent, once, phraseFinder, wordsOf, type ConditionFields, type DecideContext, type FieldProblem, type RegisterRecord } from '../kernel';
import { isSupportGroup } from './support-group';
import { routingRuleSchema, RULE_FIELDS } from './routing-rule-schema';

export type RoutingRule = RegisterRecord<typeof routingRuleSchema>;

/** A ticket as rules see it. */
export interface RoutedWork {
  readonly kind?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly offeringId?: string | undefined;
  readonly priority?: string | undefined;
  readonly requesterId?: string | undefined;
  readonly channel?: string | undefined;
  /** Title and description. */
  readonly text?: string | undefined;
}

const FIELDS: ReadonlySet<string> = new Set(RULE_FIELDS);
/** No rule needs to read a novel. */
const MAX_WORDS = 400;

function checkRule({ conditions, groupId }: Readonly<Record<string, unknown>>, { config }: DecideContext<unknown>): readonly FieldProblem[] {
  const directory = config as Directory;
  const problems = [...checkConditions('conditions', conditions, FIELDS)];
  if (Array.isArray(conditions) && conditions.length === 0) problems.push({ field: 'conditions', code: 'badConditions' });
  if (!isSupportGroup(directory.group(groupId as string))) problems.push({ field: 'groupId', code: 'notFound' });
  return problems;
}

export const routingRulesPractice = defineRegister({
  practice: 'routingRules',
  prefix: 'RTE',
  schema: routingRuleSchema,
  // What sends tickets somewhere may name customers, projects and people.
  canRead: (actor) => isAgent(actor) || hasRole(actor, 'administrator', 'auditor'),
  canEdit: (actor) => hasRole(actor, 'administrator', 'system'),
  check: checkRule,
  sortKey: (rule) => String(rule.order).padStart(4, '0'),
});

/** A category with everything above it. */
function branchOf(directory: Directory, id: string | undefined): readonly string[] {
  const found: string[] = [];
  for (let entry = directory.category(id); entry && !found.includes(entry.id); entry = directory.category(entry.parentId)) found.push(entry.id);
  return found;
}

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
}

/** Taken apart once: a changed rule is a new object. */
const phrasesOf = once((rule: RoutingRule): readonly Phrase[] => {
  const texts = rule.conditions.flat().flatMap(({ field, is = [], isNot = [] }) => (field === 'words' ? [...is, ...isNot] : []));
  return [...new Set(texts)].map((text) => ({ text, words: wordsOf(text) }));
});

/** What conditions compare with; of the words those of `phrases` that occur in the text. */
function fieldsOf(directory: Directory, work: RoutedWork, phrases: readonly Phrase[]): ConditionFields {
  const { kind, offeringId, priority, requesterId, channel, text = '' } = work;
  const requester = directory.person(requesterId);
  const finds = phrases.length > 0 ? phraseFinder(wordsOf(text).slice(0, MAX_WORDS)) : () => false;
  return {
    kind, offeringId, priority, requesterId, channel,
    categoryId: branchOf(directory, work.categoryId ?? directory.offering(offeringId)?.categoryId),
    site: requester?.site, department: requester?.department, language: requester?.language, isVip: requester?.isVip ? 'true' : undefined,
    words: phrases.filter(({ words }) => finds(words)).map((phrase) => phrase.text),
  };
}

/** The rules that count, the first one first. */
export function rulesInOrder(rules: Iterable<RoutingRule>): readonly RoutingRule[] {
  return [...rules].filter(({ retired }) => !retired).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The first rule that holds and whose group still takes tickets. */
export function firstRule(rules: readonly RoutingRule[], work: RoutedWork, directory: Directory): RoutingRule | undefined {
  if (rules.length === 0) return undefined;
  const fields = fieldsOf(directory, work, rules.flatMap(phrasesOf));
  return rules.find((rule) => isSupportGroup(directory.group(rule.groupId)) && conditionsHold(rule.conditions, fields));
}
