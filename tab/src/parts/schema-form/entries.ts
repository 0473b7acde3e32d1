import { useEffect, useState } from 'react';
import { ApiError, type Api } from '../../lib/api';
import { useKept, useSession } from '../../lib/session';

/** An entry of a register, as its list gives it. */
export type Entry = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string; readonly nameDe?: string };

interface Page {
  readonly items: readonly Entry[];
  readonly cursor?: string;
}

const SHOWN = 30;
const PAGE = 200;
const TYPING_MS = 150;

/** Lists that cannot search for words themselves. */
type Wordless = Set<string>;

const hasWords = (entry: Entry, words: readonly string[]): boolean => {
  const haystack = `${entry.id} ${entry.name} ${entry.nameDe ?? ''}`.toLowerCase();
  return words.every((word) => haystack.includes(word));
};

/** Reads on until enough entries match, or the list ends. */
async function readThrough(api: Api, of: string, words: readonly string[], signal: AbortSignal): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await api.get<Page>(`/api/lists/${of}?${query.toString()}`, signal);
    found.push(...page.items.filter((entry) => hasWords(entry, words)));
    cursor = page.cursor;
  } while (cursor && found.length < SHOWN);
  return found.slice(0, SHOWN);
}

async function findEntries(api: Api, of: string, q: string, wordless: Wordless, signal: AbortSignal): Promise<readonly Entry[]> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0 && wordless.has(of)) return readThrough(api, of, words, signal);
  const query = new URLSearchParams({ limit: String(SHOWN), ...(words.length > 0 && { q: words.join(' ') }) });
  try {
    return (await api.get<Page>(`/api/lists/${of}?${query.toString()}`, signal)).items;
  } catch (error) {
    const knowsNoWords = error instanceof ApiError && error.problems?.some(({ field }) => field === 'q');
    if (!knowsNoWords) throw error;
    wordless.add(of);
    return readThrough(api, of, words, signal);
  }
}

/** Entries of a register that match what somebody types, a moment after the last key: the server looks, however many there are. */
export function useFoundEntries(of: string, query: string): readonly Entry[] {
  const { api } = useSession();
  const wordless = useKept<Wordless>('lists without words', () => new Set());
  const names = useKept<Map<string, string>>('entry names', () => new Map());
  const [found, setFound] = useState<readonly Entry[]>([]);
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      findEntries(api, of, query, wordless, control.signal).then(
        (entries) => {
          if (control.signal.aborted) return;
          for (const { id, name } of entries) names.set(id, name);
          setFound(entries);
        },
        // An answer that does not come leaves what was found before.
        () => undefined,
      );
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [api, of, query, wordless, names]);
  return found;
}

/** Names of entries that are chosen already; those nobody has told yet are asked for. */
export function useEntryNames(of: string, ids: readonly string[], known: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const { api } = useSession();
  const names = useKept<Map<string, string>>('entry names', () => new Map());
  const [, setTurn] = useState(0);
  const missing = ids.filter((id) => known[id] === undefined && !names.has(id)).join(' ');
  useEffect(() => {
    const control = new AbortController();
    for (const id of missing.split(' ').filter(Boolean)) {
      api.get<{ record: Entry }>(`/api/${of}/${id}`, control.signal).then(
        ({ record }) => {
          names.set(id, record.name);
          setTurn((turn) => turn + 1);
        },
        // Without its name the number is shown.
        () => undefined,
      );
    }
    return () => control.abort();
  }, [api, of, missing, names]);
  return { ...Object.fromEntries(names), ...known };
}
