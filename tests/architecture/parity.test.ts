// If this fails, one surface offers what another does not know: a button without an action, an action that the API hides, a form with other fields.
import ts from 'typescript';
import { openApiDocument } from '../../bot/api/openapi';
import { CARD_VERBS } from '../../bot/cards/parts/actions';
import { allActions, practices } from '../../shared/app';
import { en } from '../../shared/strings/en';
import { PRACTICE_FORMS } from '../../tab/src/actions/practice-forms';
import { filesIn, treeOf, visit } from './source-files';

interface Document {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly operationId: string; readonly requestBody: unknown } }>>;
}

const actions = allActions();
const offered = actions.filter((action) => !action.internal);
const listNames = practices.flatMap((practice) => practice.lists.map((list) => list.name));
const document = openApiDocument({ isDevelopment: true, publicUrl: 'http://localhost' }, 'en') as Document;

test('the API has one path for every offered action, named like it, and none for an internal one', () => {
  const paths = Object.entries(document.paths).filter(([path]) => /^\/api\/\w+\.\w+$/.test(path));
  expect(paths.map(([path]) => path.slice('/api/'.length)).sort()).toEqual(offered.map((action) => action.name).sort());
  for (const [path, { post }] of paths) expect(post?.operationId).toBe(path.slice('/api/'.length));
});

test('the API has every list and every practice', () => {
  const wanted = [...listNames.map((name) => `/api/lists/${name}`), ...practices.map((practice) => `/api/${practice.name}/{id}`)];
  expect(wanted.filter((path) => !(path in document.paths))).toEqual([]);
});

test('the document names every field of every action', () => {
  for (const action of offered) {
    const body = JSON.stringify(document.paths[`/api/${action.name}`]?.post?.requestBody);
    expect({ action: action.name, missing: Object.keys(action.schema as object).filter((field) => !body.includes(`"${field}"`)) }).toEqual({ action: action.name, missing: [] });
  }
});

test.each(['tickets', 'changes'])('the forms of the tab are the schemas of the registry: %s', (practice) => {
  const forms = PRACTICE_FORMS[practice]?.schemas ?? {};
  // A new ticket has a page of its own; everything else is a form on a record.
  const asked = offered.filter(({ name }) => name.startsWith(`${practice}.`) && name !== 'tickets.report');
  expect(Object.keys(forms).sort()).toEqual(asked.map(({ name }) => name).sort());
  for (const { name, schema } of asked) expect({ name, schema: forms[name] }).toEqual({ name, schema: schema as unknown });
});

test('the tab has no form for an action that does not exist', () => {
  const names = Object.values(PRACTICE_FORMS).flatMap(({ schemas }) => Object.keys(schemas));
  expect(names.filter((name) => !offered.some((action) => action.name === name))).toEqual([]);
});

test('card verbs that only look around cannot be mistaken for actions', () => {
  expect(CARD_VERBS.filter((verb) => !verb.startsWith('card.') || actions.some((action) => action.name === verb))).toEqual([]);
});

test('every action and list that a surface names exists', () => {
  // Imports keep the history of another tool; nobody can ask for that by name.
  const known = new Set([...actions.map((action) => action.name), ...listNames, ...CARD_VERBS, ...Object.keys(en), 'tickets.import']);
  const isKnown = (text: string): boolean => known.has(text) || known.has(`refusal.${text}`) || known.has(`error.${text}`);
  const looksLikeName = new RegExp(`^(card|${practices.map((practice) => practice.name).join('|')})\\.[a-z]\\w*$`);
  const unknown: string[] = [];
  for (const file of [...filesIn('bot', 'tab/src'), ...filesIn('shared').filter((name) => !name.startsWith('shared/strings/'))]) {
    visit(treeOf(file), (node) => {
      if (ts.isStringLiteral(node) && looksLikeName.test(node.text) && !isKnown(node.text)) unknown.push(`${file}: ${node.text}`);
    });
  }
  expect(unknown).toEqual([]);
});

test('the API has no rule of its own: it names no action', () => {
  const names = new Set(actions.map((action) => action.name));
  const found: string[] = [];
  for (const file of filesIn('bot/api')) {
    visit(treeOf(file), (node) => {
      if (ts.isStringLiteral(node) && names.has(node.text)) found.push(`${file}: ${node.text}`);
    });
  }
  expect(found).toEqual([]);
});

test('records change through `perform` only: no surface writes events', () => {
  const found: string[] = [];
  // An import writes history that happened elsewhere, long ago and by other rules.
  for (const file of filesIn('bot', 'tab/src').filter((name) => !name.startsWith('bot/cli/import/'))) {
    visit(treeOf(file), (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'commitEvents') found.push(file);
    });
  }
  expect(found).toEqual([]);
});
