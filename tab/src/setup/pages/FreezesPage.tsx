import { Link } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useNow } from '../../lib/now';
import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsSetup } from '../access';
import { FREEZES } from '../kinds/freezes';
import type { FreezeView } from '../kinds/types';
import { WindowMark } from '../lists/WindowMark';
import { nextTimes } from '../words/next-times';
import { occurrenceText } from '../words/describe-occurrence';
import { EntryRow, useRowListStyles } from './EntryRow';

/** When nothing is changed: what runs now first, then what comes next. */
export default function FreezesPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  const now = useNow();
  const nextOf = ({ occurrences, zone, retired }: FreezeView): string => (retired ? '~' : (nextTimes(occurrences, zone, now, 1)[0]?.from ?? '~'));
  return (
    <RegisterPage<FreezeView> place={{ page: 'setup', practice: 'freezes' }} icon={FREEZES.icon} query={query} canAdd={keepsSetup(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.freezes')}>
            {[...shown].sort((left, right) => nextOf(left).localeCompare(nextOf(right))).map((freeze) => (
              <EntryRow
                key={freeze.id}
                id={freeze.id}
                isRetired={freeze.retired}
                name={
                  <Link href={href('setup/freezes', freeze.id)} className={styles.link}>
                    {freeze.name}
                  </Link>
                }
                marks={<WindowMark window={freeze} isFreeze />}
                end={t(freeze.scope ? 'setup.scope.some' : 'setup.scope.everything.short')}
              >
                {freeze.occurrences.map((occurrence) => occurrenceText({ t, language }, occurrence)).join(' · ')}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
