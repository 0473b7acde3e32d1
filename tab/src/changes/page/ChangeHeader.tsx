import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { ActionButtons } from '../../actions/ActionButtons';
import { useText } from '../../lib/session';
import type { Neighbors } from '../../lists/neighbors';
import { NeighborSteps } from '../../lists/NeighborSteps';
import { RecordHeader } from '../../lists/RecordHeader';
import { CHANGE_SCHEMAS } from '../change-schemas';
import { ChangeStateMark, TypeMark } from '../marks';
import { useWindowText } from '../window';
import { RiskBadge } from './RiskCard';

/** What most likely comes next, in this order. */
const IN_FRONT = ['submit', 'resume', 'schedule', 'start', 'finish', 'completeReview', 'close', 'edit', 'reschedule', 'hold'].map((verb) => `changes.${verb}`);
/** Nothing here stands out while the reader's own decision is awaited, below. */
const ASIDE = ['changes.edit', 'changes.reschedule', 'changes.hold'];
/** Found elsewhere on the page: beside what they change. */
const ELSEWHERE = new Set(['propose', 'recordDone', 'approve', 'reject', 'returnForInfo', 'withdrawVote', 'closeVote', 'changeTask', 'closeTask', 'comment', 'unlink'].map((verb) => `changes.${verb}`));
const OFFERED = Object.keys(CHANGE_SCHEMAS).filter((action) => !ELSEWHERE.has(action));

const useStyles = makeStyles({
  window: { color: tokens.colorNeutralForeground2 },
});

/** What it is, how it stands, how risky it is, when it is to be done, and what can be done now. */
export function ChangeHeader({ change, neighbors }: { readonly change: ChangeView; readonly neighbors: Neighbors }) {
  const styles = useStyles();
  const t = useText();
  const windowText = useWindowText()(change);
  return (
    <RecordHeader
      record={change}
      neighbors={neighbors}
      back={t('changePage.back')}
      marks={
        <>
          <TypeMark type={change.type} />
          <ChangeStateMark change={change} />
          <RiskBadge risk={change.risk} />
          {neighbors.count > 1 && <NeighborSteps page="changes" neighbors={neighbors} previous={t('changePage.previous')} next={t('changePage.next')} />}
        </>
      }
      actions={<ActionButtons record={change} offered={OFFERED} inFront={IN_FRONT} aside={change.mySeats.length > 0 ? IN_FRONT : ASIDE} />}
    >
      <span data-testid="waits-for">{change.waitsFor}</span>
      {windowText && <span className={styles.window}>{windowText}</span>}
    </RecordHeader>
  );
}
