import type { Route } from '../lib/router';
import { useText } from '../lib/session';

export default function SetupPage(_props: { readonly route: Route }) {
  const t = useText();
  return <h1>{t('tab.page.setup')}</h1>;
}
