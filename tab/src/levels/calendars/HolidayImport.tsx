import { Button, Checkbox, Combobox, Dropdown, Field, Input, makeStyles, MessageBar, MessageBarBody, Option, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Holiday, HolidayCountry } from '../../../../shared/sla/calendar-year-views';
import { asApiError, type ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { localDay } from '../format';
import { loadCountries, loadHolidays, readHolidayFile, type Years } from './holiday-source';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '14px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '10px 14px', alignItems: 'flex-end' },
  wide: { minWidth: '200px', flexGrow: 1, maxWidth: '320px' },
  year: { width: '92px' },
  pick: { minWidth: 0, width: '100%' },
  preview: { margin: 0, padding: '8px 12px', listStyle: 'none', maxHeight: '240px', overflowY: 'auto', columnWidth: '320px', columnGap: '28px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke3}` },
  entry: { display: 'flex', gap: '10px', breakInside: 'avoid', padding: '2px 0' },
  date: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2, minWidth: '136px' },
  known: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  file: { display: 'none' },
});

interface Props {
  readonly source: 'country' | 'file';
  /** Of the calendar. */
  readonly zone: string;
  readonly known: readonly Holiday[];
  onAdd(holidays: readonly Holiday[], replaced: Years | undefined): void;
  onClose(): void;
}

type Found = { readonly holidays: readonly Holiday[]; readonly leftOut: number } | { readonly error: ApiError } | 'loading' | undefined;

const failureOf = (error: unknown): { readonly error: ApiError } => ({ error: asApiError(error) });

/** Holidays from elsewhere, shown before they are taken. */
export function HolidayImport({ source, zone, known, onAdd, onClose }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const thisYear = Number(useNow().slice(0, 4));
  const [years, setYears] = useState<Years>({ from: thisYear, to: thisYear + 2 });
  const [found, setFound] = useState<Found>();
  const [isReplacing, setReplacing] = useState(false);
  const result = found && found !== 'loading' && 'holidays' in found ? found : undefined;
  const knownDates = new Set(known.map(({ date }) => date));
  const unnamed = new Set(known.filter(({ name }) => !name).map(({ date }) => date));
  const named = result?.holidays.filter(({ date, name }) => name && unnamed.has(date)).length ?? 0;
  const fresh = result?.holidays.filter(({ date }) => !knownDates.has(date)).length ?? 0;
  const yearInput = (end: 'from' | 'to') => (
    <Field label={t(`levels.holidays.${end}`)} className={styles.year}>
      <Input type="number" className={styles.pick} value={String(years[end] || '')} onChange={(_event, data) => setYears({ ...years, [end]: Number(data.value) })} />
    </Field>
  );
  return (
    <div className={styles.root} role="group" aria-label={t(`levels.holidays.${source}`)}>
      {source === 'country' ? <FromCountry zone={zone} years={years} onFound={setFound}>{yearInput('from')}{yearInput('to')}</FromCountry> : <FromFile zone={zone} years={years} onFound={setFound}>{yearInput('from')}{yearInput('to')}</FromFile>}
      {found === 'loading' && <Spinner size="tiny" label={t('tab.loading')} labelPosition="after" />}
      {found && found !== 'loading' && 'error' in found && (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{errorText(found.error, t)}</MessageBarBody>
        </MessageBar>
      )}
      {result && (
        <>
          <span role="status">{t('levels.holidays.found', { count: result.holidays.length, fresh })} {result.leftOut > 0 && t('levels.holidays.leftOut', { count: result.leftOut })}</span>
          {result.holidays.length > 0 && <Preview holidays={result.holidays} knownDates={knownDates} />}
          <Checkbox label={t('levels.holidays.replace', { from: years.from, to: years.to })} checked={isReplacing} onChange={(_event, data) => setReplacing(data.checked === true)} />
        </>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={!result || (fresh + named === 0 && !isReplacing)}
          onClick={() => {
            if (!result) return;
            onAdd(result.holidays, isReplacing ? years : undefined);
            onClose();
          }}
        >
          {t('levels.holidays.take', { count: isReplacing ? (result?.holidays.length ?? 0) : fresh + named })}
        </Button>
        <Button onClick={onClose}>{t('register.form.cancel')}</Button>
      </div>
    </div>
  );
}

function Preview({ holidays, knownDates }: { readonly holidays: readonly Holiday[]; readonly knownDates: ReadonlySet<string> }) {
  const styles = useStyles();
  const { t, language } = useSession();
  return (
    // Longer than its frame: the keyboard must be able to scroll it.
    <ul className={styles.preview} tabIndex={0} aria-label={t('levels.holidays.preview')} data-testid="holiday-preview">
      {holidays.map(({ date, name }) => (
        <li key={date} className={styles.entry}>
          <span className={styles.date}>{localDay(date, language)}</span>
          <span>
            {name} {knownDates.has(date) && <span className={styles.known}>{t('levels.holidays.known')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface SourceProps {
  readonly zone: string;
  readonly years: Years;
  readonly children: ReactNode;
  onFound(found: Found): void;
}

/** Browsers differ in how they tell the zones of a country, and some do not. */
type LocaleZones = Intl.Locale & { getTimeZones?(): readonly string[] | undefined; readonly timeZones?: readonly string[] };

/** The country that a zone is in, to begin with what is probably meant; else that of the browser's language. */
function likelyCountry(zone: string, countries: readonly HolidayCountry[]): string {
  const isIn = (code: string): boolean => {
    const locale = new Intl.Locale(`und-${code}`) as LocaleZones;
    return (locale.getTimeZones?.() ?? locale.timeZones)?.includes(zone) ?? false;
  };
  return countries.find(({ code }) => isIn(code))?.code ?? new Intl.Locale(navigator.language).region ?? '';
}

function FromCountry({ zone, years, children, onFound }: SourceProps) {
  const styles = useStyles();
  const { api, t } = useSession();
  const [countries, setCountries] = useState<readonly HolidayCountry[]>([]);
  const [chosen, setCode] = useState<string>();
  const code = useMemo(() => chosen ?? likelyCountry(zone, countries), [chosen, zone, countries]);
  const [region, setRegion] = useState('');
  const [query, setQuery] = useState<string>();
  const country = countries.find((candidate) => candidate.code === code);
  const isKnown = country !== undefined;
  const { from, to } = years;

  useEffect(() => {
    loadCountries(api).then(setCountries, (error: unknown) => onFound(failureOf(error)));
  }, [api, onFound]);

  useEffect(() => {
    if (!isKnown) return undefined;
    let isOver = false;
    onFound('loading');
    loadHolidays(api, code, region, { from, to }).then(
      (holidays) => !isOver && onFound({ holidays, leftOut: 0 }),
      (error: unknown) => !isOver && onFound(failureOf(error)),
    );
    return () => {
      isOver = true;
    };
  }, [api, onFound, isKnown, code, region, from, to]);

  const regionName = country?.regions.find((entry) => entry.code === region)?.name;
  const shown = countries.filter(({ name }) => name.toLowerCase().includes((query ?? '').toLowerCase()));
  return (
    <div className={styles.fields}>
      <Field label={t('levels.holidays.countryField')} className={styles.wide}>
        <Combobox
          className={styles.pick}
          value={query ?? country?.name ?? ''}
          selectedOptions={[code]}
          placeholder={t('tab.typeToFind')}
          onChange={(event) => setQuery(event.target.value)}
          onBlur={() => setQuery(undefined)}
          onOptionSelect={(_event, data) => {
            setQuery(undefined);
            if (!data.optionValue) return;
            setCode(data.optionValue);
            setRegion('');
          }}
        >
          {shown.map((entry) => (
            <Option key={entry.code} value={entry.code}>
              {entry.name}
            </Option>
          ))}
        </Combobox>
      </Field>
      {(country?.regions.length ?? 0) > 0 && (
        <Field label={t('levels.holidays.regionField')} className={styles.wide}>
          <Dropdown className={styles.pick} value={regionName ?? t('levels.holidays.wholeCountry')} selectedOptions={[region]} onOptionSelect={(_event, data) => setRegion(data.optionValue ?? '')}>
            <Option value="">{t('levels.holidays.wholeCountry')}</Option>
            {(country?.regions ?? []).map((entry) => (
              <Option key={entry.code} value={entry.code}>
                {entry.name}
              </Option>
            ))}
          </Dropdown>
        </Field>
      )}
      {children}
    </div>
  );
}

function FromFile({ zone, years, children, onFound }: SourceProps) {
  const styles = useStyles();
  const { api, t } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const { from, to } = years;

  useEffect(() => {
    if (!file) return undefined;
    let isOver = false;
    onFound('loading');
    readHolidayFile(api, file, zone, { from, to }).then(
      (read) => !isOver && onFound(read),
      (error: unknown) => !isOver && onFound(failureOf(error)),
    );
    return () => {
      isOver = true;
    };
  }, [api, onFound, file, zone, from, to]);

  return (
    <div className={styles.fields}>
      <input ref={input} type="file" accept=".ics,text/calendar" className={styles.file} aria-label={t('levels.holidays.chooseFile')} tabIndex={-1} onChange={(event) => setFile(event.target.files?.[0])} />
      <Button onClick={() => input.current?.click()}>{file?.name ?? t('levels.holidays.chooseFile')}</Button>
      {children}
    </div>
  );
}
