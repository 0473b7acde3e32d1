import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { PeopleTeam48Regular } from '@fluentui/react-icons/svg/people-team';
import { useMemo } from 'react';
import type { DutyView } from '../../../shared/routing/duty-views';
import { errorText } from '../lib/error-text';
import { useDates } from '../lib/now';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Placeholder } from '../parts/Placeholder';
import { addDays, dateIn, isDate, weekOf } from '../planning/calendar/days';
import { useFollowed } from '../planning/use-followed';
import { GroupDuty } from './GroupDuty';
import { HandoverList } from './HandoverList';
import type { ShiftRow } from './Swaps';
import { weekRange } from './week';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px', width: '100%', maxWidth: '1280px', margin: '0 auto', padding: '4px 16px 32px', flexGrow: 1, boxSizing: 'border-box', '@media (max-width: 639px)': { padding: '4px 8px 24px' } },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  period: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, minWidth: '170px' },
});

interface Page<T> {
  readonly items: readonly T[];
}

/** Handovers first, because they wait for somebody; then who is on duty this week, and where the plan has holes. */
export function DutyOverview({ day }: { readonly day: string | undefined }) {
  const styles = useStyles();
  const { t, zone, language } = useSession();
  const { now } = useDates();
  const today = dateIn(now, zone);
  const date = isDate(day) ? day : today;
  const { from, to } = useMemo(() => weekRange(date, zone), [date, zone]);
  const duty = useFollowed<DutyView>(`/api/duty?from=${from}&to=${to}`, ['shifts', 'groups', 'people', 'calendars', 'delegations']);
  const shifts = useFollowed<Page<ShiftRow>>('/api/lists/shifts?limit=200', ['shifts']);
  const [first = date] = weekOf(date);
  const goTo = (other: string): void => navigate(href('duty', undefined, new URLSearchParams({ day: other })), true);
  const period = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${addDays(first, 6)}T00:00:00Z`));
  const shown = duty.isOld ? undefined : duty.value;
  return (
    <div className={styles.root} data-testid="duty">
      <h1 className={styles.title}>{t('tab.page.duty')}</h1>
      <HandoverList />
      <div className={styles.bar}>
        <h2 className={styles.period} aria-live="polite">{period}</h2>
        <Tooltip content={t('duty.week.previous')} relationship="label">
          <Button appearance="subtle" icon={<ChevronLeft20Regular />} onClick={() => goTo(addDays(date, -7))} />
        </Tooltip>
        <Tooltip content={t('duty.week.next')} relationship="label">
          <Button appearance="subtle" icon={<ChevronRight20Regular />} onClick={() => goTo(addDays(date, 7))} />
        </Tooltip>
        <Button appearance="subtle" disabled={weekOf(today)[0] === first} onClick={() => goTo(today)}>
          {t('duty.week.today')}
        </Button>
      </div>
      {!shown && !duty.error && <Placeholder label={t('tab.loading')} widths={[92, 84, 88]} />}
      {!shown && duty.error && (
        <EmptyState icon={<ErrorCircle48Regular />} title={t('duty.failed')} text={errorText(duty.error, t)}>
          <Button appearance="primary" onClick={duty.reload}>
            {t('tab.retry')}
          </Button>
        </EmptyState>
      )}
      {shown?.groups.length === 0 && <EmptyState icon={<PeopleTeam48Regular />} title={t('duty.noShifts')} text={t('duty.noShifts.text')} />}
      {shown?.groups.map((group) => (
        <GroupDuty key={group.groupId} group={group} date={date} shifts={(shifts.value?.items ?? []).filter(({ groupId }) => groupId === group.groupId)} />
      ))}
    </div>
  );
}
