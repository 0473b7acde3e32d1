import { MenuDivider, MenuItem } from '@fluentui/react-components';
import { AlertOn20Regular } from '@fluentui/react-icons/svg/alert-on';
import { AlertSnooze20Regular } from '@fluentui/react-icons/svg/alert-snooze';
import { PersonAvailable20Regular } from '@fluentui/react-icons/svg/person-available';
import { PersonClock20Regular } from '@fluentui/react-icons/svg/person-clock';
import type { RecordView } from '../../../shared/kernel';
import { useActions } from '../actions/ActionsProvider';
import { ApiError } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useDates } from '../lib/now';
import { useRecord } from '../lib/records';
import { useSession } from '../lib/session';
import { workingMorning } from '../lib/zone';
import { notify } from '../parts/notices';
import type { Values } from '../parts/schema-form/types';

interface OwnRecord extends RecordView {
  readonly awayUntil?: string;
  readonly quietFrom?: string;
  readonly quietTo?: string;
}

/** What most people mean by the end of their day. */
const QUIET = { from: '18:00', to: '08:00' } as const;

/** The next working morning, and the one after five working days. */
const WORKING_DAYS = [1, 5] as const;

/** No new work for a while, and no messages that can wait, for those who get some. */
export function AwayItems() {
  const { api, records, me, t, zone } = useSession();
  const dates = useDates();
  const { record } = useRecord<OwnRecord>(records, 'people', me.id);
  const { start } = useActions();
  const until = record?.awayUntil && record.awayUntil > dates.now ? record.awayUntil : undefined;

  async function run(action: string, input: object, done: string): Promise<void> {
    try {
      const { refused } = await api.perform(action, { id: me.id, ...input });
      notify({ title: refused ? refused.text : done });
      records.load('people', me.id, true);
    } catch (error) {
      notify({ title: errorText(error instanceof ApiError ? error : new ApiError('bug', String(error), 0), t) });
    }
  }

  const ask = (action: string, initial?: Values): void => {
    if (record) start({ action, record: { ...record, title: me.name }, ...(initial && { initial }) });
  };

  return (
    <>
      <MenuDivider />
      {until ? (
        <MenuItem icon={<PersonAvailable20Regular />} onClick={() => void run('people.setBack', {}, t('tab.away.back'))}>
          {t('tab.away.end', { until: dates.short(until) })}
        </MenuItem>
      ) : (
        <>
          {WORKING_DAYS.map((days) => {
            const morning = workingMorning(dates.now, zone, days);
            return (
              <MenuItem key={days} icon={<PersonClock20Regular />} onClick={() => void run('people.setAway', { until: morning }, t('tab.away.set', { until: dates.short(morning) }))}>
                {t('tab.away.until', { until: dates.short(morning) })}
              </MenuItem>
            );
          })}
          <MenuItem icon={<PersonClock20Regular />} disabled={!record} onClick={() => ask('people.setAway')}>
            {t('tab.away.other')}
          </MenuItem>
        </>
      )}
      {record?.quietFrom && record.quietTo ? (
        <MenuItem icon={<AlertOn20Regular />} onClick={() => void run('people.endQuietHours', {}, t('tab.quiet.ended'))}>
          {t('tab.quiet.end', { from: record.quietFrom, to: record.quietTo })}
        </MenuItem>
      ) : (
        <MenuItem icon={<AlertSnooze20Regular />} onClick={() => void run('people.setQuietHours', QUIET, t('tab.quiet.done', QUIET))}>
          {t('tab.quiet.set', QUIET)}
        </MenuItem>
      )}
      <MenuItem icon={<AlertSnooze20Regular />} disabled={!record} onClick={() => ask('people.setQuietHours', record?.quietFrom ? { from: record.quietFrom, to: record.quietTo } : QUIET)}>
        {t('tab.quiet.other')}
      </MenuItem>
    </>
  );
}
