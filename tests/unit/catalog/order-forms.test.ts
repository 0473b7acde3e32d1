// If this fails, an order is accepted in Teams and refused in the tab or by the API, or people are told different things about the same mistake.
import fc from 'fast-check';
import { orderCard, askedOnCard } from '../../../bot/cards/tickets/draft-end-cards';
import { readFormData } from '../../../bot/cards/parts/form-data';
import { readerOf } from '../../../bot/cards/parts/ticket-words';
import { refusalReply } from '../../../bot/api/refusals';
import { checkAnswers } from '../../../shared/catalog';
import { conditionsHold, formProblems, MAX_FORM_CHARS, parseInput, when, type Conditions, type Field, type FieldProblem, type Language, type Schema } from '../../../shared/kernel';
import { problemText, refusalText, translator } from '../../../shared/strings';
import { answerProblems } from '../../../tab/src/tickets/new-ticket/answer-problems';
import { actor, alice, bob, givenDesk, NOW } from '../../_support/given';

const LANGUAGES = ['en', 'de'] as const;
const { directory } = givenDesk();
const moment = { now: NOW, zone: 'UTC' };
const label = { en: 'Question', de: 'Frage' };
const options = ['red', 'blue', 'green'].map((value) => ({ value, label: { en: value, de: value } }));

/** A field and the answers that people may give to it, good and bad, as the tab has them. */
type Asked = readonly [field: Field, answers: fc.Arbitrary<unknown>];

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ max: fc.integer({ min: 3, max: 40 }), min: fc.integer({ min: 1, max: 3 }) }).map((limits): Asked => [{ kind: 'text', label, ...limits }, fc.oneof(fc.string({ maxLength: 50 }), fc.constant('a\nb'), fc.constant('  '))]),
  fc.constantFrom('mail', 'url', 'phone', 'network', 'recordNumber').map((pattern): Asked => [{ kind: 'text', label, pattern }, fc.constantFrom('ada@contoso.example', 'https://contoso.example/a', '+49 40 123', '10.0.0.0/8', 'CHG0000001', 'nonsense of all kinds', '')]),
  fc.constant<Asked>([{ kind: 'paragraph', label, max: 30 }, fc.string({ maxLength: 60 })]),
  fc.boolean().map((isWhole): Asked => [{ kind: 'number', label, atLeast: 1, atMost: 20, isWhole }, fc.oneof(fc.integer({ min: -3, max: 25 }), fc.constantFrom(2.5, 'many', ''))]),
  fc.constant<Asked>([{ kind: 'money', label, atLeast: 0, atMost: 5_000 }, fc.oneof(fc.integer({ min: -5, max: 6_000 }), fc.constantFrom(10.25, 10.255, 'free'))]),
  fc.constant<Asked>([{ kind: 'choice', label, options }, fc.constantFrom('red', 'blue', 'green', 'pink', '')]),
  fc.constant<Asked>([{ kind: 'multiChoice', label, options, max: 2 }, fc.subarray(['red', 'blue', 'green', 'pink'])]),
  fc.constant<Asked>([{ kind: 'yesNo', label }, fc.constantFrom(true, false, 'maybe', undefined)]),
  fc.constantFrom(undefined, 30).map((withinDays): Asked => [{ kind: 'date', label, notBefore: 'today', ...(withinDays && { withinDays }) }, fc.constantFrom('2026-11-19', '2026-11-20', '2026-12-24', '2027-06-01', '2026-02-30', 'soon', '')]),
  fc.constant<Asked>([{ kind: 'dateTime', label, notBefore: 'today' }, fc.constantFrom('2026-11-20T11:00:00.000Z', '2026-11-21T08:30:00.000Z', '')]),
  fc.constant<Asked>([{ kind: 'person', label }, fc.constantFrom(alice.id, bob.id, 'PER0009999', 'nobody', '')]),
  fc.constant<Asked>([{ kind: 'people', label, max: 1 }, fc.subarray([alice.id, bob.id, 'PER0009999'])]),
  fc.constant<Asked>([{ kind: 'group', label }, fc.constantFrom('GRP0000001', 'GRP0000003', '')]),
  fc.constant<Asked>([{ kind: 'information', label }, fc.constant(undefined)]),
);

interface Filled {
  readonly form: Schema;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A form whose fields may depend on earlier ones, filled in by somebody who may have answered what was hidden later. */
const filled: fc.Arbitrary<Filled> = fc
  .array(fc.tuple(asked, fc.boolean(), fc.nat(), fc.constantFrom('none', 'visible', 'required'), fc.boolean()), { minLength: 1, maxLength: 8 })
  .chain((rows) => {
    const governs = (index: number): readonly string[] => rows.slice(0, index).flatMap(([[field]], at) => (field.kind === 'choice' || field.kind === 'yesNo' ? [`f${at}`] : []));
    const conditionsOf = (index: number, pick: number, isNot: boolean): Conditions | undefined => {
      const names = governs(index);
      const name = names[pick % Math.max(names.length, 1)];
      if (name === undefined) return undefined;
      const values = rows[Number(name.slice(1))]![0][0].kind === 'yesNo' ? ['true'] : ['red', 'blue'];
      return isNot ? [[{ field: name, isNot: values }]] : when(name, ...values);
    };
    const form = Object.fromEntries(rows.map(([[field], required, pick, how, isNot], index) => {
      const conditions = how === 'none' ? undefined : conditionsOf(index, pick, isNot);
      const depends = conditions && { [how === 'visible' ? 'visibleIf' : 'requiredIf']: conditions };
      return [`f${index}`, { ...field, ...(required && { required }), ...depends }];
    }));
    return fc.tuple(...rows.map(([[, answers]]) => answers)).map((answers) => ({
      form, answers: Object.fromEntries(answers.flatMap((answer, index) => (answer === undefined ? [] : [[`f${index}`, answer]]))),
    }));
  });

interface Outcome {
  readonly value?: unknown;
  /** Field and words. */
  readonly told: readonly string[];
}

const byName = (told: readonly string[]): readonly string[] => [...told].sort();
const isEmpty = (answer: unknown): boolean => answer === '' || (Array.isArray(answer) && answer.length === 0);
const sent = (answers: Filled['answers']): Filled['answers'] => Object.fromEntries(Object.entries(answers).filter(([, answer]) => !isEmpty(answer)));

function byApi({ form, answers }: Filled, language: Language): Outcome {
  const checked = checkAnswers(form, sent(answers), { config: directory, moment, fileIds: [] });
  if ('value' in checked) return { value: checked.value, told: [] };
  const { refused } = refusalReply({ refusal: { code: 'kernel.invalidInput', problems: checked.problems }, language, now: NOW }).body as { refused: { problems: { field: string; text: string }[] } };
  return { told: byName(refused.problems.map(({ field, text }) => `${field.slice('answers.'.length)}: ${text}`)) };
}

/** The form checks itself; what it finds nothing wrong with goes to the API, whose answer stands at the same fields. */
function byTab(filledIn: Filled, language: Language): Outcome {
  const found = answerProblems(filledIn.form, filledIn.answers, moment, translator(language));
  if (Object.keys(found).length === 0) return byApi(filledIn, language);
  return { told: byName(Object.entries(found).map(([field, text]) => `${field}: ${text}`)) };
}

const typed = (answer: unknown): string => (Array.isArray(answer) ? answer.join(',') : String(answer));

/** What Teams sends: texts, of the inputs that stand on the card, nothing else. A moment is typed as day and time. */
function pressed(card: object, answers: Filled['answers']): Readonly<Record<string, unknown>> {
  const ids = [...JSON.stringify(card).matchAll(/"id":"answers\.([\w.]+)"/g)].map((match) => match[1]!);
  return Object.fromEntries(ids.map((id) => {
    const [name = '', part] = id.split('.');
    const answer = answers[name] === undefined ? '' : typed(answers[name]);
    return [`answers.${id}`, part === 'date' ? answer.slice(0, 10) : part === 'time' ? answer.slice(11, 16) : answer];
  }));
}

const state = { draftId: 'd1', authorId: alice.id, title: '', description: '', kind: 'request', reach: 'me', work: 'fine', files: [] } as const;

function byCard({ form, answers }: Filled, language: Language): Outcome {
  const context = { directory, now: NOW, link: (target: string) => target };
  const reader = readerOf(actor(alice.id, { language }), context);
  const offering = { ...directory.offering('OFR0000001')!, form };
  let known: Readonly<Record<string, unknown>> = {};
  for (let presses = 0; presses <= Object.keys(form).length; presses += 1) {
    const shown = askedOnCard(offering, known);
    known = readFormData(pressed(orderCard({ offering, state, reader, context, answers: known }), answers), 'answers.', form, 'UTC');
    if (askedOnCard(offering, known).every((name) => shown.includes(name))) break;
  }
  const checked = checkAnswers(form, known, { config: directory, moment, fileIds: [] });
  if ('value' in checked) return { value: checked.value, told: [] };
  const words = refusalText({ code: 'kernel.invalidInput', problems: checked.problems }, language, NOW);
  for (const problem of checked.problems) expect(words).toContain(problemText(problem, language));
  return { told: byName(checked.problems.map((problem) => `${problem.field.slice('answers.'.length)}: ${problemText(problem, language)}`)) };
}

describe('one form, three faces', () => {
  test.each(LANGUAGES)('card, tab and API accept and refuse the same, in the same words: %s', (language) => {
    fc.assert(
      fc.property(filled, (filledIn) => {
        expect(formProblems(filledIn.form)).toEqual([]);
        const api = byApi(filledIn, language);
        expect(byTab(filledIn, language)).toEqual(api);
        expect(byCard(filledIn, language)).toEqual(api);
      }),
      { numRuns: 400 },
    );
  });

  test('what is answered to a hidden field is dropped, and nothing depends on it', () => {
    const form: Schema = {
      isTravelling: { kind: 'yesNo', label },
      country: { kind: 'choice', label, options, visibleIf: when('isTravelling', 'true') },
      visa: { kind: 'text', label, required: true, visibleIf: when('country', 'red') },
    };
    expect(parseInput(form, { isTravelling: false, country: 'red', visa: 'none' })).toEqual({ value: { isTravelling: false } });
    expect(parseInput(form, { isTravelling: true, country: 'red' })).toEqual({ problems: [{ field: 'visa', code: 'required' }] });
  });

  test('an end lies after its beginning, and not too far away', () => {
    const form: Schema = { from: { kind: 'date', label, notBefore: 'today' }, to: { kind: 'date', label, notBefore: 'from', withinDays: 14 } };
    const codes = (from: string, to: string): unknown => {
      const parsed = parseInput(form, { from, to }, moment);
      return 'problems' in parsed ? parsed.problems.map(({ field, code }) => `${field} ${code}`) : [];
    };
    expect(codes('2026-11-20', '2026-12-04')).toEqual([]);
    expect(codes('2026-11-19', '2026-11-21')).toEqual(['from isOver']);
    expect(codes('2026-11-25', '2026-11-24')).toEqual(['to beforeStart']);
    expect(codes('2026-11-20', '2026-12-05')).toEqual(['to tooFar']);
  });

  test('numbers are compared as numbers', () => {
    const over = [[{ field: 'days', atLeast: 15 }]];
    expect(['9', '15', '100', '', 'many'].map((days) => conditionsHold(over, { days }))).toEqual([false, true, true, false, false]);
  });
});

describe('a hostile form is refused when somebody saves it, naming what is wrong', () => {
  const field = (more: object = {}): object => ({ kind: 'text', label, ...more });
  const loop = (field_: string): object => field({ visibleIf: when(field_, 'x') });
  const cases: readonly (readonly [what: string, form: unknown, code: string, field: string])[] = [
    ['is no form', 'text', 'notObject', 'form'],
    ['is a list', [field()], 'notObject', 'form'],
    ['has a megabyte', { a: field({ help: { en: 'x'.repeat(1_000_000) } }) }, 'tooLong', 'form'],
    ['has hundreds of fields', Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, field()])), 'tooMany', 'form'],
    ['has a kind that nobody knows', { a: field({ kind: 'script' }) }, 'form.unknownKind', 'form.a'],
    ['asks for structured data', { a: field({ kind: 'structured' }) }, 'form.unknownKind', 'form.a'],
    ['has a name that objects have', JSON.parse('{"__proto__":{"kind":"text","label":{"en":"a"}}}'), 'form.badName', 'form.__proto__'],
    ['has a field that is called today', { today: field() }, 'form.badName', 'form.today'],
    ['has a field without words', { a: { kind: 'text' } }, 'form.badSetting', 'form.a'],
    ['has a text key for a label', { a: field({ label: 'action.tickets.assign' }) }, 'form.badSetting', 'form.a'],
    ['has a setting that does nothing', { a: field({ onClick: 'alert(1)' }) }, 'form.badSetting', 'form.a'],
    ['has a choice without options', { a: field({ kind: 'choice' }) }, 'form.badSetting', 'form.a'],
    ['has an option twice', { a: field({ kind: 'choice', options: [options[0], options[0]] }) }, 'form.badSetting', 'form.a'],
    ['has an option that a list would split', { a: field({ kind: 'choice', options: [{ value: 'a,b', label }] }) }, 'form.badSetting', 'form.a'],
    ['looks up a register of secrets', { a: field({ kind: 'entry', of: 'settings' }) }, 'form.badSetting', 'form.a'],
    ['has an expression for a pattern', { a: field({ pattern: '(a+)+$' }) }, 'form.badSetting', 'form.a'],
    ['ends before what is no date', { a: field(), b: { kind: 'date', label, notBefore: 'a' } }, 'form.badSetting', 'form.b'],
    ['starts with what it would refuse', { a: field({ kind: 'number', atMost: 3, default: 4 }) }, 'form.badSetting', 'form.a'],
    ['has conditions that cannot be read', { a: field({ visibleIf: 'always' }) }, 'form.badSetting', 'form.a'],
    ['has a hundred conditions', { a: field({ visibleIf: Array.from({ length: 100 }, () => [{ field: 'a', is: ['x'] }]) }) }, 'form.badSetting', 'form.a'],
    ['depends on itself', { a: loop('a') }, 'form.unknownOther', 'form.a'],
    ['depends on what is not there', { a: loop('constructor') }, 'form.unknownOther', 'form.a'],
    ['depends on an answer that nobody can give', { a: field({ kind: 'choice', options }), b: field({ visibleIf: when('a', 'pink') }) }, 'form.unknownValue', 'form.b'],
    ['goes round in a circle', { a: loop('c'), b: loop('a'), c: loop('b') }, 'form.cycle', 'form.a'],
  ];

  test.each(cases)('one that %s', (_what, form, code, name) => {
    const problems = formProblems(form);
    expect(problems).toContainEqual(expect.objectContaining({ field: name, code }));
    for (const problem of problems) for (const language of LANGUAGES) expect(problemText(problem, language)).not.toMatch(/^problem\.|[{}]/);
  });

  test('whatever it is, it is refused with words or can be drawn and answered', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue()), fc.jsonValue(), (form, answers) => {
        const problems: readonly FieldProblem[] = formProblems(form);
        if (problems.length > 0) return;
        expect(JSON.stringify(form).length).toBeLessThanOrEqual(MAX_FORM_CHARS);
        parseInput(form as unknown as Schema, answers, moment);
      }),
      { numRuns: 200 },
    );
  });
});
