import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtr48Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { useNow } from '../../lib/now';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { addsLevels, CALENDARS } from '../access';
import type { CalendarView } from '../types';
import { weeklyLines } from './describe-calendar';

const useStyles = makeStyles({
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
  const { me } = useSession();
  return (
    <RegisterPage<CalendarView> place={CALENDARS} icon={<CalendarLtr48Regular />} query={query} canAdd={addsLevels(me)}>
      {(shown, all) => <Calendars shown={shown} all={all} />}
    </RegisterPage>
  );
}

function Calendars({ shown, all }: { readonly shown: readonly CalendarView[]; readonly all: readonly CalendarView[] }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const now = useNow();
  const nameOf = (id: string): string => all.find((entry) => entry.id === id)?.name ?? id;
  const hours = (entry: CalendarView): string =>
    entry.memberIds?.length ? t('levels.calendar.unionOf', { calendars: new Intl.ListFormat(language, { type: 'disjunction' }).format(entry.memberIds.map(nameOf)) }) : weeklyLines(entry.weekly, language, t).join(' · ');
  const ahead = (entry: CalendarView): number => entry.holidays?.filter((date) => date >= now.slice(0, 10)).length ?? 0;
  return (
    <Sheet>
      <ul className={styles.list} aria-label={t('levels.tab.calendars')}>
        {shown.map((entry) => (
          <li key={entry.id} className={styles.item} data-calendar={entry.id}>
            <span className={styles.name}>
              <Link href={href('levels/calendars', entry.id)} className={styles.link}>
                {entry.name}
              </Link>
              {entry.retired && <Badge appearance="outline">{t('register.retired')}</Badge>}
            </span>
            <span>{hours(entry)}</span>
            <span className={styles.quiet}>
              {[entry.zone.replaceAll('_', ' '), entry.sites?.join(', '), !entry.memberIds?.length && t('levels.calendar.holidaysAhead', { count: ahead(entry) })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
