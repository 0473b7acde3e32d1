import { Dropdown, Field, Input, makeStyles, Option, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { WordsEditor } from '../../parts/WordsEditor';
import type { CalendarValues, CalendarView } from '../types';
import type { EntryForm } from '../../registers/use-entry-form';
import { HolidaysEditor } from './HolidaysEditor';
import { OverridesEditor } from './OverridesEditor';
import { WeeklyEditor } from './WeeklyEditor';
import { ZonePicker } from '../../parts/ZonePicker';

const useStyles = makeStyles({
  pair: { display: 'grid', alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '14px 24px' },
  problem: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly form: EntryForm;
  /** Id of the edited calendar; absent for a new one. */
  readonly id: string | undefined;
  readonly calendars: readonly CalendarView[];
}

/** Zone, hours, holidays and exceptions of a calendar, or the calendars it is made of. */
export function CalendarForm({ form: { draft, problems, set }, id, calendars }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const values: Partial<CalendarValues> = draft;
  const isUnion = values.memberIds !== undefined;
  const possible = calendars.filter((calendar) => calendar.id !== id && !calendar.memberIds?.length && (!calendar.retired || values.memberIds?.includes(calendar.id)));
  const state = (field: string) => ({ validationMessage: problems[field] ?? null, validationState: problems[field] ? ('error' as const) : ('none' as const), 'data-field': field });
  const problem = (...fields: readonly string[]) => {
    const text = fields.map((field) => problems[field]).filter(Boolean).join(' ');
    return text && (
      <span role="alert" className={styles.problem}>
        {text}
      </span>
    );
  };
  return (
    <>
      <Sheet title={t('levels.calendar.basics')}>
        <div className={styles.pair}>
          <Field label={t('field.calendar.name')} required {...state('name')}>
            <Input value={values.name ?? ''} onChange={(_event, data) => set('name', data.value)} />
          </Field>
          <Field label={t('field.calendar.zone')} required hint={t('levels.calendar.zone.help')} {...state('zone')}>
            <ZonePicker value={values.zone ?? ''} onChange={(zone) => set('zone', zone)} />
          </Field>
        </div>
        <div className={styles.pair}>
          <Field label={t('levels.calendar.kind')}>
            <RadioGroup value={isUnion ? 'union' : 'own'} onChange={(_event, data) => set('memberIds', data.value === 'union' ? [] : undefined)}>
              <Radio value="own" label={t('levels.calendar.kind.own')} />
              <Radio value="union" label={t('levels.calendar.kind.union')} />
            </RadioGroup>
          </Field>
          <Field label={t('field.calendar.sites')} hint={t('levels.calendar.sites.help')} {...state('sites')}>
            {() => <WordsEditor label={t('field.calendar.sites')} placeholder={t('levels.calendar.site')} words={values.sites ?? []} onChange={(sites) => set('sites', sites)} />}
          </Field>
        </div>
        {isUnion && (
          <Field label={t('field.calendar.members')} required hint={t('levels.calendar.members.help')} {...state('memberIds')}>
            <Dropdown
              multiselect
              value={(values.memberIds ?? []).map((member) => calendars.find((calendar) => calendar.id === member)?.name ?? member).join(', ')}
              selectedOptions={[...(values.memberIds ?? [])]}
              onOptionSelect={(_event, data) => set('memberIds', data.selectedOptions)}
            >
              {possible.map((calendar) => (
                <Option key={calendar.id} value={calendar.id}>
                  {calendar.name}
                </Option>
              ))}
            </Dropdown>
          </Field>
        )}
      </Sheet>
      {!isUnion && (
        <>
          <Sheet title={t('field.calendar.weekly')} hint={t('levels.calendar.weekly.help')}>
            <WeeklyEditor weekly={values.weekly ?? {}} onChange={(weekly) => set('weekly', weekly)} />
            {problem('weekly')}
          </Sheet>
          <Sheet title={t('field.calendar.holidays')} hint={t('levels.holidays.help')}>
            <HolidaysEditor
              zone={values.zone ?? 'UTC'}
              holidays={values.holidays ?? []}
              holidayNames={values.holidayNames ?? {}}
              onChange={({ holidays, holidayNames }) => {
                set('holidays', holidays);
                set('holidayNames', holidayNames);
              }}
            />
            {problem('holidays', 'holidayNames')}
          </Sheet>
          <Sheet title={t('field.calendar.overrides')} hint={t('levels.overrides.help')}>
            <OverridesEditor overrides={values.overrides ?? {}} onChange={(overrides) => set('overrides', overrides)} />
            {problem('overrides')}
          </Sheet>
        </>
      )}
    </>
  );
}
