import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { administers } from '../access';
import { useLastUse } from '../keys/use-last-use';
import type { KeyEntry } from '../keys/types';
import { EVERYTHING } from '../keys/use-scopes';
import { INTEGRATION_KEYS } from '../kinds/integration-keys';
import { NamedRows } from './NamedRows';

/** Programs that get in with a key: in whose name, for what, how long, and when they did last. */
export default function IntegrationKeysPage({ query }: { readonly query: URLSearchParams }) {
  const { t, me } = useSession();
  const dates = useDates();
  const lastUse = useLastUse();

  function scopes({ reads = [], actions = [], personName }: KeyEntry): string {
    const read = reads.includes(EVERYTHING) ? t('setup.integrationKeys.readsAll') : t('setup.integrationKeys.reads', { count: reads.length });
    return [t('setup.integrationKeys.as', { person: personName }), `${read}, ${t('setup.integrationKeys.does', { count: actions.length })}`].join(' · ');
  }

  function end({ id, state, expiresAt }: KeyEntry): string {
    const expiry = state === 'revoked' ? [] : [t(`setup.integrationKeys.${state === 'expired' ? 'ended' : 'expires'}`, { when: dates.relative(expiresAt) })];
    return [...expiry, lastUse(id, (day) => t('setup.integrationKeys.usedOn', { day }))].filter(Boolean).join(' · ');
  }

  return <NamedRows<KeyEntry> register={INTEGRATION_KEYS} query={query} canAdd={administers(me)} text={scopes} end={end} />;
}
