export interface PresenceSource {
  /** Which of these people, by their object ids in Entra ID, are out of office. Throws a PresenceError when it cannot be found out. */
  outOfOffice(objectIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Names no people: it goes into the log. */
export class PresenceError extends Error {
  constructor(readonly status: number | undefined, reason: string) {
    super(`presence cannot be read: ${status ?? reason}`);
    this.name = 'PresenceError';
  }
}

interface GraphOptions {
  readonly token: () => Promise<string>;
  /** For tests: where Microsoft Graph is. */
  readonly graphUrl?: string;
}

/** Microsoft Graph takes so many in one request. */
const AT_ONCE = 650;
const TIMEOUT_MS = 10_000;

interface Presence {
  readonly id?: unknown;
  readonly activity?: unknown;
  readonly outOfOfficeSettings?: { readonly isOutOfOffice?: unknown } | null;
}

const isOut = ({ activity, outOfOfficeSettings }: Presence): boolean => activity === 'OutOfOffice' || outOfOfficeSettings?.isOutOfOffice === true;

/**
 * Presence in Teams by Microsoft Graph: `POST /communications/getPresencesByUserId`, with the application permission
 * Presence.Read.All. Only who is out of office is asked for: whether somebody is in a call says nothing of whether they work.
 */
export function createGraphPresence({ token, graphUrl = 'https://graph.microsoft.com' }: GraphOptions): PresenceSource {
  async function ask(ids: readonly string[]): Promise<readonly Presence[]> {
    const response = await fetch(`${graphUrl}/v1.0/communications/getPresencesByUserId`, {
      method: 'POST', body: JSON.stringify({ ids }), redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new PresenceError(response.status, response.statusText);
    const { value } = (await response.json()) as { readonly value?: unknown };
    if (!Array.isArray(value)) throw new PresenceError(undefined, 'the answer is no list');
    return value as readonly Presence[];
  }

  return {
    async outOfOffice(objectIds) {
      const out = new Set<string>();
      for (let from = 0; from < objectIds.length; from += AT_ONCE) {
        const found = await ask(objectIds.slice(from, from + AT_ONCE)).catch((error: unknown) => {
          throw error instanceof PresenceError ? error : new PresenceError(undefined, (error as Error).name);
        });
        for (const presence of found) if (typeof presence.id === 'string' && isOut(presence)) out.add(presence.id.toLowerCase());
      }
      return out;
    },
  };
}
