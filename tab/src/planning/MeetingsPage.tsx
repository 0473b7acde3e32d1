import type { Route } from '../lib/router';
import { useText } from '../lib/session';

export default function MeetingsPage(_props: { readonly route: Route }) {
  const t = useText();
  return <h1>{t('tab.page.meetings')}</h1>;
}
