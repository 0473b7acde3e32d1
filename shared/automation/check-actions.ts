import type { CheckAction, Directory } from '../catalog';
import { isObject, parseInput, type Field, type FieldProblem, type Schema } from '../kernel';
import { fillInput, instantAfter, placeholdersOf } from './placeholders';
import { verbsOf, verbsWithin, type RuledPractice } from './subject';

const MAX_ACTIONS = 10;
/** Stands for a value that is known only when it runs. */
const SAMPLE = 'PER0000001';
const SOME_INSTANT = '2000-01-01T00:00:00.000Z';

type Raw = Readonly<Record<string, unknown>>;

/** Does what an input names exist? What is filled in when it runs is not known yet. */
function isThere({ kind, of }: Field, value: unknown, config: Directory): boolean {
  if (typeof value !== 'string' || value.includes('{{')) return true;
  switch (kind) {
    case 'group':
      return config.group(value)?.retired === false;
    case 'person':
      return config.person(value)?.retired === false;
    case 'category':
      return config.category(value) !== undefined;
    case 'offering':
      return config.offering(value) !== undefined;
    case 'entry': {
      const entry = config.summary(value) as { readonly practice: string; readonly retired?: boolean } | undefined;
      return entry?.practice === of && entry?.retired === false;
    }
    default:
      return true;
  }
}

function inputProblems(schema: Schema, input: Raw, place: number, known: readonly string[], config: Directory): readonly FieldProblem[] {
  const at = (field: string): string => `actions.${place}.${field}`;
  const stranger = placeholdersOf(input).find((name) => !known.includes(name));
  if (stranger !== undefined) return [{ field: at('input'), code: 'rule.unknownPlaceholder', params: { name: stranger } }];
  const values = Object.fromEntries(known.map((name) => [name, SAMPLE]));
  const parsed = parseInput(schema, fillInput(input, values, SOME_INSTANT));
  if ('problems' in parsed) return parsed.problems.map((problem) => ({ ...problem, field: at(problem.field) }));
  const missing = Object.entries(schema).find(([name, field]) => !isThere(field, input[name], config));
  if (missing) return [{ field: at(missing[0]), code: 'notFound' }];
  // A fixed day would be over soon, and the rule would be refused for ever.
  const fixed = Object.entries(schema).find(([name, { kind }]) => kind === 'dateTime' && typeof input[name] === 'string' && !instantAfter(input[name], SOME_INSTANT));
  return fixed ? [{ field: at(fixed[0]), code: 'rule.fixedDate' }] : [];
}

export interface Allowed {
  readonly verbs: readonly string[];
  readonly placeholders: readonly string[];
}

/** What is wrong with a list of actions that rules or macros shall do; by default what rules may do is allowed. */
export function actionsProblems(
  actions: unknown, practice: RuledPractice, config: Directory, { verbs, placeholders }: Allowed = { verbs: verbsOf(practice), placeholders: practice.automation.placeholders },
): readonly FieldProblem[] {
  if (!Array.isArray(actions) || actions.length === 0) return [{ field: 'actions', code: 'rule.noActions' }];
  if (actions.length > MAX_ACTIONS) return [{ field: 'actions', code: 'tooMany', params: { max: MAX_ACTIONS } }];
  return actions.flatMap((step: unknown, place): readonly FieldProblem[] => {
    if (!isObject(step) || typeof step.action !== 'string' || !isObject(step.input) || Object.keys(step).length > 2) return [{ field: `actions.${place}`, code: 'notStructured' }];
    const { action: name, input } = step;
    const action = practice.actions.find((entry) => entry.name === name);
    const isAllowed = action && verbs.includes(name.slice(name.indexOf('.') + 1));
    if (!isAllowed) return [{ field: `actions.${place}.action`, code: 'rule.actionNotAllowed', params: { name: name.slice(0, 60) } }];
    return inputProblems(action.schema as Schema, input, place, placeholders, config);
  });
}

/** What is wrong with an action that a plan of the catalog does by itself: what rules may do is allowed, as far as it needs no other record. */
export const checkActionOf = (practice: RuledPractice): CheckAction => ({ action, input }, config) =>
  actionsProblems([{ action, input }], practice, config, { verbs: verbsWithin(practice), placeholders: practice.automation.placeholders })
    .map((problem) => ({ ...problem, field: problem.field.split('.').slice(2).join('.') || problem.field }));
