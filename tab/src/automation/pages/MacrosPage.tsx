import { Link } from '@fluentui/react-components';
import { EntryRow, useRowListStyles } from '../../change-setup/pages/EntryRow';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { GroupOf } from '../../registers/names';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsMacros } from '../access';
import { MACROS } from '../kinds/macros';
import type { MacroView } from '../types';

/** Several actions in one press. */
export default function MacrosPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me } = useSession();
  return (
    <RegisterPage<MacroView> place={{ page: 'setup', practice: 'macros' }} icon={MACROS.icon} query={query} canAdd={keepsMacros(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.macros')}>
            {shown.map((entry) => (
              <EntryRow
                key={entry.id}
                id={entry.id}
                isRetired={entry.retired}
                name={
                  <Link href={href('setup/macros', entry.id)} className={styles.link}>
                    {entry.name}
                  </Link>
                }
                end={entry.groupId ? <GroupOf id={entry.groupId} /> : t('rules.everybody')}
              >
                {entry.actions.map(({ action }) => t(`action.${action}`)).join(' → ')}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
