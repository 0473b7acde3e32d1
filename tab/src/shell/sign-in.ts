import type { Credentials } from '../lib/api';
import type { Host } from '../lib/host';

const KEY = 'bellhop.person';

/**
 * The demo person of this window. Two windows can be two people; a new window starts as the person chosen last.
 * `?as=PER0000001` in the address chooses one, so that a document can link to a point of view.
 */
export function chosenPerson(): string | undefined {
  const asked = new URLSearchParams(window.location.search).get('as');
  if (asked) choosePerson(asked);
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? undefined;
  } catch {
    return asked ?? undefined;
  }
}

export function choosePerson(id: string | undefined): void {
  try {
    for (const storage of [sessionStorage, localStorage]) {
      if (id) storage.setItem(KEY, id);
      else storage.removeItem(KEY);
    }
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  if (!window.location.search.includes('as=')) return;
  window.history.replaceState(null, '', `${window.location.pathname}${window.location.hash}`);
}

/** Development: the server believes who the header says, on loopback only. */
export function demoCredentials(personId: string, language: string): Credentials {
  return { canRenew: false, headers: () => Promise.resolve({ 'x-bellhop-user': personId, 'accept-language': language }) };
}

const EARLY_MS = 120_000;

function expiryOf(token: string): number {
  try {
    const payload = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
    return (payload.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
}

/** Teams single sign-on: Teams hands out tokens for this app, we ask again shortly before one expires. */
export function teamsCredentials(host: Host, language: string): Credentials {
  let token: Promise<string> | undefined;
  let expiresAt = 0;

  async function fresh(): Promise<string> {
    const value = await host.token();
    expiresAt = expiryOf(value);
    return value;
  }

  return {
    canRenew: true,
    async headers(isRetry) {
      const isOld = expiresAt > 0 && expiresAt - EARLY_MS < Date.now();
      if (!token || isRetry || isOld) {
        expiresAt = 0;
        token = fresh();
        token.catch(() => (token = undefined));
      }
      return { authorization: `Bearer ${await token}`, 'accept-language': language };
    },
  };
}
