import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { TagMultipleRegular } from '@fluentui/react-icons/svg/tag-multiple';
import { categorySchema } from '../../../../shared/catalog/catalog-schema';
import type { InputOf } from '../../../../shared/kernel';
import { personSchema, type SkillNeed } from '../../../../shared/people/people-schema';
import type { OwnControlProps } from '../../registers/EntryFields';
import type { EntryView } from '../../registers/types';
import { SkillsEditor } from '../editors/SkillsEditor';
import type { SetupRegister } from '../register';
import { ZoneControl } from './controls';
import { SkillsWords } from '../words/SkillsWords';

export type PersonEntry = EntryView & InputOf<typeof personSchema>;
export type CategoryView = EntryView & InputOf<typeof categorySchema>;

const control = (isNeed: boolean) => ({
  skills: { Control: ({ value, ...props }: OwnControlProps) => <SkillsEditor {...props} isNeed={isNeed} value={value as readonly SkillNeed[] | undefined} /> },
});

/** Who somebody is, what they can do, and how much at a time. */
export const PEOPLE: SetupRegister<PersonEntry> = {
  practice: 'people',
  icon: <PersonRegular />,
  schema: personSchema,
  sections: [
    { title: 'setup.people.who', fields: ['name', 'mail', 'title', 'department', 'site', 'managerId', 'language', 'zone', 'isVip'] },
    { title: 'setup.people.roles', fields: ['roles'] },
    { title: 'setup.people.can', fields: ['skills'] },
    { title: 'setup.people.room', hint: 'setup.groups.defaults.text', fields: ['capacity', 'urgentCapacity', 'awayUntil'] },
  ],
  controls: { ...control(false), zone: { Control: ZoneControl, isLabelled: true } },
  initial: (zone) => ({ zone }),
  facts: ['title', 'department', 'site', 'roles', 'capacity', 'urgentCapacity', 'awayUntil'],
  words: { skills: SkillsWords },
  // When somebody was away is nobody's business afterwards.
  seesHistory: () => false,
};

export const CATEGORIES: SetupRegister<CategoryView> = {
  practice: 'categories',
  icon: <TagMultipleRegular />,
  schema: categorySchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'nameDe', 'parentId', 'keywords', 'topic', 'groupId'] },
    { title: 'setup.people.handling', fields: ['skills', 'effort'] },
  ],
  controls: control(true),
  initial: () => ({}),
  facts: ['nameDe', 'parentId', 'keywords', 'topic', 'groupId', 'effort'],
  words: { skills: SkillsWords },
};
