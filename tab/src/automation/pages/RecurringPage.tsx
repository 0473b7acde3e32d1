import { Link } from '@fluentui/react-components';
import { EntryRow, useRowListStyles } from '../../setup/pages/EntryRow';
import { occurrenceText } from '../../setup/words/describe-occurrence';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsRules } from '../access';
import { RECURRING } from '../kinds/recurring';
import type { RecurringView } from '../types';

/** Tickets that come round. */
export default function RecurringPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  return (
    <RegisterPage<RecurringView> place={{ page: 'setup', practice: 'recurringTickets' }} icon={RECURRING.icon} query={query} canAdd={keepsRules(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.recurringTickets')}>
            {shown.map((entry) => (
              <EntryRow
                key={entry.id}
                id={entry.id}
                isRetired={entry.retired}
                name={
                  <Link href={href('setup/recurringTickets', entry.id)} className={styles.link}>
                    {entry.name}
                  </Link>
                }
                end={t(entry.isEnabled ? 'rules.on' : 'rules.off')}
              >
                {entry.occurrences.map((occurrence) => occurrenceText({ t, language }, occurrence)).join(' · ')}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
