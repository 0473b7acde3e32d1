// If this fails, an action exists that some surface cannot show: a button without words, a field without a label, a path that answers to nobody.
import { allActions, findAction, findList, practiceOf, practices, type AnyAction } from '../../shared/app';
import { formatId, type Label, type Schema } from '../../shared/kernel';
import { hasText } from '../../shared/strings';

const actions = allActions();
const offered = actions.filter((action) => !action.internal);
const lists = practices.flatMap((practice) => practice.lists.map((list) => ({ ...list, practice: practice.name })));

/** Every text key that drawing this schema needs. */
function textKeys(schema: Schema): string[] {
  const isKey = (label: Label | undefined): label is string => typeof label === 'string';
  return Object.values(schema).flatMap((field) => [field.label, field.help, ...(field.options ?? []).map((option) => option.label)].filter(isKey));
}

const schemas: [string, Schema][] = [
  ...actions.map((action): [string, Schema] => [action.name, action.schema as Schema]),
  ...lists.map((list): [string, Schema] => [`list ${list.name}`, list.filters]),
];

test('there are practices with actions', () => {
  expect(practices.map((practice) => practice.name)).toContain('tickets');
  expect(actions.length).toBeGreaterThan(40);
});

test('action names are `practice.verbNoun`, each one once', () => {
  const names = actions.map((action) => action.name);
  expect(names.filter((name) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const practice of practices) {
    for (const action of practice.actions) expect(action.name.split('.')[0]).toBe(practice.name);
  }
});

test('practices, prefixes and lists have one owner each', () => {
  const doubled = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);
  expect(doubled(practices.map((practice) => practice.name))).toEqual([]);
  expect(doubled(practices.flatMap((practice) => practice.prefixes))).toEqual([]);
  expect(doubled(lists.map((list) => list.name))).toEqual([]);
});

test('the registry finds what it holds', () => {
  for (const action of actions) expect(findAction(action.name)?.action).toBe(action);
  for (const list of lists) expect(findList(list.name)?.practice.name).toBe(list.practice);
  for (const practice of practices) {
    for (const prefix of practice.prefixes) expect(practiceOf(formatId(prefix, 1))).toBe(practice);
  }
});

test('every offered action has a name for its button', () => {
  expect(offered.map((action) => `action.${action.name}`).filter((key) => !hasText(key))).toEqual([]);
});

test.each(schemas)('every field of %s has its texts', (_name, schema) => {
  expect(textKeys(schema).filter((key) => !hasText(key))).toEqual([]);
});

test.each(schemas)('conditions in %s point at fields and values that exist', (_name, schema) => {
  for (const field of Object.values(schema)) {
    for (const { field: name, is = [], isNot = [] } of field.visibleIf?.flat() ?? []) {
      const other = schema[name];
      expect(other).toBeDefined();
      const values = other?.options?.map((option) => option.value);
      if (values) expect([...is, ...isNot].filter((value) => !values.includes(value))).toEqual([]);
    }
  }
});

test('an action that makes a record says which prefix its id gets', () => {
  const prefixesOf = new Map(practices.map((practice) => [practice.name, practice.prefixes]));
  for (const action of actions as AnyAction[]) {
    if (!action.creates) continue;
    expect(prefixesOf.get(action.name.split('.')[0] ?? '')).toContain(action.creates({}));
  }
});

test('timers and lists of a practice point at actions and sorts that exist', () => {
  for (const practice of practices) {
    for (const timer of Object.values(practice.timers ?? {})) expect(findAction(timer.action)?.practice).toBe(practice);
  }
  for (const list of lists) {
    if (list.source === 'desk') expect(list.includes).toBeDefined();
    if (list.source === 'stored') expect(list.storedAs).toBeDefined();
  }
});
