import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import type { Window } from '../../../../shared/sla/calendar-schema';
import { useText } from '../../lib/session';
import { TimeInput } from '../../parts/TimeInput';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 14px', minWidth: 0 },
  window: { display: 'inline-flex', alignItems: 'center', gap: '6px' },
  closed: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  /** The day, for names of fields. */
  readonly day: string;
  readonly windows: readonly Window[];
  onChange(windows: readonly Window[]): void;
}

/** The next window that makes sense: a day's work, or what comes after the last one. */
function nextWindow(windows: readonly Window[]): Window {
  const end = windows.at(-1)?.[1];
  if (!end) return ['09:00', '17:00'];
  const hour = Number(end.slice(0, 2));
  const at = (value: number): string => `${String(Math.min(24, value)).padStart(2, '0')}:00`;
  return [at(hour + 1), at(hour + 5)];
}

/** When it is open on one day. */
export function WindowsEditor({ day, windows, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  const put = (index: number, window: Window): void => onChange(windows.map((old, at) => (at === index ? window : old)));
  return (
    <div className={styles.root}>
      {windows.length === 0 && <span className={styles.closed}>{t('levels.closed')}</span>}
      {windows.map(([open, close], index) => (
        <span key={index} className={styles.window} role="group" aria-label={t('levels.calendar.window', { day, number: index + 1 })}>
          <TimeInput label={t('levels.calendar.opens', { day })} value={open} onChange={(value) => put(index, [value, close])} />
          –
          <TimeInput label={t('levels.calendar.closes', { day })} value={close} onChange={(value) => put(index, [open, value])} />
          <Tooltip content={t('levels.calendar.removeWindow', { day, window: `${open}–${close}` })} relationship="label">
            <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} onClick={() => onChange(windows.filter((_old, at) => at !== index))} />
          </Tooltip>
        </span>
      ))}
      <Tooltip content={t('levels.calendar.addWindow', { day })} relationship="label">
        <Button size="small" appearance="subtle" icon={<Add16Regular />} onClick={() => onChange([...windows, nextWindow(windows)])} />
      </Tooltip>
    </div>
  );
}
