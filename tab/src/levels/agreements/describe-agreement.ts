import type { AgreementConditions, EscalationStep, TargetTime, Targets } from '../../../../shared/sla/agreement-schema';
import type { Translate } from '../../lib/texts';
import { describeConditions, type ConditionWords } from '../../registers/conditions/describe-conditions';
import type { AgreementValues } from '../types';

/** Words and names that sentences about agreements need. */
export interface AgreementWords extends ConditionWords {
  calendarName(id: string): string;
  groupName(id: string): string;
}

/** Priorities as they are edited and shown: `any` serves those without a target of their own. */
export const TARGET_PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'any'] as const;

/** "4 hours", "3 business days", "close of business day 2". */
export function timeText(t: Translate, { value, unit }: TargetTime): string {
  // Nobody says 240 minutes.
  if (unit === 'minutes' && value >= 60 && value % 60 === 0) return t('levels.time.hours', { value: value / 60 });
  return t(`levels.time.${unit}`, { value });
}

export const priorityText = (t: Translate, priority: string): string => (priority === 'any' ? t('levels.priority.any') : priority);

/** "P1 4 hours · P2 8 hours". */
export function targetsText(t: Translate, targets: Targets): string {
  const known = TARGET_PRIORITIES.flatMap((priority) => {
    const target = targets[priority];
    return target ? [`${priorityText(t, priority)} ${timeText(t, target)}`] : [];
  });
  return known.length > 0 ? known.join(' · ') : t('levels.noTarget');
}

/** "Always “Business hours”", "The calendar of the requester’s site, else “Business hours”". */
export function calendarText({ t, calendarName }: AgreementWords, { calendarSource, calendarId }: AgreementValues): string {
  return t(`levels.says.calendar.${calendarSource}`, { calendar: calendarName(calendarId) });
}

/** The same in a list: "Business hours", "Requester’s site, else “Business hours”". */
export function calendarShort({ t, calendarName }: AgreementWords, { calendarSource, calendarId }: AgreementValues): string {
  const calendar = calendarName(calendarId);
  return calendarSource === 'fixed' ? calendar : t(`levels.calendarBy.${calendarSource}`, { calendar });
}

/** "At 75 % of the time: tell the assignee and the leads of the group." */
export function stepText({ t, language, groupName }: AgreementWords, { percent, act, whom = [], groupId }: EscalationStep): string {
  const people = new Intl.ListFormat(language, { type: 'conjunction' }).format(whom.map((who) => t(`levels.whom.${who}`)));
  const group = groupId ? groupName(groupId) : '';
  if (act === 'mention' && groupId) return t('levels.says.step.mentionIn', { percent, people: people || group, group });
  return t(`levels.says.step.${act}`, { percent, people, group });
}

const MORE_CONDITIONS = ['start', 'resume', 'stop', 'reset', 'cancel'] as const satisfies readonly (keyof AgreementConditions)[];

/** The agreement in plain sentences, in the order in which people ask. */
export function agreementSentences(words: AgreementWords, values: AgreementValues): readonly string[] {
  const { t, groupName } = words;
  const { type, metric, groupId, supplier, updateMode, conditions = {}, retarget, reopen, startMode, ladder = [] } = values;
  const says = (part: 'applies' | 'pause' | (typeof MORE_CONDITIONS)[number]): readonly string[] => {
    const own = conditions[part];
    return own ? [t(`levels.says.${part}`, { conditions: describeConditions(words, own) })] : [];
  };
  return [
    t(`levels.says.type.${type}`, { metric: t(`metric.${metric}`), group: groupId ? groupName(groupId) : '', supplier: supplier || t('levels.says.anySupplier') }),
    ...(metric === 'periodicUpdate' && updateMode ? [t(`help.updateMode.${updateMode}`)] : []),
    ...(conditions.applies ? says('applies') : [t('levels.says.appliesToAll')]),
    calendarText(words, values),
    ...(conditions.pause ? says('pause') : type === 'contract' ? [] : [t('levels.says.neverPauses')]),
    ...MORE_CONDITIONS.flatMap(says),
    ...(conditions.start && startMode ? [t(`help.startMode.${startMode}`)] : []),
    t('levels.says.retarget', { how: t(`help.retarget.${retarget}`) }),
    t('levels.says.reopen', { how: t(`help.reopen.${reopen}`) }),
    ...[...ladder].sort((a, b) => a.percent - b.percent).map((step) => stepText(words, step)),
  ];
}
