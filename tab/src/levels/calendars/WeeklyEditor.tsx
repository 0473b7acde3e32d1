import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, tokens } from '@fluentui/react-components';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { Weekday, Weekly } from '../../../../shared/sla/calendar-schema';
import { useSession } from '../../lib/session';
import { WEEKDAYS, weekdayName } from './describe-calendar';
import { WindowsEditor } from './WindowsEditor';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px', margin: 0, padding: 0, listStyle: 'none' },
  day: {
    display: 'grid', gridTemplateColumns: '110px minmax(0, 1fr) max-content', alignItems: 'center', gap: '4px 12px', padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
  },
  windows: { '@media (max-width: 639px)': { gridColumn: '1 / -1', gridRow: 2 } },
  name: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly weekly: Weekly;
  onChange(weekly: Weekly): void;
}

/** Opening hours per weekday, with copies to other days. */
export function WeeklyEditor({ weekly, onChange }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const copy = (from: Weekday, days: readonly Weekday[]): void => onChange({ ...weekly, ...Object.fromEntries(days.map((day) => [day, weekly[from] ?? []])) });
  return (
    <ul className={styles.root} data-field="weekly">
      {WEEKDAYS.map((day) => {
        const name = weekdayName(day, language, 'long');
        return (
          <li key={day} className={styles.day} data-day={day}>
            <span className={styles.name}>{name}</span>
            <div className={styles.windows}>
              <WindowsEditor day={name} windows={weekly[day] ?? []} onChange={(windows) => onChange({ ...weekly, [day]: windows })} />
            </div>
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button size="small" appearance="subtle" icon={<Copy16Regular aria-hidden />} aria-label={t('levels.calendar.copy', { day: name })}>
                  {t('levels.calendar.copy.short')}
                </Button>
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem onClick={() => copy(day, WEEKDAYS.slice(0, 5))}>{t('levels.calendar.copy.workdays')}</MenuItem>
                  <MenuItem onClick={() => copy(day, WEEKDAYS)}>{t('levels.calendar.copy.all')}</MenuItem>
                  {WEEKDAYS.filter((other) => other !== day).map((other) => (
                    <MenuItem key={other} onClick={() => copy(day, [other])}>
                      {weekdayName(other, language, 'long')}
                    </MenuItem>
                  ))}
                </MenuList>
              </MenuPopover>
            </Menu>
          </li>
        );
      })}
    </ul>
  );
}
