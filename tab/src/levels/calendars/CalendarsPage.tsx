import { Badge, Button, Link, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { CalendarLtr48Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { errorText } from '../../lib/error-text';
import { useNow } from '../../lib/now';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { addsLevels } from '../access';
import { Panel } from '../parts';
import { ReadOnlyNote } from '../ReadOnlyNote';
import type { CalendarView } from '../types';
import { useRegister } from '../use-register';
import { weeklyLines } from './describe-calendar';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  push: { marginLeft: 'auto' },
  list: { margin: '-8px', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid', gridTemplateColumns: 'minmax(200px, 1.3fr) minmax(200px, 1.6fr) minmax(180px, 1fr)', gap: '4px 20px', padding: '10px 8px', alignItems: 'center',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 839px)': { gridTemplateColumns: '1fr', gap: '4px' },
  },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', minWidth: 0 },
  link: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** When we are open, where. */
export default function CalendarsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t, me, language } = useSession();
  const now = useNow();
  const { entries, status, error, reload } = useRegister<CalendarView>('calendars');
  const withRetired = query.get('retired') === 'true';
  const shown = entries.filter((entry) => withRetired || !entry.retired);
  const retired = entries.filter((entry) => entry.retired).length;
  const canAdd = addsLevels(me);
  if (status === 'loading') return <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />;
  if (status === 'failed') {
    return (
      <EmptyState icon={<CalendarLtr48Regular />} title={t('levels.failed')} text={error && errorText(error, t)}>
        <Button onClick={reload}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  const nameOf = (id: string): string => entries.find((entry) => entry.id === id)?.name ?? id;
  const hours = (entry: CalendarView): string =>
    entry.memberIds?.length ? t('levels.calendar.unionOf', { calendars: new Intl.ListFormat(language, { type: 'disjunction' }).format(entry.memberIds.map(nameOf)) }) : weeklyLines(entry.weekly, language, t).join(' · ');
  const ahead = (entry: CalendarView): number => entry.holidays?.filter((date) => date >= now.slice(0, 10)).length ?? 0;
  const add = canAdd && (
    <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={() => navigate(href('levels/calendars', 'new'))}>
      {t('action.calendars.add')}
    </Button>
  );
  return (
    <>
      <div className={styles.bar}>
        {!canAdd && <ReadOnlyNote />}
        {retired > 0 && (
          <Switch
            label={t('levels.showRetired', { count: retired })}
            checked={withRetired}
            onChange={(_event, data) => navigate(href('levels', 'calendars', data.checked ? new URLSearchParams({ retired: 'true' }) : undefined), true)}
          />
        )}
        <span className={styles.push}>{shown.length > 0 && add}</span>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={<CalendarLtr48Regular />} title={t('levels.calendars.none')} text={t('levels.calendars.none.text')}>
          {add}
        </EmptyState>
      ) : (
        <Panel>
          <ul className={styles.list} aria-label={t('levels.tab.calendars')}>
            {shown.map((entry) => (
              <li key={entry.id} className={styles.item} data-calendar={entry.id}>
                <span className={styles.name}>
                  <Link href={href('levels/calendars', entry.id)} className={styles.link}>
                    {entry.name}
                  </Link>
                  {entry.retired && <Badge appearance="outline">{t('levels.retired')}</Badge>}
                </span>
                <span>{hours(entry)}</span>
                <span className={styles.quiet}>
                  {[entry.zone.replaceAll('_', ' '), entry.sites?.join(', '), !entry.memberIds?.length && t('levels.calendar.holidaysAhead', { count: ahead(entry) })].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
