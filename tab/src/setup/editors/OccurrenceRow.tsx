import { Field, Input, makeStyles, ToggleButton } from '@fluentui/react-components';
import { WEEKDAYS, type Occurrence, type Weekday } from '../../../../shared/scheduling/window-schema';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { TimeInput } from '../../parts/TimeInput';
import { monthName, weekdayName } from '../words/describe-occurrence';
import { EditorBox } from './EditorBox';
import { Pick } from './Pick';

const KINDS = ['weekly', 'monthly', 'yearly', 'once'] as const;
const NTHS = ['1', '2', '3', '4', '-1'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

const useStyles = makeStyles({
  days: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  day: { minWidth: '44px', padding: '3px 6px' },
  small: { width: '84px', minWidth: 0 },
  moment: { minWidth: 0, width: '210px', maxWidth: '100%' },
});

type Of<K extends Occurrence['kind']> = Extract<Occurrence, { readonly kind: K }>;

interface PartProps<T> {
  readonly value: T;
  onChange(value: T): void;
}

/** What another kind begins with, keeping the hours where both have some. */
function asKind(kind: Occurrence['kind'], { from, to }: Occurrence, today: string): Occurrence {
  const hours = /^\d\d:\d\d$/.test(from) ? { from, to } : { from: '22:00', to: '02:00' };
  if (kind === 'weekly') return { kind, days: ['sat'], ...hours };
  if (kind === 'monthly') return { kind, nth: -1, day: 'sat', ...hours };
  if (kind === 'yearly') return { kind, from: '12-15', to: '01-06' };
  return { kind, from: `${today}T18:00`, to: `${today}T22:00` };
}

interface Props {
  readonly number: number;
  readonly occurrence: Occurrence;
  onChange(occurrence: Occurrence): void;
  onRemove(): void;
}

/** One time that comes once or again and again. */
export function OccurrenceRow({ number, occurrence, onChange, onRemove }: Props) {
  const { t } = useSession();
  const today = useNow().slice(0, 10);
  const label = t('setup.when.number', { number });
  return (
    <EditorBox label={label} removeLabel={t('setup.when.remove', { number })} onRemove={onRemove}>
      <Pick
        label={t('setup.when.kind')}
        value={occurrence.kind}
        choices={KINDS.map((kind) => ({ value: kind, text: t(`setup.when.kind.${kind}`) }))}
        onChange={(kind) => kind !== occurrence.kind && onChange(asKind(kind as Occurrence['kind'], occurrence, today))}
      />
      {occurrence.kind === 'weekly' && <Weekly value={occurrence} onChange={onChange} />}
      {occurrence.kind === 'monthly' && <Monthly value={occurrence} onChange={onChange} />}
      {occurrence.kind === 'yearly' && <Yearly value={occurrence} onChange={onChange} />}
      {occurrence.kind === 'once' && <Once value={occurrence} onChange={onChange} />}
      {(occurrence.kind === 'weekly' || occurrence.kind === 'monthly') && <Hours value={occurrence} onChange={onChange} />}
    </EditorBox>
  );
}

function Hours({ value, onChange }: PartProps<Of<'weekly'> | Of<'monthly'>>) {
  const { t } = useSession();
  return (
    <>
      <Field label={t('setup.when.from')} size="small">
        {() => <TimeInput label={t('setup.when.from')} value={value.from} onChange={(from) => onChange({ ...value, from })} />}
      </Field>
      <Field label={t('setup.when.to')} size="small">
        {() => <TimeInput label={t('setup.when.to')} value={value.to} onChange={(to) => onChange({ ...value, to })} />}
      </Field>
    </>
  );
}

function Weekly({ value, onChange }: PartProps<Of<'weekly'>>) {
  const styles = useStyles();
  const { t, language } = useSession();
  const weeks = value.everyWeeks ?? 1;
  const toggle = (day: Weekday): void => onChange({ ...value, days: WEEKDAYS.filter((name) => (name === day ? !value.days.includes(day) : value.days.includes(name))) });
  const every = (count: number): void => {
    const { everyWeeks: _weeks, firstDate, ...rest } = value;
    onChange(count > 1 ? { ...rest, everyWeeks: count, ...(firstDate && { firstDate }) } : rest);
  };
  const since = (date: string): void => {
    const { firstDate: _date, ...rest } = value;
    onChange(date ? { ...rest, firstDate: date } : rest);
  };
  return (
    <>
      <Field label={t('setup.when.days')} size="small">
        {() => (
          <div role="group" aria-label={t('setup.when.days')} className={styles.days}>
            {WEEKDAYS.map((day) => (
              <ToggleButton key={day} size="small" appearance={value.days.includes(day) ? 'primary' : 'outline'} className={styles.day} checked={value.days.includes(day)} aria-label={weekdayName(day, language)} onClick={() => toggle(day)}>
                {weekdayName(day, language, 'short')}
              </ToggleButton>
            ))}
          </div>
        )}
      </Field>
      <Field label={t('setup.when.everyWeeks')} size="small">
        <Input type="number" min={1} max={52} className={styles.small} value={String(weeks)} onChange={(_event, data) => every(Number(data.value) || 1)} />
      </Field>
      {weeks > 1 && (
        <Field label={t('setup.when.firstDate')} size="small">
          <Input type="date" value={value.firstDate ?? ''} onChange={(_event, data) => since(data.value)} />
        </Field>
      )}
    </>
  );
}

function Monthly({ value, onChange }: PartProps<Of<'monthly'>>) {
  const { t, language } = useSession();
  return (
    <>
      <Pick label={t('setup.when.nth')} value={String(value.nth)} choices={NTHS.map((nth) => ({ value: nth, text: t(`setup.when.nth.${nth}`) }))} onChange={(nth) => onChange({ ...value, nth: Number(nth) })} />
      <Pick label={t('setup.when.day')} value={value.day} choices={WEEKDAYS.map((day) => ({ value: day, text: weekdayName(day, language) }))} onChange={(day) => onChange({ ...value, day: day as Weekday })} />
    </>
  );
}

function Yearly({ value, onChange }: PartProps<Of<'yearly'>>) {
  const { t } = useSession();
  return (
    <>
      <MonthDay label={t('setup.when.firstDay')} value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <MonthDay label={t('setup.when.lastDay')} value={value.to} onChange={(to) => onChange({ ...value, to })} />
    </>
  );
}

function MonthDay({ label, value, onChange }: PartProps<string> & { readonly label: string }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const [month = '01', day = '01'] = value.split('-');
  return (
    <>
      <Pick label={label} value={month} choices={MONTHS.map((text) => ({ value: text, text: monthName(text, language) }))} onChange={(text) => onChange(`${text}-${day}`)} />
      <Field label={t('setup.when.dayOfMonth')} size="small">
        <Input
          type="number" min={1} max={31} className={styles.small} aria-label={t('setup.when.dayOf', { what: label })} value={String(Number(day))}
          onChange={(_event, data) => onChange(`${month}-${String(Math.min(31, Math.max(1, Number(data.value) || 1))).padStart(2, '0')}`)}
        />
      </Field>
    </>
  );
}

function Once({ value, onChange }: PartProps<Of<'once'>>) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <>
      <Field label={t('setup.when.from')} size="small">
        <Input type="datetime-local" className={styles.moment} value={value.from} onChange={(_event, data) => onChange({ ...value, from: data.value })} />
      </Field>
      <Field label={t('setup.when.to')} size="small">
        <Input type="datetime-local" className={styles.moment} value={value.to} onChange={(_event, data) => onChange({ ...value, to: data.value })} />
      </Field>
    </>
  );
}
