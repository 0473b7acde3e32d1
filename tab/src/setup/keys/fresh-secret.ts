import { createStore, useStore } from '../../lib/store';

/** A secret that was made a moment ago, by the key it belongs to. `secret` is absent where the answer that had it got lost. */
interface Fresh {
  readonly keyId: string;
  readonly secret?: string;
}

/** In the memory of this page alone, until somebody has said that they kept it. */
const fresh = createStore<Fresh | undefined>(undefined);

export const showSecret = (keyId: string, secret: string | undefined): void => fresh.set({ keyId, ...(secret !== undefined && { secret }) });
export const forgetSecret = (): void => fresh.set(undefined);

export function useFreshSecret(keyId: string): Fresh | undefined {
  const shown = useStore(fresh);
  return shown?.keyId === keyId ? shown : undefined;
}
