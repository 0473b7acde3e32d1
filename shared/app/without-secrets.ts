import { isObject, type Schema } from '../kernel';
import { maskAll, maskUnder, type Masked, type SecretKind } from '../secrets';

/** Whatever is free to write; what has a pattern is checked against it and has no room for anything else. */
const isFree = ({ kind, pattern }: Schema[string]): boolean => kind === 'paragraph' || kind === 'structured' || (kind === 'text' && !pattern);

const labelsOf = ({ label }: Schema[string]): readonly string[] => (typeof label === 'string' ? [] : [label.en, ...(label.de ? [label.de] : [])]);

/** Answers to a form in which what was asked for announces the secret. */
function withoutAskedFor(form: Schema, answers: Readonly<Record<string, unknown>>): Masked<Readonly<Record<string, unknown>>> {
  const kinds: SecretKind[] = [];
  const masked = Object.entries(answers).map(([name, answer]): [string, unknown] => {
    const field = Object.hasOwn(form, name) ? form[name]! : undefined;
    if (typeof answer !== 'string' || !field || !isFree(field)) return [name, answer];
    const found = labelsOf(field).map((label) => maskUnder(label, answer)).find((under) => under.kinds.length > 0);
    kinds.push(...(found?.kinds ?? []));
    return [name, found?.value ?? answer];
  });
  return { value: Object.fromEntries(masked), kinds };
}

/**
 * The input without the secrets in what somebody wrote; `form` is what its `answers` belong to. It comes before the input is
 * checked: what is stored keeps to the limits of its field.
 */
export function withoutSecrets(schema: Schema, input: unknown, form?: Schema): Masked<unknown> {
  if (!isObject(input)) return { value: input, kinds: [] };
  const free = Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(schema, name) && isFree(schema[name]!)));
  const { value, kinds } = maskAll(free);
  const asked = form && isObject(value.answers) ? withoutAskedFor(form, value.answers) : undefined;
  const all = [...new Set([...kinds, ...(asked?.kinds ?? [])])];
  return all.length === 0 ? { value: input, kinds: all } : { value: { ...input, ...value, ...(asked && { answers: asked.value }) }, kinds: all };
}
