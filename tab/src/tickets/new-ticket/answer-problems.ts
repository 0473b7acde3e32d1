import type { Moment, Schema } from '../../../../shared/kernel';
import { parseInput } from '../../../../shared/kernel/parse';
import { filled } from '../../actions/types';
import type { Values } from '../../parts/schema-form/types';

type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What is wrong with a filled-in form, by field, in the words that the server would use. */
export function answerProblems(schema: Schema, values: Values, moment: Moment, t: Say, prefix = ''): Readonly<Record<string, string>> {
  const parsed = parseInput(schema, filled(values), moment);
  const found = 'problems' in parsed ? parsed.problems : [];
  return Object.fromEntries(found.map((problem) => [`${prefix}${problem.field}`, t(`problem.${problem.code}`, problem.params)]));
}
