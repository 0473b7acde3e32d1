import { useCallback, useEffect, useState } from 'react';
import type { ClassifierView } from '../../../../shared/app/learning-views';
import { asApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { useSession } from '../../lib/session';
import { notify } from '../../parts/notices';

const ASK_AGAIN_MS = 1_000;
/** After a change of these something else may find categories. */
const MATTERS = new Set(['settings', 'categories']);

export interface Classifier {
  readonly view?: ClassifierView | undefined;
  readonly isFailed: boolean;
  reload(): void;
  /** Learns from own tickets now. */
  learn(): Promise<void>;
  setMode(mode: ClassifierView['mode']): Promise<void>;
}

/** What finds categories, followed while it learns. */
export function useClassifier(): Classifier {
  const { api, stream, t } = useSession();
  const [view, setView] = useState<ClassifierView>();
  const [isFailed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((count) => count + 1), []);

  useEffect(() => {
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    api.get<ClassifierView>('/api/classifier', control.signal).then(
      (next) => {
        setView(next);
        setFailed(false);
        if (next.progress.state !== 'idle') timer = setTimeout(reload, ASK_AGAIN_MS);
      },
      () => !control.signal.aborted && setFailed(true),
    );
    const end = stream.onChange(({ practice }) => MATTERS.has(practice) && reload());
    return () => {
      end();
      control.abort();
      clearTimeout(timer);
    };
  }, [api, stream, reload, turn]);

  const fail = (error: unknown): void => notify({ intent: 'error', title: errorText(asApiError(error), t) });

  return {
    view, isFailed, reload,
    learn: () => api.ask('/api/classifier/learn', {}).then(reload, fail),
    async setMode(mode) {
      const { settings } = view ?? {};
      try {
        const done = settings ? await api.perform('settings.change', { ...settings, classifier: mode }) : await api.perform('settings.add', { name: 'main', classifier: mode });
        notify(done.refused ? { intent: 'warning', title: done.refused.text } : { title: t('setup.classifier.mode.saved') });
      } catch (error) {
        fail(error);
      }
      reload();
    },
  };
}
