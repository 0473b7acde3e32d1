import { useEffect, useState } from 'react';
import type { DraftView } from '../../lib/api-types';
import { useSession } from '../../lib/session';

const TYPING_MS = 250;
/** Fewer characters say nothing yet. */
const ENOUGH = 6;

/** What the words would become, asked again a moment after the last key. */
export function useDraftView(text: string): DraftView | undefined {
  const { api } = useSession();
  const [draft, setDraft] = useState<{ readonly text: string; readonly draft: DraftView }>();
  const isEnough = text.trim().length >= ENOUGH;
  useEffect(() => {
    if (!isEnough) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => {
      api.get<{ draft: DraftView }>(`/api/draft?text=${encodeURIComponent(text.slice(0, 2_000))}`, control.signal).then((answer) => setDraft({ text, draft: answer.draft }), () => undefined);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, text, isEnough]);
  return isEnough ? draft?.draft : undefined;
}
