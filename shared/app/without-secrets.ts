import { isObject, type Schema } from '../kernel';
import { maskAll, type Masked } from '../secrets';

/** Whatever is free to write; what has a pattern is checked against it and has no room for anything else. */
const isFree = ({ kind, pattern }: Schema[string]): boolean => kind === 'paragraph' || kind === 'structured' || (kind === 'text' && !pattern);

/**
 * The input without the secrets in what somebody wrote. It comes before the input is checked: what is stored keeps to the
 * limits of its field.
 */
export function withoutSecrets(schema: Schema, input: unknown): Masked<unknown> {
  if (!isObject(input)) return { value: input, kinds: [] };
  const free = Object.fromEntries(Object.entries(input).filter(([name]) => Object.hasOwn(schema, name) && isFree(schema[name]!)));
  const { value, kinds } = maskAll(free);
  return kinds.length === 0 ? { value: input, kinds } : { value: { ...input, ...value }, kinds };
}
