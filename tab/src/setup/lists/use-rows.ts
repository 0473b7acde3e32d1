import { useMemo } from 'react';
import { useSession } from '../../lib/session';
import type { ListState, Row } from '../../lists/row-list';
import { keptList, useRowList, type ListKind } from '../../lists/use-row-list';

export interface Rows<R extends Row> extends ListState<R> {
  more(): void;
  retry(): void;
}

/** A list as the server filters it: loaded page by page, fresh while it is shown. */
export function useRows<R extends Row>(kind: ListKind<R>, name: string, filters: Readonly<Record<string, string | undefined>>): Rows<R> {
  const session = useSession();
  const query = new URLSearchParams(Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString();
  const list = useMemo(() => keptList(session, kind, name, query), [session, kind, name, query]);
  const state = useRowList(session, kind, list);
  return useMemo(() => ({ ...state, more: () => list.more(), retry: () => list.load() }), [state, list]);
}
