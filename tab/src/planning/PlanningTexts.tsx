import { use, useMemo, type ReactNode } from 'react';
import type { Language } from '../../../shared/kernel';
import { SessionContext, useSession } from '../lib/session';
import { addTexts } from '../lib/texts';

type Texts = Readonly<Record<string, string>>;

const loading = new Map<Language, Promise<Texts>>();

function load(language: Language): Promise<Texts> {
  let texts = loading.get(language);
  if (!texts) {
    texts = (language === 'de' ? import('./texts-de') : import('./texts-en')).then((module) => module.texts);
    loading.set(language, texts);
    // A lost connection must not spoil the next attempt.
    texts.catch(() => loading.delete(language));
  }
  return texts;
}

/** Gives pages below it the words of planning and deciding; they come with the first of these pages, not with the tab. */
export function PlanningTexts({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const texts = use(load(session.language));
  const richer = useMemo(() => ({ ...session, t: addTexts(session.t, texts, session.language) }), [session, texts]);
  return <SessionContext value={richer}>{children}</SessionContext>;
}
