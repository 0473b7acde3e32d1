import { mergeClasses } from '@fluentui/react-components';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import { useText } from '../../lib/session';
import { useCardStyles } from '../../lists/RowCards';
import { ChangeStateMark, RiskMark } from '../marks';
import { useWindowText } from '../window';
import { CollidesMark } from './columns';

/** What a card of the list says about a change. */
export function ChangeCard({ row }: { readonly row: ChangeRow }) {
  const styles = useCardStyles();
  const t = useText();
  const windowText = useWindowText();
  return (
    <>
      <span className={styles.line}>
        <span className={styles.number}>{row.id}</span>
        <CollidesMark count={row.collisionCount} />
        <ChangeStateMark change={row} />
        <span className={styles.push}>
          <RiskMark risk={row.risk} />
        </span>
      </span>
      <span className={styles.title}>{row.title}</span>
      <span className={styles.line}>
        <span className={styles.clip}>{windowText(row) ?? t('changePage.noWindow')}</span>
        <span className={mergeClasses(styles.clip, styles.push)}>{row.implementerName ?? row.groupName}</span>
      </span>
    </>
  );
}
