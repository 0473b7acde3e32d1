import { useSyncExternalStore } from 'react';

/** `#/tickets/INC0000123?x=1` as parts. */
export interface Route {
  readonly page: string;
  readonly id?: string;
  /** What comes after the id: `#/levels/calendars/CAL0000001`. */
  readonly sub?: string;
  readonly query: URLSearchParams;
}

let parsed: { readonly hash: string; readonly route: Route } | undefined;

function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', id, sub] = path.split('/');
  return { page, ...(id && { id: decode(id) }), ...(sub && { sub: decode(sub) }), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** What the address asks for. */
export function currentRoute(): Route {
  const { hash } = window.location;
  if (parsed?.hash !== hash) parsed = { hash, route: parseHash(hash) };
  return parsed.route;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

/** A link inside the tab: `href('tickets', 'INC0000123')`. */
export function href(page: string, id?: string, query?: URLSearchParams): string {
  const words = query?.toString();
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ''}${words ? `?${words}` : ''}`;
}

export function navigate(to: string, isReplacing = false): void {
  if (window.location.hash === to) return;
  if (!isReplacing) {
    window.location.hash = to;
    return;
  }
  window.history.replaceState(null, '', to);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Prefix of a number -> the page that shows such records; all others are tickets. */
const PAGES: Readonly<Record<string, string>> = {
  ART: 'knowledge', CHG: 'changes', FEX: 'approvals', MTG: 'meetings', HND: 'duty', TPL: 'setup', SVC: 'setup', ANN: 'setup', CIT: 'setup', POL: 'setup', FRZ: 'setup', MWI: 'setup', BRD: 'setup',
  RUL: 'setup', MAC: 'setup', CAN: 'setup', RCT: 'setup', WHK: 'setup', OFR: 'setup', SET: 'setup', SHF: 'duty',
};

/** The page that shows a record. */
export function recordHref(id: string): string {
  return href(PAGES[id.slice(0, 3)] ?? 'tickets', id);
}
