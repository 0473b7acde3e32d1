import type { RecordView } from '../../../shared/kernel';
import { asApiError } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import { notify } from '../parts/notices';

/** Retires and restores an entry; each can be undone by the other. */
export function useEntryActions(practice: string) {
  const { api, t, records } = useSession();

  async function run(verb: 'retire' | 'restore', entry: RecordView, name: string): Promise<void> {
    try {
      const { record, refused } = await api.perform(`${practice}.${verb}`, { id: entry.id, version: entry.version });
      if (refused) return notify({ title: t(`action.${practice}.${verb}`), body: refused.text, intent: 'error' });
      records.put(record);
      const back = verb === 'retire' ? 'restore' : 'retire';
      notify({ title: t(`register.done.${verb}`, { name }), action: { label: t('tab.undo'), run: () => void run(back, record, name) } });
    } catch (error) {
      notify({ title: t(`action.${practice}.${verb}`), body: errorText(asApiError(error), t), intent: 'error' });
    }
  }
  return run;
}
