import { useEffect, useState } from 'react';
import { asApiError, type ApiError } from '../lib/api';
import type { ArticleView } from '../lib/api-types';
import { useKept, useSession } from '../lib/session';
import { createStore, useStore, type Store } from '../lib/store';

interface Shelf {
  readonly articles?: readonly ArticleView[];
  readonly error?: ApiError;
}

const PAGE = 200;
const TYPING_MS = 150;

/** All articles this person may read; loaded once and kept, loaded again when the page is opened anew. */
export function useArticles(): Shelf & { reload(): void } {
  const { api } = useSession();
  const shelf: Store<Shelf> = useKept('articles', () => createStore<Shelf>({}));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOver = false;
    async function load(): Promise<void> {
      const articles: ArticleView[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.get<{ items: readonly ArticleView[]; cursor?: string }>(`/api/lists/articles?limit=${PAGE}${cursor ? `&cursor=${cursor}` : ''}`);
        articles.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      if (!isOver) shelf.set({ articles });
    }
    load().catch((error: unknown) => {
      if (!isOver) shelf.set((now) => ({ ...now, error: asApiError(error) }));
    });
    return () => {
      isOver = true;
    };
  }, [api, shelf, turn]);
  return { ...useStore(shelf), reload: () => setTurn(turn + 1) };
}

/** Ids of the articles that match, best first; undefined while nothing is searched for. */
export function useArticleSearch(query: string): readonly string[] | undefined {
  const { api } = useSession();
  const [found, setFound] = useState<readonly string[]>();
  const q = query.trim();
  useEffect(() => {
    if (!q) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => {
      api
        .get<{ items: readonly { id: string }[] }>(`/api/search?practice=articles&limit=30&q=${encodeURIComponent(q)}`, control.signal)
        .then(({ items }) => setFound(items.map((item) => item.id)), () => undefined);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, q]);
  return q ? found : undefined;
}
