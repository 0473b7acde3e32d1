import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/kernel';
import type { Translate } from './texts';
import type { Api } from './api';
import type { Config, Me, SessionInfo } from './api-types';
import type { Host } from './host';
import type { Records } from './records';
import type { Stream } from './stream';

/** One signed-in person in one language, with everything that pages need. */
export interface Session {
  readonly api: Api;
  readonly stream: Stream;
  readonly records: Records;
  readonly host: Host;
  readonly info: SessionInfo;
  readonly me: Me;
  readonly config: Config;
  readonly language: Language;
  readonly t: Translate;
  /** IANA zone in which dates are shown. */
  readonly zone: string;
  /** What pages keep while others are shown: loaded lists, scroll positions. */
  readonly kept: Map<string, unknown>;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session');
  return session;
}

export function useText(): Translate {
  return useSession().t;
}

/** Something of the session that is made once and kept across pages. */
export function keptIn<T>({ kept }: Session, key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

/** The same of the session around a component. */
export function useKept<T>(key: string, make: () => T): T {
  return keptIn(useSession(), key, make);
}
