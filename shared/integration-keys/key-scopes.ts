import { EVERYTHING, wholePractice, type FieldProblem } from '../kernel';

/** What keys can be made for. */
export interface KeyVocabulary {
  readonly practices: readonly string[];
  /** `needsReading`: it works on a record that is there already. */
  readonly actions: readonly { readonly name: string; readonly needsReading: boolean }[];
}

const MOST_SCOPES = 200;

const isNames = (value: unknown): value is readonly string[] => Array.isArray(value) && value.length <= MOST_SCOPES && value.every((entry) => typeof entry === 'string');

const twice = (names: readonly string[]): boolean => new Set(names).size !== names.length;

/** What is wrong with the scopes of a key: names that are not there, nothing at all, or an action on records that it may not read. */
export function scopeProblems({ reads = [], actions = [] }: Readonly<Record<string, unknown>>, vocabulary: KeyVocabulary): readonly FieldProblem[] {
  const problem = (field: string, code: string, params?: Readonly<Record<string, string>>): readonly FieldProblem[] => [{ field, code, ...(params && { params }) }];
  if (!isNames(reads) || twice(reads)) return problem('reads', 'key.notNames');
  if (!isNames(actions) || twice(actions)) return problem('actions', 'key.notNames');
  if (reads.length + actions.length === 0) return problem('actions', 'key.forNothing');
  const unknownRead = reads.find((name) => name !== EVERYTHING && !vocabulary.practices.includes(name));
  if (unknownRead !== undefined) return problem('reads', 'key.unknownName', { name: unknownRead.slice(0, 80) });
  const meant = (scope: string): KeyVocabulary['actions'] => vocabulary.actions.filter(({ name }) => name === scope || wholePractice(name) === scope);
  const unknownAction = actions.find((name) => meant(name).length === 0);
  if (unknownAction !== undefined) return problem('actions', 'key.unknownName', { name: unknownAction.slice(0, 80) });
  const isRead = (scope: string): boolean => reads.includes(EVERYTHING) || reads.includes(scope.split('.')[0] ?? '');
  const blind = actions.find((scope) => !isRead(scope) && meant(scope).some(({ needsReading }) => needsReading));
  return blind === undefined ? [] : problem('reads', 'key.needsReading', { name: blind });
}
