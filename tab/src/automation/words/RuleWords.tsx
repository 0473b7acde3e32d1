import { makeStyles, tokens } from '@fluentui/react-components';
import type { RuleTrigger } from '../../../../shared/automation/rule-schema';
import type { Conditions, Field } from '../../../../shared/kernel';
import { occurrenceText } from '../../setup/words/describe-occurrence';
import { useSession, type Session } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { FieldValue } from '../../registers/FieldValue';
import { describeConditions } from '../../registers/conditions/describe-conditions';
import { useEntryName } from '../../registers/names';
import { ruleFields } from '../rule-fields';
import { schemaOfAction, type RuleAction } from '../types';

const useStyles = makeStyles({
  plain: { margin: 0, maxWidth: '78ch' },
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px' },
  input: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', color: tokens.colorNeutralForeground2, margin: 0 },
  label: { color: tokens.colorNeutralForeground3 },
});

/** When a rule acts, as a sentence. The name of a calendar is put in by who draws it. */
export function triggerText(when: RuleTrigger, subject: string, { t, language }: Pick<Session, 't' | 'language'>, calendar = ''): string {
  switch (when.kind) {
    case 'event':
      return new Intl.ListFormat(language, { type: 'disjunction' }).format(when.events.map((name) => t(`trigger.${subject}.${name}`)));
    case 'duration':
      return t(`rules.lasted.${when.since ?? 'true'}`, { value: when.value, unit: when.unit, calendar: calendar ? t('rules.lasted.calendar', { name: calendar }) : '' });
    case 'schedule':
      return when.occurrences.map((occurrence) => occurrenceText({ t, language }, occurrence)).join(' · ');
  }
}

interface WordsProps<T> {
  readonly value: T | undefined;
  readonly entry: Readonly<Record<string, unknown>>;
}

export function TriggerWords({ value, entry }: WordsProps<RuleTrigger>) {
  const styles = useStyles();
  const session = useSession();
  const calendarId = value?.kind === 'duration' ? value.calendarId : undefined;
  return <p className={styles.plain}>{value && (calendarId ? <WithCalendar when={value} subject={String(entry['subject'])} calendarId={calendarId} /> : triggerText(value, String(entry['subject']), session))}</p>;
}

function WithCalendar({ when, subject, calendarId }: { readonly when: RuleTrigger; readonly subject: string; readonly calendarId: string }) {
  const session = useSession();
  return triggerText(when, subject, session, useEntryName({ practice: 'calendars', id: calendarId }));
}

export function RuleConditionsWords({ value, entry }: WordsProps<Conditions>) {
  const styles = useStyles();
  const session = useSession();
  const { t, language } = session;
  const fields = ruleFields(entry['subject'], true, session);
  return <p className={styles.plain}>{value ? describeConditions({ t, language, fields }, value) : t('rules.always')}</p>;
}

/** What is done, in order, with everything that is filled in. */
export function ActionsWords({ value = [] }: { readonly value: readonly RuleAction[] | undefined }) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <ol className={styles.steps}>
      {value.map(({ action, input }, place) => (
        <li key={place}>
          {t(`action.${action}`)}
          <InputWords action={action} input={input} />
        </li>
      ))}
    </ol>
  );
}

export function InputWords({ action, input }: RuleAction) {
  const styles = useStyles();
  const { t, language } = useSession();
  const schema = schemaOfAction(action);
  const known = Object.entries(input).flatMap(([name, value]) => (schema[name] ? [{ name, field: schema[name], value }] : []));
  return known.map(({ name, field, value }) => (
    <div key={name} className={styles.input}>
      <span className={styles.label}>{labelText(field.label, language, t)}:</span>
      <Value field={field} value={value} />
    </div>
  ));
}

function Value({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const { t } = useSession();
  if (typeof value === 'string' && /^\{\{(requester|assignee|implementer)\.id\}\}$/.test(value)) return <span>{t(`rules.person.${value.slice(2, -2)}`)}</span>;
  const [, days, hours] = /^P(?:(\d+)D|T(\d+)H)$/.exec(typeof value === 'string' ? value : '') ?? [];
  if (field.kind === 'dateTime' && (days || hours)) return <span>{t('rules.in', { value: Number(days ?? hours), unit: days ? 'days' : 'hours' })}</span>;
  return typeof value === 'string' && value.includes('{{') ? <span>{value}</span> : <FieldValue field={field} value={value} />;
}
