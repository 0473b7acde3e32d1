// If this fails, somebody reads the name of a text in a menu or in a form, in place of the text.
import { RELATIONS } from '../../shared/kernel';
import { DIRECT_ACTIONS } from '../../tab/src/actions/direct-actions';
import { PRACTICE_FORMS } from '../../tab/src/actions/practice-forms';
import { texts as setupGerman } from '../../tab/src/setup/texts-de';
import { texts as setupEnglish } from '../../tab/src/setup/texts-en';
import { texts as changesGerman } from '../../tab/src/changes/texts-de';
import { texts as changesEnglish } from '../../tab/src/changes/texts-en';
import { texts as dutyGerman } from '../../tab/src/duty/texts-de';
import { texts as dutyEnglish } from '../../tab/src/duty/texts-en';
import { texts as german } from '../../tab/src/lib/texts-de';
import { texts as english } from '../../tab/src/lib/texts-en';
import { BUILT_IN_VIEWS } from '../../tab/src/tickets/queue/views';
import { texts as planningGerman } from '../../tab/src/planning/texts-de';
import { texts as planningEnglish } from '../../tab/src/planning/texts-en';

type Texts = Readonly<Record<string, string>>;

/** Where the forms of a practice open: words of everywhere, and those that the pages load beside them. */
const PAGES: Readonly<Record<string, readonly [en: Texts, de: Texts]>> = {
  tickets: [{}, {}], people: [{}, {}],
  changes: [changesEnglish, changesGerman], freezeExceptions: [changesEnglish, changesGerman],
  changeTemplates: [setupEnglish, setupGerman], meetings: [planningEnglish, planningGerman],
  handovers: [dutyEnglish, dutyGerman], shifts: [dutyEnglish, dutyGerman],
};

const keysOf = (practice: string): readonly string[] =>
  Object.entries(PRACTICE_FORMS[practice]?.schemas ?? {}).flatMap(([name, schema]) => [
    `action.${name}`,
    // What is done with one press has the answers on the button, not in a form.
    ...(DIRECT_ACTIONS.includes(name) || name.endsWith('.unlink') ? [] : Object.values(schema).flatMap(({ label, help, options = [] }) => [label, help, ...options.map((option) => option.label)])),
  ]).filter((key) => typeof key === 'string');

test.each(Object.keys(PRACTICE_FORMS))('every action of %s, its fields and its answers have words where it is offered, in both languages', (practice) => {
  const [en, de] = PAGES[practice]!;
  const keys = [...new Set(keysOf(practice))];
  expect(keys.length).toBeGreaterThan(2);
  expect(keys.filter((key) => !(key in english) && !(key in en))).toEqual([]);
  expect(keys.filter((key) => !(key in german) && !(key in de))).toEqual([]);
});

test('every view of the queue says what it is, and what it means when nothing stands in it', () => {
  const keys = BUILT_IN_VIEWS.flatMap(({ id, labelKey = '' }) => [labelKey, `tab.empty.${id}`, `tab.empty.${id}.text`]);
  for (const texts of [english, german]) expect(keys.filter((key) => !(key in texts))).toEqual([]);
});

test('every relation that a record can show has a word', () => {
  // Meetings and changes point at each other, on the pages of changes alone.
  expect(Object.keys(RELATIONS).filter((relation) => !(`relation.${relation}` in english) && !(`relation.${relation}` in changesEnglish))).toEqual([]);
});
