import { parseInput, type Field, type FieldProblem, type Moment, type Schema } from '../kernel';
import type { Directory } from './directory';

export interface AnswerContext {
  readonly config: Directory;
  readonly moment: Moment;
  /** Files that come with the order, uploaded by whoever sends it. */
  readonly fileIds: readonly string[];
}

type Answers = Readonly<Record<string, unknown>>;

/** Does this answer point only at what is there? */
function isThere({ kind, of }: Field, id: string, { config, fileIds }: AnswerContext): boolean {
  switch (kind) {
    case 'person':
    case 'people':
      return config.person(id)?.retired === false;
    case 'group':
      return config.group(id)?.retired === false;
    case 'entry':
    case 'entries':
      return (of === 'services' ? config.service(id) : config.item(id))?.retired === false;
    case 'files':
      return fileIds.includes(id);
    default:
      return true;
  }
}

/**
 * Checks what was answered to an order form: the same for card, tab and API (domain.md 9.1). Answers to what is not asked for
 * are dropped. Problems name the field as `answers.<name>`.
 */
export function checkAnswers(form: Schema, answers: unknown, context: AnswerContext): { readonly value: Answers } | { readonly problems: readonly FieldProblem[] } {
  const parsed = parseInput(form, answers, context.moment);
  const found = 'problems' in parsed ? parsed.problems : [];
  const value: Answers = 'value' in parsed ? parsed.value : {};
  const lost = Object.entries(value).filter(([name, answer]) => !(Array.isArray(answer) ? answer : [answer]).every((id) => typeof id !== 'string' || isThere(form[name]!, id, context)));
  const problems = [...found, ...lost.map(([name]) => ({ field: name, code: 'notFound' }))];
  return problems.length > 0 ? { problems: problems.map((problem) => ({ ...problem, field: `answers.${problem.field}` })) } : { value };
}
