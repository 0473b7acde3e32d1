// If this fails, somebody reads a raw key instead of a sentence, or an English one in a German card.
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { de } from '../../shared/strings/de';
import { en } from '../../shared/strings/en';
import { filesIn, read, treeOf, visit } from './source-files';

const keys = Object.keys(en) as (keyof typeof en)[];
const product = filesIn('shared', 'bot', 'tab/src').filter((file) => !/^shared\/(strings\/(en|de)|demo)\//.test(file));

/** What the source says about texts: whole keys, and the beginnings of keys that are put together. */
function literalsOf(isInteresting: (call: ts.CallExpression | ts.NewExpression) => ts.Expression | undefined): { file: string; text: string; isWhole: boolean }[] {
  return product.flatMap((file) => {
    const found: { file: string; text: string; isWhole: boolean }[] = [];
    const add = (argument: ts.Expression): void => {
      if (ts.isStringLiteralLike(argument)) found.push({ file, text: argument.text, isWhole: true });
      else if (ts.isTemplateExpression(argument)) found.push({ file, text: argument.head.text, isWhole: false });
      else if (ts.isConditionalExpression(argument)) [argument.whenTrue, argument.whenFalse].forEach(add);
    };
    visit(treeOf(file), (node) => {
      if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
      const argument = isInteresting(node);
      if (argument) add(argument);
    });
    return found;
  });
}

function callOf(...names: string[]) {
  return (node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined => (names.includes(node.expression.getText()) ? node.arguments?.[0] : undefined);
}

function parameters(text: string): string[] {
  const names = new Set<string>();
  const collect = (elements: readonly unknown[]): void => {
    for (const element of elements as { type: number; value?: string; options?: Record<string, { value: readonly unknown[] }> }[]) {
      if (element.type !== 0 && element.type !== 7 && element.value) names.add(element.value);
      for (const option of Object.values(element.options ?? {})) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}

test('English and German have the same keys', () => {
  expect(Object.keys(de).sort()).toEqual([...keys].sort());
});

test('no text is empty, and none has blanks around it', () => {
  const odd = keys.flatMap((key) => [en[key], de[key]].filter((text) => text.trim() === '' || text !== text.trim()).map((text) => `${key}: “${text}”`));
  expect(odd).toEqual([]);
});

test('every text is valid ICU MessageFormat and takes the same parameters in both languages', () => {
  for (const key of keys) expect({ key, parameters: parameters(de[key]) }).toEqual({ key, parameters: parameters(en[key]) });
});

test('a plural has the forms its language needs', () => {
  const plurals = keys.filter((key) => /,\s*plural\s*,/.test(en[key]) || /,\s*plural\s*,/.test(de[key]));
  expect(plurals.length).toBeGreaterThan(0);
  for (const key of plurals) {
    for (const text of [en[key], de[key]]) expect({ key, hasForms: /\b(one|=1)\s*\{/.test(text) && /\bother\s*\{/.test(text) }).toEqual({ key, hasForms: true });
  }
});

test('no two files of a language define the same key', () => {
  for (const language of ['en', 'de']) {
    const defined = filesIn(`shared/strings/${language}`).flatMap((file) => [...read(file).matchAll(/^\s*'([^']+)':/gm)].map((match) => match[1]));
    expect(defined.filter((key, index) => defined.indexOf(key) !== index)).toEqual([]);
  }
});

test('every key that the source asks for exists', () => {
  const asked = literalsOf(callOf('t'));
  const isKnown = ({ text, isWhole }: { text: string; isWhole: boolean }): boolean => (isWhole ? text in en : text === '' || keys.some((key) => key.startsWith(text)));
  expect(asked.filter((entry) => !isKnown(entry)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

test('every refusal has a sentence that says what to do', () => {
  const isOurs = (file: string): boolean => /import \{[^}]*\brefuse\b[^}]*\} from '[^']*\/(kernel|refusal)'/.test(read(file)) || file.startsWith('shared/kernel/');
  const refusals = literalsOf(callOf('refuse')).filter(({ file, isWhole }) => isWhole && isOurs(file));
  expect(refusals.length).toBeGreaterThan(20);
  expect(refusals.filter(({ text }) => !(`refusal.${text}` in en)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

test('every refusal sentence belongs to a refusal', () => {
  const sources = product.map(read).join('\n');
  const ofRefusals = keys.filter((key) => /^refusal\.\w+\.\w+$/.test(key));
  const orphans = ofRefusals.filter((key) => !sources.includes(`'${key.slice('refusal.'.length)}'`));
  expect(orphans).toEqual([]);
});

test('every field problem has a sentence', () => {
  const shared = filesIn('shared').filter((file) => !file.startsWith('shared/strings/'));
  const inFields = shared.flatMap((file) => [...read(file).matchAll(/\bfield: [^{}]*?\bcode: '(\w+)'/g)].map((match) => match[1]));
  const inParser = literalsOf(callOf('problem')).filter(({ file, isWhole }) => isWhole && file === 'shared/kernel/parse.ts').map(({ text }) => text);
  const codes = [...new Set([...inFields, ...inParser])];
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !(`problem.${code}` in en))).toEqual([]);
});

test('every error that people may see has a sentence', () => {
  // A bug is told with its correlation id, whatever its code.
  const codeOf = (node: ts.CallExpression | ts.NewExpression): ts.Expression | undefined => {
    const [kind, code] = node.expression.getText() === 'AppError' ? (node.arguments ?? []) : [];
    return kind?.getText() === "'bug'" ? undefined : code;
  };
  const codes = literalsOf(codeOf).filter(({ isWhole }) => isWhole);
  expect(codes.filter(({ text }) => !(`error.${text}` in en)).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});

test('every event of a ticket has a sentence in its history', () => {
  const types: string[] = [];
  visit(treeOf('shared/tickets/ticket-events.ts'), (node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== 'TicketEvent') return;
    visit(node, (inner) => {
      if (!ts.isPropertySignature(inner) || inner.name.getText() !== 'type' || !inner.type) return;
      visit(inner.type, (literal) => {
        if (ts.isStringLiteral(literal)) types.push(literal.text);
      });
    });
  });
  expect(types.length).toBeGreaterThan(20);
  expect(types.filter((type) => !keys.some((key) => key === `event.${type}` || key.startsWith(`event.${type}By`)))).toEqual([]);
});
