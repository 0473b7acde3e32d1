import { createStore, type Store } from './store';

export type HostTheme = 'light' | 'dark' | 'contrast';

/** What is around the page: Teams, or a plain browser. */
export interface Host {
  readonly isTeams: boolean;
  /** The theme Teams shows; undefined outside Teams. */
  readonly theme: Store<HostTheme | undefined>;
  /** Language of the Teams client, e.g. `de-de`. */
  readonly locale?: string;
  /** The record or page a deep link points at. */
  readonly subPageId?: string;
  /** An Entra ID token for this app. */
  token(): Promise<string>;
  /** Tells Teams what "copy link" links to. */
  share(subPageId: string, label: string): void;
  openLink(url: string): void;
  /** Tells Teams that the page is ready. */
  ready(): void;
}

/** Long enough for a slow Teams client, short enough for a page that somebody framed elsewhere. */
const PATIENCE_MS = 5_000;

const THEMES: Readonly<Record<string, HostTheme>> = { default: 'light', light: 'light', dark: 'dark', contrast: 'contrast', glass: 'dark' };

function browserHost(): Host {
  return {
    isTeams: false,
    theme: createStore<HostTheme | undefined>(undefined),
    token: () => Promise.reject(new Error('not in Teams')),
    share: () => undefined,
    openLink: (url) => void window.open(url, '_blank', 'noopener,noreferrer'),
    ready: () => undefined,
  };
}

const inTime = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([promise, new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE_MS))]);

/** Connects to Teams when the page is framed; the Teams library is loaded only then. */
export async function connectHost(): Promise<Host> {
  if (window.parent === window) return browserHost();
  const teams = await import('./teams-client');
  try {
    await inTime(teams.app.initialize());
    const context = await inTime(teams.app.getContext());
    const theme = createStore<HostTheme | undefined>(THEMES[context.app.theme] ?? 'light');
    teams.app.registerOnThemeChangeHandler((name) => theme.set(THEMES[name] ?? 'light'));
    return {
      isTeams: true,
      theme,
      locale: context.app.locale,
      ...(context.page.subPageId && { subPageId: context.page.subPageId }),
      token: () => teams.authentication.getAuthToken(),
      share: (subPageId, label) => {
        if (teams.pages.isSupported()) teams.pages.shareDeepLink({ subPageId, subPageLabel: label });
      },
      openLink: (url) => void teams.app.openLink(url).catch(() => window.open(url, '_blank', 'noopener,noreferrer')),
      ready: () => void teams.app.notifySuccess(),
    };
  } catch {
    return browserHost();
  }
}
