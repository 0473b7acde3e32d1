import { Badge } from '@fluentui/react-components';
import { ArrowRoutingRegular } from '@fluentui/react-icons/svg/arrow-routing';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonClockRegular } from '@fluentui/react-icons/svg/person-clock';
import { RibbonStarRegular } from '@fluentui/react-icons/svg/ribbon-star';
import type { Conditions, InputOf } from '../../../../shared/kernel';
import { groupSchema, skillSchema } from '../../../../shared/people/people-schema';
import { routingRuleSchema } from '../../../../shared/routing/routing-rule-schema';
import { shiftSchema } from '../../../../shared/routing/shift-schema';
import type { Weekly } from '../../../../shared/sla/calendar-schema';
import { Sheet } from '../../parts/Sheet';
import { weeklyLines } from '../../levels/calendars/describe-calendar';
import { WeeklyEditor } from '../../levels/calendars/WeeklyEditor';
import { useSession, useText } from '../../lib/session';
import type { OwnControlProps } from '../../registers/EntryFields';
import type { EntryView } from '../../registers/types';
import { EditorProblem } from '../editors/EditorProblem';
import { RuleConditions } from '../editors/RuleConditions';
import type { SetupRegister } from '../register';
import { RuleWords } from '../words/RuleWords';
import { ZoneControl } from './controls';

export type RuleView = EntryView & InputOf<typeof routingRuleSchema>;
export type ShiftView = EntryView & InputOf<typeof shiftSchema>;
export type SkillView = EntryView & InputOf<typeof skillSchema>;
export type GroupView = EntryView & InputOf<typeof groupSchema>;

export const ROUTING_RULES: SetupRegister<RuleView> = {
  practice: 'routingRules',
  icon: <ArrowRoutingRegular />,
  schema: routingRuleSchema,
  sections: [{ title: 'setup.form.basics', fields: ['name', 'description', 'order', 'groupId'] }, { fields: ['conditions'] }],
  controls: { conditions: { Control: ({ value, ...props }: OwnControlProps) => <RuleConditions {...props} value={value as Conditions | undefined} /> } },
  initial: () => ({ order: 100 }),
  facts: ['description', 'order', 'groupId'],
  words: { conditions: RuleWords },
};

function WeeklyControl({ value, problem, onChange }: OwnControlProps) {
  return (
    <>
      <WeeklyEditor weekly={value ?? {}} onChange={onChange} />
      <EditorProblem text={problem} />
    </>
  );
}

function WeeklyWords({ value }: { readonly value: Weekly | undefined }) {
  const { t, language } = useSession();
  return weeklyLines(value ?? {}, language, t).map((line) => <span key={line}>{line}</span>);
}

export const SHIFTS: SetupRegister<ShiftView> = {
  practice: 'shifts',
  icon: <PersonClockRegular />,
  schema: shiftSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'groupId', 'level', 'memberIds'] },
    { title: 'field.shift.weekly', fields: ['zone', 'weekly'] },
    { title: 'setup.shifts.rotation', hint: 'help.shift.rotationDays', fields: ['rotationDays', 'rotationFrom', 'handoverAt'] },
  ],
  controls: { zone: { Control: ZoneControl, isLabelled: true }, weekly: { Control: WeeklyControl } },
  initial: (zone) => ({ zone, level: 'work', weekly: {} }),
  facts: ['groupId', 'level', 'zone', 'memberIds', 'rotationDays', 'rotationFrom', 'handoverAt'],
  words: { weekly: WeeklyWords },
  Marks: ({ entry }) => {
    const t = useText();
    return <Badge appearance="tint" color={entry.level === 'work' ? 'informative' : 'brand'}>{t(`shiftLevel.${entry.level}`)}</Badge>;
  },
};

export const SKILLS: SetupRegister<SkillView> = {
  practice: 'skills',
  icon: <RibbonStarRegular />,
  schema: skillSchema,
  sections: [{ title: 'setup.form.basics', fields: ['name', 'nameDe', 'description'] }],
  initial: () => ({}),
  facts: ['nameDe', 'description'],
};

export const SUPPORT_GROUPS: SetupRegister<GroupView> = {
  practice: 'groups',
  icon: <PeopleTeamRegular />,
  schema: groupSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'purpose', 'memberIds', 'leadIds'] },
    { title: 'setup.groups.assigning', fields: ['strategy', 'isSticky', 'capacity', 'urgentCapacity'] },
    { title: 'setup.groups.offers', fields: ['offers', 'offerMinutes', 'urgentOfferMinutes', 'reminders', 'urgentReminders'] },
    { title: 'setup.groups.shifts', fields: ['handoverMinutes', 'acceptMinutes'] },
  ],
  initial: () => ({}),
  facts: ['purpose', 'memberIds', 'leadIds', 'strategy', 'isSticky', 'capacity', 'urgentCapacity', 'offers', 'offerMinutes', 'urgentOfferMinutes', 'reminders', 'urgentReminders', 'handoverMinutes', 'acceptMinutes'],
  Marks: ({ entry }) => {
    const t = useText();
    return <Badge appearance="tint" color="informative">{t(`strategy.short.${entry.strategy ?? 'manual'}`)}</Badge>;
  },
  More: () => {
    const t = useText();
    return <Sheet title={t('setup.groups.defaults')}>{t('setup.groups.defaults.text')}</Sheet>;
  },
};
