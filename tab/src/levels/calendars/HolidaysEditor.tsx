import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Input, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowImport16Regular } from '@fluentui/react-icons/svg/arrow-import';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Globe16Regular } from '@fluentui/react-icons/svg/globe';
import { useState } from 'react';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import { localDay } from '../format';
import { HolidayImport } from './HolidayImport';
import { keptOf, listOf, withHolidays, yearOfDate, type KeptHolidays } from './holidays';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hand: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  name: { minWidth: '200px', flexGrow: 1, maxWidth: '360px' },
  accordion: { marginLeft: '-12px' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))', gap: '2px 28px' },
  entry: { display: 'flex', alignItems: 'center', gap: '10px', minWidth: 0 },
  date: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', minWidth: '136px', color: tokens.colorNeutralForeground2 },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

interface Props extends KeptHolidays {
  readonly zone: string;
  onChange(kept: KeptHolidays): void;
}

/** Days on which it is closed, by year; from a country, from a file or by hand. */
export function HolidaysEditor({ zone, holidays, holidayNames, onChange }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const now = useNow();
  const [source, setSource] = useState<'country' | 'file' | 'hand'>();
  const list = listOf({ holidays, holidayNames });
  const years = [...new Set(list.map(({ date }) => yearOfDate(date)))];
  return (
    <div className={styles.root} data-field="holidays">
      <div className={styles.buttons}>
        <Button icon={<Globe16Regular aria-hidden />} aria-expanded={source === 'country'} onClick={() => setSource('country')}>
          {t('levels.holidays.country')}
        </Button>
        <Button icon={<ArrowImport16Regular aria-hidden />} aria-expanded={source === 'file'} onClick={() => setSource('file')}>
          {t('levels.holidays.file')}
        </Button>
        <Button icon={<Add16Regular aria-hidden />} aria-expanded={source === 'hand'} onClick={() => setSource('hand')}>
          {t('levels.holidays.hand')}
        </Button>
      </div>
      {(source === 'country' || source === 'file') && (
        <HolidayImport key={source} source={source} zone={zone} known={list} onAdd={(added, replaced) => onChange(keptOf(withHolidays(list, added, replaced)))} onClose={() => setSource(undefined)} />
      )}
      {source === 'hand' && <ByHand onAdd={(date, name) => onChange(keptOf([...list, { date, name }]))} />}
      {list.length === 0 && <Text>{t('levels.holidays.none')}</Text>}
      {years.length > 0 && (
        <Accordion multiple collapsible className={styles.accordion} defaultOpenItems={[now.slice(0, 4)]}>
          {years.map((year) => {
            const own = list.filter(({ date }) => yearOfDate(date) === year);
            return (
              <AccordionItem key={year} value={String(year)}>
                <AccordionHeader size="small">{t('levels.holidays.ofYear', { year: String(year), count: own.length })}</AccordionHeader>
                <AccordionPanel>
                  <ul className={styles.list}>
                    {own.map(({ date, name }) => (
                      <li key={date} className={styles.entry}>
                        <span className={styles.date}>{localDay(date, language)}</span>
                        <span className={styles.what}>{name || t('levels.year.holiday')}</span>
                        <Tooltip content={t('levels.holidays.remove', { date: localDay(date, language) })} relationship="label">
                          <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} onClick={() => onChange(keptOf(list.filter((entry) => entry.date !== date)))} />
                        </Tooltip>
                      </li>
                    ))}
                  </ul>
                </AccordionPanel>
              </AccordionItem>
            );
          })}
        </Accordion>
      )}
    </div>
  );
}

function ByHand({ onAdd }: { onAdd(date: string, name: string): void }) {
  const styles = useStyles();
  const { t } = useSession();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = (): void => {
    if (!date) return;
    onAdd(date, name);
    setDate('');
    setName('');
  };
  return (
    <div className={styles.hand} role="group" aria-label={t('levels.holidays.hand')}>
      <Input type="date" aria-label={t('levels.holidays.date')} value={date} onChange={(_event, data) => setDate(data.value)} />
      <Input className={styles.name} aria-label={t('levels.holidays.name')} placeholder={t('levels.holidays.name')} maxLength={100} value={name} onChange={(_event, data) => setName(data.value)} onKeyDown={(event) => event.key === 'Enter' && add()} />
      <Button disabledFocusable={!date} onClick={add}>
        {t('levels.holidays.add')}
      </Button>
    </div>
  );
}
