import { automationRegisters } from './automation-plan';
import { ARTICLES } from './articles';
import { ASSIGNING_OF, HANDLING_OF, RULES, SHIFTS, SKILLS, SKILLS_OF } from './assigning';
import { AGREEMENTS, CALENDARS, CATEGORIES, FULFILLMENT, OFFERINGS, TOPICS_OF, type DemoOffering } from './catalog';
import { changeRegisters } from './changes/changes-plan';
import { GROUPS, PEOPLE, type DemoPerson } from './company';
import type { RegisterStep } from './plan';
import { toCalendar, toCategory, toGroup, toPerson } from './reference';

const DAY_MS = 86_400_000;
/** The company set up its service desk well before the first ticket of the history. */
const SET_UP_DAYS = 120;

/** Managers first, so that everybody can name theirs. */
function fromTheTop(people: readonly DemoPerson[]): readonly DemoPerson[] {
  const depth = (person: DemoPerson): number => {
    const boss = people.find(({ key }) => key === person.managerKey);
    return boss ? 1 + depth(boss) : 0;
  };
  return [...people].sort((a, b) => depth(a) - depth(b));
}

/** What an employee sees of it, and how it is fulfilled. */
function offeringInput({ key, categoryKey, groupKey, ...offering }: DemoOffering): RegisterStep['input'] {
  const found = FULFILLMENT.find((entry) => entry.key === key);
  if (!found) throw new Error(`nobody fulfills ${key} in the demo`);
  const { key: _key, ownerKey, departments, plan, ...more } = found;
  const hasApprovals = plan.some(({ approvals = [] }) => approvals.length > 0);
  return {
    ...offering, ...more, plan, categoryId: toCategory(categoryKey), groupId: toGroup(groupKey), ownerId: toPerson(ownerKey), approvalRule: hasApprovals ? 'plan' : 'none', ...(departments && { audience: { departments } }),
  };
}

/** Skills, people, groups, categories, shifts, rules, calendars, agreements, offerings, articles and settings, each after what it points at. */
export function planRegisters(now: Date): readonly RegisterStep[] {
  const start = now.getTime() - SET_UP_DAYS * DAY_MS;
  let minutes = 0;
  const add = (practice: string, key: string, input: RegisterStep['input']): RegisterStep => {
    minutes += 1;
    return { at: new Date(start + minutes * 60_000).toISOString(), key, action: `${practice}.add`, input };
  };
  return [
    ...SKILLS.map(({ key, ...skill }) => add('skills', `skill:${key}`, skill)),
    ...fromTheTop(PEOPLE).map(({ key, managerKey, ...person }) =>
      add('people', `person:${key}`, { ...person, ...(SKILLS_OF[key] && { skills: SKILLS_OF[key] }), ...(managerKey && { managerId: toPerson(managerKey) }) }),
    ),
    ...GROUPS.map(({ key, name, purpose, memberKeys, leadKeys }) =>
      add('groups', `group:${key}`, { name, purpose, memberIds: memberKeys.map(toPerson), leadIds: leadKeys.map(toPerson), ...ASSIGNING_OF[key] }),
    ),
    ...CATEGORIES.map(({ key, parentKey, groupKey, ...category }) =>
      add('categories', `category:${key}`, { ...category, ...HANDLING_OF[key], ...(TOPICS_OF[key] && { topic: TOPICS_OF[key] }), groupId: toGroup(groupKey), ...(parentKey && { parentId: toCategory(parentKey) }) }),
    ),
    ...SHIFTS.map(({ key, ...shift }) => add('shifts', `shift:${key}`, shift)),
    ...RULES.map(({ key, ...rule }) => add('routingRules', `rule:${key}`, rule)),
    ...CALENDARS.map(({ key, ...calendar }) => add('calendars', `calendar:${key}`, { ...calendar })),
    ...AGREEMENTS.map(({ key, calendarKey, groupKey, ...agreement }) =>
      add('agreements', `agreement:${key}`, {
        ...agreement, calendarSource: 'fixed', calendarId: toCalendar(calendarKey), retarget: 'retroactive', reopen: 'continue',
        ownerId: toPerson('eva.lindqvist'), ...(groupKey && { groupId: toGroup(groupKey) }),
      }),
    ),
    ...ARTICLES.map(({ key, categoryKey, ownerKey, ...article }) =>
      add('articles', `article:${key}`, { ...article, categoryId: toCategory(categoryKey), ownerId: toPerson(ownerKey) }),
    ),
    ...changeRegisters(now, add),
    ...automationRegisters(add),
    ...OFFERINGS.flatMap((offering) => [add('offerings', `offering:${offering.key}`, offeringInput(offering)), { ...add('offerings', `offering:${offering.key}`, {}), action: 'offerings.publish' }]),
    add('settings', 'settings:main', {
      name: 'Nordwind Logistics',
      companyName: 'Nordwind Logistics',
      autoCloseDays: 5,
      fallbackGroupId: toGroup('service-desk'),
      ownerId: toPerson('eva.lindqvist'),
      defaultLanguage: 'en',
    }),
  ];
}
