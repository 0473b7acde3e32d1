import { useState } from 'react';
import type { RecordView } from '../../../../shared/kernel';
import { asApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';

/** Performs actions of a running meeting one after the other; what is seen on the page needs no notice, only what failed. */
export function useRun(): { readonly isBusy: boolean; run<R extends RecordView>(action: string, record: RecordView, input?: Readonly<Record<string, unknown>>): Promise<R | undefined> } {
  const { api, t, records } = useSession();
  const [running, setRunning] = useState(0);
  return {
    isBusy: running > 0,
    async run<R extends RecordView>(action: string, record: RecordView, input: Readonly<Record<string, unknown>> = {}) {
      setRunning((count) => count + 1);
      const title = t('tab.notDone', { action: t(`action.${action}`) });
      try {
        const answer = await api.perform<R>(action, { id: record.id, version: record.version, ...input });
        if (answer.refused) {
          if (answer.current) records.put(answer.current);
          notify({ title, body: answer.refused.text, intent: 'warning' });
          return undefined;
        }
        records.put(answer.record);
        return answer.record;
      } catch (error) {
        notify({ title, body: errorText(asApiError(error), t), intent: 'error' });
        return undefined;
      } finally {
        setRunning((count) => count - 1);
      }
    },
  };
}
