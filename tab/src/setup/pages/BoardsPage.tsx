import { Link } from '@fluentui/react-components';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { GroupOf } from '../../registers/names';
import { RegisterPage } from '../../registers/RegisterPage';
import { keepsSetup } from '../access';
import { BOARDS } from '../kinds/boards';
import type { BoardView } from '../kinds/types';
import { WindowMark } from '../lists/WindowMark';
import { occurrenceText } from '../words/describe-occurrence';
import { EntryRow, useRowListStyles } from './EntryRow';

/** Who meets about changes, and when. */
export default function BoardsPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useRowListStyles();
  const { t, me, language } = useSession();
  return (
    <RegisterPage<BoardView> place={{ page: 'setup', practice: 'boards' }} icon={BOARDS.icon} query={query} canAdd={keepsSetup(me)}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t('setup.tab.boards')}>
            {shown.map((board) => (
              <EntryRow
                key={board.id}
                id={board.id}
                isRetired={board.retired}
                name={
                  <Link href={href('setup/boards', board.id)} className={styles.link}>
                    {board.name}
                  </Link>
                }
                marks={board.occurrences && <WindowMark window={{ ...board, occurrences: board.occurrences }} />}
                end={<GroupOf id={board.groupId} />}
              >
                {board.occurrences?.map((occurrence) => occurrenceText({ t, language }, occurrence)).join(' · ') ?? t('setup.boards.onDemand')}
              </EntryRow>
            ))}
          </ul>
        </Sheet>
      )}
    </RegisterPage>
  );
}
