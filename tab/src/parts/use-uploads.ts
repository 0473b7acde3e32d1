import { useState } from 'react';
import { asApiError } from '../lib/api';
import type { FileRef } from '../lib/api-types';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import { notify } from './notices';

const MAX_BYTES = 25 * 1024 * 1024;

export interface UploadList {
  readonly files: readonly FileRef[];
  /** How many are on their way. */
  readonly pending: number;
  add(files: Iterable<File> | ArrayLike<File> | null | undefined): void;
  remove(id: string): void;
  clear(): void;
}

/** Files that are uploaded as soon as they are chosen, dropped or pasted, and attached by a later action. */
export function useUploads(initial: readonly FileRef[], onChange: (files: readonly FileRef[]) => void): UploadList {
  const { api, t } = useSession();
  const [files, setFiles] = useState(initial);
  const [pending, setPending] = useState(0);

  const change = (next: (files: readonly FileRef[]) => readonly FileRef[]): void =>
    setFiles((current) => {
      const fresh = next(current);
      queueMicrotask(() => onChange(fresh));
      return fresh;
    });
  const complain = (name: string, text: string): void => notify({ title: t('tab.uploadFailed', { name }), body: text, intent: 'error' });

  async function upload(file: File): Promise<void> {
    if (file.size > MAX_BYTES) return complain(file.name, t('tab.uploadTooLarge'));
    if (file.size === 0) return complain(file.name, t('tab.uploadEmpty'));
    setPending((count) => count + 1);
    try {
      const answer = await api.upload(file);
      if ('id' in answer) change((current) => [...current, answer]);
      else complain(file.name, answer.text);
    } catch (error) {
      complain(file.name, errorText(asApiError(error), t));
    } finally {
      setPending((count) => count - 1);
    }
  }

  return {
    files,
    pending,
    add: (chosen) => {
      for (const file of Array.from(chosen ?? [])) void upload(file);
    },
    remove: (id) => change((current) => current.filter((file) => file.id !== id)),
    clear: () => change(() => []),
  };
}
