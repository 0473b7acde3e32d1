import { useEffect, useState } from 'react';
import type { Language } from '../../../../shared/kernel';
import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import { asApiError, type Api, type ApiError } from '../../lib/api';
import { useSession } from '../../lib/session';

const PAGE = 200;

export const templateName = ({ name, nameDe }: Pick<TemplateRow, 'name' | 'nameDe'>, language: Language): string => (language === 'de' ? (nameDe ?? name) : name);

async function allTemplates(api: Api, signal: AbortSignal): Promise<readonly TemplateRow[]> {
  const rows: TemplateRow[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await api.get<{ items: readonly TemplateRow[]; cursor?: string }>(`/api/lists/changeTemplates?${query.toString()}`, signal);
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return rows;
}

/** All templates of standard changes; undefined until they are there. */
export function useTemplates(): { readonly templates?: readonly TemplateRow[] | undefined; readonly error?: ApiError | undefined; load(): void } {
  const { api } = useSession();
  const [state, setState] = useState<{ readonly templates?: readonly TemplateRow[]; readonly error?: ApiError }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const control = new AbortController();
    allTemplates(api, control.signal).then(
      (templates) => control.signal.aborted || setState({ templates }),
      (error: unknown) => control.signal.aborted || setState({ error: asApiError(error) }),
    );
    return () => control.abort();
  }, [api, turn]);
  return { ...state, load: () => setTurn((now) => now + 1) };
}
