import type { FieldProblem, Language, Refusal, Schema } from '../kernel';
import { relativeTime } from './dates';
import { hasText, labelText, translator } from './texts';

/** One problem in words: "Please fill this in." */
export function problemText(problem: FieldProblem, language: Language): string {
  return translator(language)(`problem.${problem.code}`, problem.params);
}

function fieldName(name: string, schema: Schema | undefined, language: Language): string {
  const field = schema && Object.hasOwn(schema, name) ? schema[name] : undefined;
  return field ? labelText(field.label, language) : name;
}

/**
 * A refusal as one sentence that says what to do next. `schema` gives field names their labels; `now` is an ISO instant.
 * An unknown code comes back as itself, so that a gap is seen and nothing breaks.
 */
export function refusalText(refusal: Refusal, language: Language, now: string, schema?: Schema): string {
  const t = translator(language);
  const key = `refusal.${refusal.code}`;
  if (!hasText(key)) return refusal.code;
  if (refusal.code === 'kernel.stale') return staleText(refusal, language, now);
  const problems = refusal.problems ?? [];
  const fields = problems
    .map((problem) => [fieldName(problem.field, schema, language), problemText(problem, language)].filter(Boolean).join(': '))
    .join(' ');
  return t(key, { ...refusal.params, count: problems.length, fields });
}

function staleText(refusal: Refusal, language: Language, now: string): string {
  const t = translator(language);
  const by = String(refusal.params?.by ?? '') || t('refusal.somebody');
  return t('refusal.kernel.stale', { by, ago: relativeTime(String(refusal.params?.at ?? now), now, language) });
}
