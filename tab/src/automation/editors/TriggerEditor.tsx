import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { RuleTrigger } from '../../../../shared/automation/rule-schema';
import { EditorProblem } from '../../setup/editors/EditorProblem';
import { OccurrencesEditor } from '../../setup/editors/OccurrencesEditor';
import { Pick, PickSeveral } from '../../setup/editors/Pick';
import { useSession } from '../../lib/session';
import { ZonePicker } from '../../parts/ZonePicker';
import type { OwnControlProps } from '../../registers/EntryFields';
import { useRegister } from '../../registers/use-register';
import type { EntryView } from '../../registers/types';
import { wordsOf } from '../types';

const KINDS = ['event', 'duration', 'schedule'] as const;
const UNITS = ['minutes', 'hours', 'days'] as const;
const STARTS = ['true', 'activity'] as const;
/** By the clock. */
const NO_CALENDAR = 'none';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 14px' },
  wide: { width: '100%', maxWidth: '560px', minWidth: 0 },
  small: { width: '96px', minWidth: 0 },
});

/** What a rule waits for: events, some time, or a schedule. */
export function TriggerEditor({ value, draft, problem, onChange }: OwnControlProps) {
  const styles = useStyles();
  const { t, zone } = useSession();
  const when = (value as RuleTrigger | undefined) ?? { kind: 'event', events: [] };
  const begin = (kind: string): void => {
    if (kind === 'event') onChange({ kind, events: [] });
    else if (kind === 'duration') onChange({ kind, value: 1, unit: 'days' });
    else onChange({ kind, zone, occurrences: [{ kind: 'weekly', days: ['mon'], from: '09:00', to: '10:00' }] });
  };
  return (
    <div className={styles.root}>
      <Pick label={t('rules.when.kind')} value={when.kind} choices={KINDS.map((kind) => ({ value: kind, text: t(`rules.when.${kind}`) }))} onChange={begin} />
      {when.kind === 'event' && <Events when={when} subject={draft['subject']} onChange={onChange} />}
      {when.kind === 'duration' && <Duration when={when} onChange={onChange} />}
      {when.kind === 'schedule' && (
        <>
          <Field label={t('field.recurringTicket.zone')} size="small" className={styles.wide}>
            <ZonePicker value={when.zone} onChange={(chosen) => onChange({ ...when, zone: chosen })} />
          </Field>
          <OccurrencesEditor value={when.occurrences} draft={{ zone: when.zone }} onChange={(occurrences) => onChange({ ...when, occurrences: occurrences ?? [] })} />
        </>
      )}
      <EditorProblem text={problem} />
    </div>
  );
}

interface PartProps<K extends RuleTrigger['kind']> {
  readonly when: Extract<RuleTrigger, { readonly kind: K }>;
  onChange(value: unknown): void;
}

function Events({ when, subject, onChange }: PartProps<'event'> & { readonly subject: unknown }) {
  const styles = useStyles();
  const { t } = useSession();
  const practice = subject === 'changes' ? 'changes' : 'tickets';
  const choices = wordsOf(subject).triggers.map(({ name }) => ({ value: name, text: t(`trigger.${practice}.${name}`) }));
  return <PickSeveral label={t('rules.when.events')} placeholder={t('register.condition.pick')} size="medium" className={styles.wide} choices={choices} values={when.events} onChange={(events) => onChange({ ...when, events })} />;
}

function Duration({ when, onChange }: PartProps<'duration'>) {
  const styles = useStyles();
  const { t } = useSession();
  const calendars = useRegister<EntryView & { readonly name: string }>('calendars').entries.filter(({ retired }) => !retired);
  const { calendarId, ...rest } = when;
  return (
    <div className={styles.line}>
      <Field label={t('rules.when.value')} size="small">
        <Input type="number" min={1} className={styles.small} value={String(when.value)} onChange={(_event, data) => onChange({ ...when, value: Math.max(1, Math.trunc(Number(data.value)) || 1) })} />
      </Field>
      <Pick label={t('rules.when.unit')} value={when.unit} choices={UNITS.map((unit) => ({ value: unit, text: t(`rules.unit.${unit}`) }))} onChange={(unit) => onChange({ ...when, unit })} />
      <Pick
        label={t('rules.when.calendar')} value={calendarId ?? NO_CALENDAR} choices={[{ value: NO_CALENDAR, text: t('rules.when.clock') }, ...calendars.map(({ id, name }) => ({ value: id, text: name }))]}
        onChange={(id) => onChange(id === NO_CALENDAR ? rest : { ...rest, calendarId: id })}
      />
      <Pick label={t('rules.when.since')} value={when.since ?? 'true'} choices={STARTS.map((since) => ({ value: since, text: t(`rules.since.${since}`) }))} onChange={(since) => onChange({ ...when, since })} />
    </div>
  );
}
