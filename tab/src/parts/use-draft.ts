import { useState } from 'react';
import type { FileRef } from '../lib/api-types';
import { readStored, writeStored } from '../lib/stored';

/** Drafts of one record that do not mix. */
export type DraftKind = 'reply' | 'note' | 'comment';

export interface Draft {
  readonly text: string;
  readonly files: readonly FileRef[];
}

const EMPTY: Draft = { text: '', files: [] };

/** What somebody is writing, kept in this browser until it is sent: a reload loses nothing. */
export function useDraft(personId: string, recordId: string, kind: DraftKind): readonly [Draft, (change: Partial<Draft>) => void] {
  const key = `draft.${personId}.${recordId}.${kind}`;
  const [state, setState] = useState(() => ({ key, draft: readStored<Draft>(key, EMPTY) }));
  // Reply and note are two drafts: switching shows the other one.
  const draft = state.key === key ? state.draft : readStored<Draft>(key, EMPTY);
  const change = (next: Partial<Draft>): void => {
    const merged = { ...readStored<Draft>(key, EMPTY), ...next };
    writeStored(key, merged.text === '' && merged.files.length === 0 ? undefined : merged);
    setState({ key, draft: merged });
  };
  return [draft, change];
}
