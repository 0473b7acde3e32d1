import { NamedRows } from '../../setup/pages/NamedRows';
import { useSession } from '../../lib/session';
import { keepsRules } from '../access';
import { WEBHOOKS } from '../kinds/webhooks';

/** Addresses outside that are told what happens here. */
export default function WebhooksPage({ query }: { readonly query: URLSearchParams }) {
  const { me } = useSession();
  return <NamedRows register={WEBHOOKS} query={query} canAdd={keepsRules(me)} text={({ description }) => description ?? ''} />;
}
