import type { Language } from '../../../shared/kernel';
import { secretText } from '../../../shared/strings/secret-text';
import { ApiError, createApi, type Credentials } from '../lib/api';
import type { Config, Me, SessionInfo } from '../lib/api-types';
import type { Host } from '../lib/host';
import { createRecords } from '../lib/records';
import type { Session } from '../lib/session';
import { readStored } from '../lib/stored';
import { createStream } from '../lib/stream';
import { loadTexts, pickLanguage, type Translate } from '../lib/texts';
import { notify } from '../parts/notices';
import { chosenPerson, demoCredentials, teamsCredentials } from './sign-in';

/** What the page can do at start. */
export type Boot =
  | { readonly step: 'loading' }
  | { readonly step: 'choosePerson'; readonly t: Translate }
  | { readonly step: 'outsideTeams'; readonly t: Translate }
  | { readonly step: 'failed'; readonly error: ApiError; readonly t: Translate }
  | { readonly step: 'ready'; readonly session: Session };

/** Teams' language, else the one chosen here, else the browser's. */
export function languageOf(host: Host): Language {
  return pickLanguage(host.locale ?? readStored<string | undefined>('language', undefined) ?? navigator.languages.join(','));
}

async function sessionInfo(): Promise<SessionInfo> {
  const response = await fetch('/api/session').catch(() => undefined);
  if (!response) throw new ApiError('offline', '', 0);
  if (!response.ok) throw new ApiError('busy', '', response.status);
  return (await response.json()) as SessionInfo;
}

async function signIn(host: Host, info: SessionInfo, credentials: Credentials, language: Language, texts: Promise<Translate>): Promise<Session> {
  const warn = async (kinds: readonly string[]): Promise<void> => {
    const t = await texts;
    notify({ title: t('secret.title'), body: secretText(kinds, t), intent: 'warning' });
  };
  const api = createApi(credentials, (kinds) => void warn(kinds));
  const [me, config, t] = await Promise.all([api.get<Me>('/api/me'), api.get<Config>('/api/config'), texts]);
  const stream = createStream(api);
  return {
    api, stream, host, info, me, config, language, t,
    records: createRecords(api, stream),
    zone: me.zone,
    kept: new Map(),
  };
}

/** Signs in: by Teams where the server asks for it, as a demo person in development. The words of the page come meanwhile. */
export async function boot(host: Host): Promise<Boot> {
  const language = languageOf(host);
  const texts = loadTexts(language);
  try {
    const info = await sessionInfo();
    if (info.mode === 'teams') {
      if (!host.isTeams) return { step: 'outsideTeams', t: await texts };
      return { step: 'ready', session: await signIn(host, info, teamsCredentials(host, language), language, texts) };
    }
    const personId = chosenPerson();
    if (!personId) return { step: 'choosePerson', t: await texts };
    return { step: 'ready', session: await signIn(host, info, demoCredentials(personId, language), language, texts) };
  } catch (error) {
    const t = await texts;
    // A demo person of another data directory: choose again.
    if (error instanceof ApiError && error.status === 401 && !host.isTeams) return { step: 'choosePerson', t };
    const failed = error instanceof ApiError ? error : new ApiError('signIn', '', 0);
    return { step: 'failed', error: failed, t };
  }
}
