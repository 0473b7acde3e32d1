import { Button, Input, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { Window } from '../../../../shared/sla/calendar-schema';
import { useSession } from '../../lib/session';
import { localDay } from '../format';
import { WindowsEditor } from './WindowsEditor';

type Overrides = Readonly<Record<string, readonly Window[]>>;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '4px' },
  entry: { display: 'grid', gridTemplateColumns: '160px minmax(0, 1fr) 32px', alignItems: 'center', gap: '4px 12px', '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) 32px' } },
  windows: { '@media (max-width: 639px)': { gridColumn: '1 / -1', gridRow: 2 } },
  date: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  add: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

interface Props {
  readonly overrides: Overrides;
  onChange(overrides: Overrides): void;
}

/** Dates with hours of their own: they beat holiday and weekday. */
export function OverridesEditor({ overrides, onChange }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const [date, setDate] = useState('');
  const dates = Object.keys(overrides).sort();
  return (
    <div className={styles.root} data-field="overrides">
      {dates.length === 0 && <Text>{t('levels.overrides.none')}</Text>}
      <ul className={styles.list}>
        {dates.map((entry) => {
          const day = localDay(entry, language);
          return (
            <li key={entry} className={styles.entry} data-date={entry}>
              <span className={styles.date}>{day}</span>
              <div className={styles.windows}>
                <WindowsEditor day={day} windows={overrides[entry] ?? []} onChange={(windows) => onChange({ ...overrides, [entry]: windows })} />
              </div>
              <Tooltip content={t('levels.overrides.remove', { day })} relationship="label">
                <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={() => onChange(Object.fromEntries(Object.entries(overrides).filter(([other]) => other !== entry)))} />
              </Tooltip>
            </li>
          );
        })}
      </ul>
      <div className={styles.add} role="group" aria-label={t('levels.overrides.add')}>
        <Input type="date" aria-label={t('levels.holidays.date')} value={date} onChange={(_event, data) => setDate(data.value)} />
        <Button
          disabledFocusable={!date}
          onClick={() => {
            if (!date) return;
            onChange({ ...overrides, [date]: overrides[date] ?? [['09:00', '12:00']] });
            setDate('');
          }}
        >
          {t('levels.overrides.add')}
        </Button>
      </div>
    </div>
  );
}
