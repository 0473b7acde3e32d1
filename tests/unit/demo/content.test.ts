// If this fails, the first thing a newcomer sees is wrong: an order form that cannot be filled in, a category nobody looks after, an empty article.
import { AGREEMENTS, CALENDARS, CATEGORIES, FULFILLMENT, OFFERINGS } from '../../../shared/demo/catalog';
import { ARTICLES } from '../../../shared/demo/articles';
import { possibleRequesters } from '../../../shared/demo/cast-story';
import { DEMO_CAST, GROUPS, PEOPLE } from '../../../shared/demo/company';
import { INCIDENT_STORIES, REQUEST_STORIES } from '../../../shared/demo/stories';
import { FORM_KINDS, formProblems, type Field, type Label } from '../../../shared/kernel';

const STORIES = [...INCIDENT_STORIES, ...REQUEST_STORIES];
const keysOf = (entries: readonly { readonly key: string }[]): string[] => entries.map(({ key }) => key);
const wordsIn = (text: string): number => text.split(/\s+/).length;

function isInBothLanguages(label: Label | undefined): boolean {
  return typeof label === 'object' && label.en.trim() !== '' && (label.de ?? '').trim() !== '';
}

describe('the people', () => {
  test('are about sixty, each with an address and a directory id of their own', () => {
    expect(PEOPLE.length).toBeGreaterThanOrEqual(58);
    expect(new Set(keysOf(PEOPLE)).size).toBe(PEOPLE.length);
    expect(new Set(PEOPLE.map(({ aadObjectId }) => aadObjectId)).size).toBe(PEOPLE.length);
    for (const person of PEOPLE) {
      expect(person.mail).toBe(`${person.key}@nordwind.example`);
      expect(person.aadObjectId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('report to one another up to one head', () => {
    const bossOf = new Map(PEOPLE.map(({ key, managerKey }) => [key, managerKey]));
    expect(PEOPLE.filter(({ managerKey }) => !managerKey)).toHaveLength(1);
    for (const { key } of PEOPLE) {
      const seen = new Set<string>();
      for (let at: string | undefined = key; at; at = bossOf.get(at)) {
        expect(bossOf.has(at)).toBe(true);
        expect(seen.has(at)).toBe(false);
        seen.add(at);
      }
    }
  });

  test('begin with a cast that covers every kind of user', () => {
    expect(keysOf(PEOPLE).slice(0, 5)).toEqual(Object.values(DEMO_CAST));
    const groupOf = (key: string) => GROUPS.find(({ memberKeys }) => memberKeys.includes(key));
    expect(groupOf(DEMO_CAST.employee)).toBeUndefined();
    expect(groupOf(DEMO_CAST.agent)?.leadKeys).not.toContain(DEMO_CAST.agent);
    expect(groupOf(DEMO_CAST.lead)?.leadKeys).toContain(DEMO_CAST.lead);
    expect(PEOPLE.find(({ key }) => key === DEMO_CAST.employee)?.managerKey).toBe(DEMO_CAST.manager);
    expect(PEOPLE.find(({ key }) => key === DEMO_CAST.manager)?.roles).toEqual(expect.arrayContaining(['approver', 'manager']));
    expect(PEOPLE.find(({ key }) => key === DEMO_CAST.administrator)?.roles).toEqual(['administrator']);
    expect(PEOPLE.filter(({ isVip }) => isVip)).toHaveLength(2);
  });

  test('work in eight groups, each with a lead and somebody who speaks German', () => {
    expect(GROUPS).toHaveLength(8);
    for (const group of GROUPS) {
      expect(group.leadKeys.length).toBeGreaterThan(0);
      expect(group.memberKeys).toEqual(expect.arrayContaining([...group.leadKeys]));
      const members = group.memberKeys.map((key) => PEOPLE.find((person) => person.key === key));
      expect(members).not.toContain(undefined);
      expect(members.some((person) => person?.language === 'de')).toBe(true);
    }
  });
});

describe('the category tree', () => {
  test('has twelve branches and seventy-four leaves, in both languages, with words and a group', () => {
    expect(CATEGORIES.filter(({ parentKey }) => !parentKey)).toHaveLength(12);
    expect(CATEGORIES.filter(({ parentKey }) => parentKey)).toHaveLength(74);
    expect(new Set(keysOf(CATEGORIES)).size).toBe(CATEGORIES.length);
    for (const { name, nameDe, keywords, groupKey, parentKey } of CATEGORIES) {
      expect(name.length * nameDe.length).toBeGreaterThan(0);
      expect(keywords.split(',').length).toBeGreaterThanOrEqual(5);
      expect(keysOf(GROUPS)).toContain(groupKey);
      if (parentKey) expect(keysOf(CATEGORIES)).toContain(parentKey);
    }
  });
});

describe('calendars and agreements', () => {
  test('know the public holidays of Hamburg', () => {
    const { holidays } = CALENDARS[0]!;
    expect(holidays).toEqual(expect.arrayContaining(['2026-04-03', '2026-05-14', '2026-10-31', '2027-03-29', '2027-05-17']));
    expect(holidays.every((date) => new Date(`${date}T12:00:00Z`).toISOString().startsWith(date))).toBe(true);
  });

  test('promise an answer and a resolution for every priority, and stop the clock only for the requester', () => {
    const promised = (metric: string): string[] => AGREEMENTS.filter((entry) => entry.type === 'sla' && entry.metric === metric).flatMap(({ targets }) => Object.keys(targets)).sort();
    expect(promised('firstResponse')).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(promised('resolution')).toEqual(['P1', 'P2', 'P3', 'P4']);
    for (const { calendarKey, groupKey, conditions } of AGREEMENTS) {
      expect(keysOf(CALENDARS)).toContain(calendarKey);
      if (groupKey) expect(keysOf(GROUPS)).toContain(groupKey);
      if (conditions?.pause) expect(conditions.pause).toEqual([[{ field: 'state', is: ['onHold'] }, { field: 'holdReason', is: ['requester'] }]]);
    }
  });
});

describe('the catalog', () => {
  test('has twenty-five offerings with tasks and texts in both languages', () => {
    expect(OFFERINGS).toHaveLength(25);
    expect(new Set(keysOf(OFFERINGS)).size).toBe(25);
    for (const offering of OFFERINGS) {
      expect([offering.name, offering.nameDe, offering.description, offering.descriptionDe].every((text) => text.length > 5)).toBe(true);
      const fulfillment = FULFILLMENT.find(({ key }) => key === offering.key);
      expect(fulfillment?.plan.flatMap(({ tasks = [] }) => tasks).every(({ title }) => isInBothLanguages(title))).toBe(true);
      expect(fulfillment?.plan.some(({ tasks = [] }) => tasks.length > 0)).toBe(true);
      expect(offering.targetMinutes ?? fulfillment?.targetField).toBeDefined();
      expect(keysOf(CATEGORIES)).toContain(offering.categoryKey);
      expect(keysOf(GROUPS)).toContain(offering.groupKey);
    }
  });

  test.each(OFFERINGS.map(({ key, form }) => [key, form] as const))('the form of %s can be filled in', (_key, form) => {
    const fields: [string, Field][] = Object.entries(form);
    expect(fields.length).toBeGreaterThan(0);
    for (const [, field] of fields) {
      expect(FORM_KINDS).toContain(field.kind);
      expect(isInBothLanguages(field.label)).toBe(true);
      if (field.help) expect(isInBothLanguages(field.help)).toBe(true);
      for (const option of field.options ?? []) expect(isInBothLanguages(option.label)).toBe(true);
      const values = (field.options ?? []).map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
      if (field.kind === 'choice' || field.kind === 'multiChoice') expect(values.length).toBeGreaterThan(1);
    }
    expect(formProblems(form)).toEqual([]);
  });
});

describe('the knowledge', () => {
  test('has thirty articles for everybody, ten of them in German too, and some for agents', () => {
    expect(ARTICLES.filter(({ audience, language }) => audience === 'everyone' && language === 'en')).toHaveLength(30);
    expect(ARTICLES.filter(({ language }) => language === 'de')).toHaveLength(10);
    expect(ARTICLES.filter(({ audience }) => audience === 'agents')).toHaveLength(3);
    expect(new Set(ARTICLES.map(({ title }) => title)).size).toBe(ARTICLES.length);
  });

  test.each(ARTICLES.map((article) => [article.key, article] as const))('%s is a real article', (key, article) => {
    expect(wordsIn(article.body)).toBeGreaterThan(140);
    expect(wordsIn(article.body)).toBeLessThan(400);
    expect(article.keywords.length).toBeLessThanOrEqual(500);
    expect(keysOf(CATEGORIES)).toContain(article.categoryKey);
    expect(keysOf(PEOPLE)).toContain(article.ownerKey);
    if (article.language === 'de') expect(keysOf(ARTICLES)).toContain(key.replace(/\.de$/, ''));
    // What an article calls by its title has to be there.
    for (const [, title] of article.body.matchAll(/see "([^"]+)"/g)) {
      expect(ARTICLES.some((other) => other.title.startsWith(title ?? ''))).toBe(true);
    }
  });

  test('every offering that an article tells people to order exists under that name', () => {
    const names = OFFERINGS.flatMap(({ name, nameDe }) => [name, nameDe]);
    for (const { key, body } of ARTICLES) {
      for (const [, name] of body.matchAll(/(?:[Oo]rder|Bestelle) \*\*([^*]+)\*\*/g)) expect({ key, name, isKnown: names.includes(name ?? '') }).toMatchObject({ isKnown: true });
    }
  });
});

describe('the stories', () => {
  test('are many and touch every branch of the tree and every offering', () => {
    const titles = STORIES.flatMap(({ openings }) => openings.map(([title]) => title));
    expect(new Set(titles).size).toBeGreaterThan(200);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(INCIDENT_STORIES.map(({ category }) => category.split('.')[0])).size).toBe(12);
    expect(REQUEST_STORIES.map(({ offering }) => offering)).toEqual(expect.arrayContaining(keysOf(OFFERINGS)));
    expect(STORIES.filter(({ language }) => language === 'de').length).toBeGreaterThan(30);
  });

  test('each could have been reported by somebody', () => {
    for (const story of STORIES) expect({ title: story.openings[0]?.[0], people: possibleRequesters(story).length > 0 }).toMatchObject({ people: true });
  });

  test('name categories and groups that exist', () => {
    for (const { category, misfiled } of INCIDENT_STORIES) {
      expect(keysOf(CATEGORIES)).toContain(category);
      if (misfiled) expect(keysOf(CATEGORIES)).toContain(misfiled.category);
    }
  });
});
