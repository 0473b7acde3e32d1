import type { Condition, ConditionFields, Fact } from '../kernel';

/** What is known of one fact: values it has or has not, and between which numbers it lies. */
interface Known {
  readonly is?: readonly string[];
  readonly isNot: readonly string[];
  readonly atLeast: number;
  readonly atMost: number;
}

/** What is known of the facts of a record. A fact that is not there can be anything. */
export type Constraints = ReadonlyMap<string, Known>;

const ANYTHING: Known = { isNot: [], atLeast: -Infinity, atMost: Infinity };
/** Of these a record can have several at once, so two conditions never exclude each other. */
const SEVERAL: readonly Fact['kind'][] = ['words', 'category'];

function both(known: Known, { is, isNot = [], atLeast = -Infinity, atMost = Infinity }: Omit<Condition, 'field'>): Known {
  const values = known.is && is ? known.is.filter((value) => is.includes(value)) : (known.is ?? is);
  return {
    ...(values && { is: values }), isNot: [...known.isNot, ...isNot],
    atLeast: Math.max(known.atLeast, atLeast), atMost: Math.min(known.atMost, atMost),
  };
}

function isPossible({ is, isNot, atLeast, atMost }: Known): boolean {
  if (atLeast > atMost) return false;
  if (!is) return true;
  const hasBounds = atLeast !== -Infinity || atMost !== Infinity;
  return is.some((value) => !isNot.includes(value) && (!hasBounds || (Number(value) >= atLeast && Number(value) <= atMost)));
}

const isSeveral = (field: string, facts: readonly Fact[]): boolean => SEVERAL.includes(facts.find(({ name }) => name === field)?.kind ?? 'text');

/** What a group of conditions says, with what was known before; undefined when both cannot be. */
export function constrain(before: Constraints, group: readonly Condition[], facts: readonly Fact[]): Constraints | undefined {
  const known = new Map(before);
  for (const { field, ...condition } of group) {
    if (isSeveral(field, facts)) continue;
    const next = both(known.get(field) ?? ANYTHING, condition);
    if (!isPossible(next)) return undefined;
    known.set(field, next);
  }
  return known;
}

/** What is known after an action: what it changes is forgotten, what its input says is known. */
export function afterAction(before: Constraints, changes: readonly string[], after: ConditionFields): Constraints {
  const known = new Map([...before].filter(([field]) => !changes.includes(field)));
  for (const [field, value] of Object.entries(after)) {
    if (typeof value === 'string') known.set(field, { ...ANYTHING, is: [value] });
  }
  return known;
}
