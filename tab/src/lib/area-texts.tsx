import { use, useMemo, type ReactNode } from 'react';
import type { Language } from '../../../shared/kernel';
import { SessionContext, useSession } from './session';
import { addTexts } from './texts';

type Texts = Readonly<Record<string, string>>;
type Loader = () => Promise<{ readonly texts: Texts }>;

/** Gives pages below it the words of one area; they come with the first of these pages, not with the tab. */
export function areaTexts(loaders: Readonly<Record<Language, Loader>>) {
  const loading = new Map<Language, Promise<Texts>>();

  function load(language: Language): Promise<Texts> {
    let texts = loading.get(language);
    if (!texts) {
      texts = loaders[language]().then((module) => module.texts);
      loading.set(language, texts);
      // A lost connection must not spoil the next attempt.
      texts.catch(() => loading.delete(language));
    }
    return texts;
  }

  return function AreaTexts({ children }: { readonly children: ReactNode }) {
    const session = useSession();
    const texts = use(load(session.language));
    const richer = useMemo(() => ({ ...session, t: addTexts(session.t, texts, session.language) }), [session, texts]);
    return <SessionContext value={richer}>{children}</SessionContext>;
  };
}
