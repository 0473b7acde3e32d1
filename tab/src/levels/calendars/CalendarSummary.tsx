import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { History } from '../../registers/History';
import { EntryButtons } from '../../registers/EntryButtons';
import { EntryHead, Sheet } from '../../parts/Sheet';
import { CALENDARS } from '../access';
import { TryButton } from '../TryButton';
import type { AgreementView, CalendarView } from '../types';
import { useRegister } from '../../registers/use-register';
import { describeCalendarField } from './describe-field';
import { weeklyLines } from './describe-calendar';
import { YearPanel } from './year/YearPanel';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)', gap: '6px 20px', margin: 0 },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: '8px 14px' },
});

const FIELD_KEYS: Readonly<Record<string, string>> = { memberIds: 'members' };

interface Props {
  readonly calendar: CalendarView;
  readonly back: { readonly href: string; readonly label: string };
  onEdit(): void;
}

/** A calendar in words and as a year. */
export function CalendarSummary({ calendar, back, onEdit }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const { entries } = useRegister<CalendarView>('calendars');
  const agreements = useRegister<AgreementView>('agreements').entries.filter((agreement) => agreement.calendarId === calendar.id && !agreement.retired);
  const { name, memberIds = [], sites = [], weekly, zone } = calendar;
  const calendarName = (id: string): string => entries.find((entry) => entry.id === id)?.name ?? id;
  return (
    <>
      <EntryHead back={back} title={name} marks={calendar.retired && <Badge appearance="outline">{t('register.retired')}</Badge>}>
        <EntryButtons place={CALENDARS} entry={calendar} name={calendar.name} readOnly={<TryButton onEdit={onEdit} />} onEdit={onEdit} />
      </EntryHead>
      <Sheet>
        <dl className={styles.facts}>
          <dt className={styles.term}>{t('field.calendar.zone')}</dt>
          <dd className={styles.value}>{zone.replaceAll('_', ' ')}</dd>
          <dt className={styles.term}>{t(memberIds.length > 0 ? 'field.calendar.members' : 'field.calendar.weekly')}</dt>
          <dd className={styles.value}>
            {memberIds.length > 0
              ? memberIds.map((id) => (
                  <Link key={id} href={href('levels/calendars', id)}>
                    {calendarName(id)}
                  </Link>
                ))
              : weeklyLines(weekly, language, t).map((line) => <span key={line}>{line}</span>)}
          </dd>
          {sites.length > 0 && (
            <>
              <dt className={styles.term}>{t('field.calendar.sites')}</dt>
              <dd className={styles.value}>{new Intl.ListFormat(language).format(sites)}</dd>
            </>
          )}
          <dt className={styles.term}>{t('levels.calendar.usedBy')}</dt>
          <dd className={styles.value}>
            {agreements.length === 0 && t('levels.calendar.unused')}
            {agreements.map((agreement) => (
              <Link key={agreement.id} href={href('levels/agreements', agreement.id)}>
                {agreement.name}
              </Link>
            ))}
          </dd>
        </dl>
      </Sheet>
      <YearPanel source={{ id: calendar.id, version: calendar.version }} />
      <History record={calendar} hint={t('levels.history.help')} describe={(field, value) => describeCalendarField({ t, language, calendarName }, field, value)} labelOf={(field) => t(`field.calendar.${FIELD_KEYS[field] ?? field}`)} />
    </>
  );
}
