import { useCallback } from 'react';
import type { ChangeRow, ChangeView } from '../../../../shared/changes/change-views';
import { asApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';
import { usePlanningWords } from '../words';
import type { Stretch } from './days';

type Known = Pick<ChangeRow, 'id' | 'version' | 'title'> & { readonly plannedStart?: string | undefined; readonly plannedEnd?: string | undefined };

/** Moves a change to another window and offers to move it back. Answers whether it was done. */
export function useReschedule(onDone: (record: ChangeView) => void): (change: Known, to: Stretch) => Promise<boolean> {
  const { api, t, records } = useSession();
  const words = usePlanningWords();

  return useCallback(
    async function reschedule(change, window): Promise<boolean> {
      const title = t('planning.notMoved', { id: change.id });
      try {
        const answer = await api.perform<ChangeView>('changes.reschedule', { id: change.id, version: change.version, plannedStart: window.from, plannedEnd: window.to });
        if (answer.refused) {
          if (answer.current) onDone(answer.current);
          notify({ title, body: answer.refused.text, intent: 'warning' });
          return false;
        }
        const { record } = answer;
        records.put(record);
        onDone(record);
        const { plannedStart, plannedEnd } = change;
        const back = plannedStart && plannedEnd && record.can.includes('changes.reschedule') ? { from: plannedStart, to: plannedEnd } : undefined;
        notify({
          title: t('planning.movedTo', { id: record.id, when: words.range(window.from, window.to) }),
          action: back && { label: t('tab.undo'), run: () => void reschedule(record, back) },
        });
        return true;
      } catch (error) {
        notify({ title, body: errorText(asApiError(error), t), intent: 'error' });
        return false;
      }
    },
    // Words change with every minute; what they are made of does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, t, records, onDone],
  );
}
