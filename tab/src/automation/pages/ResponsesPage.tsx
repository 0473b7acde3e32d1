import { Link } from '@fluentui/react-components';
import { EntryRow, useRowListStyles } from '../../change-setup/pages/EntryRow';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { GroupOf } from '../../registers/names';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsMacros } from '../access';
import { RESPONSES } from '../kinds/responses';
import type { ResponseView } from '../types';

/** Texts that are written again and again. */
export default function ResponsesPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me } = useSession();
  return (
    <RegisterPage<ResponseView> place={{ page: 'setup', practice: 'cannedResponses' }} icon={RESPONSES.icon} query={query} canAdd={keepsMacros(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.cannedResponses')}>
            {shown.map((entry) => (
              <EntryRow
                key={entry.id}
                id={entry.id}
                isRetired={entry.retired}
                name={
                  <Link href={href('setup/cannedResponses', entry.id)} className={styles.link}>
                    {entry.name}
                  </Link>
                }
                end={entry.groupId ? <GroupOf id={entry.groupId} /> : t('rules.everybody')}
              >
                {entry.text.slice(0, 160)}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
