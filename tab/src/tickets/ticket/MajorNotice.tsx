import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';

const useStyles = makeStyles({ root: { marginBottom: '12px' } });

/** Whether it is a major incident, or somebody has to decide, and why; for those who handle tickets. */
export function MajorNotice({ ticket }: { readonly ticket: TicketView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { major, affectedCount = 0, timeline } = ticket;
  const isRunning = major === 'proposed' || major === 'promoted';
  if (!isRunning && affectedCount === 0) return null;
  const last = isRunning ? timeline.findLast(({ type }) => type === 'MajorIncidentProposed' || type === 'MajorIncidentPromoted') : undefined;
  return (
    <MessageBar intent={isRunning ? 'warning' : 'info'} layout="multiline" className={styles.root} data-testid="major">
      <MessageBarBody>
        {isRunning && <MessageBarTitle>{t(`tab.major.${major}`)}</MessageBarTitle>} {last?.line} {affectedCount > 0 && t('tab.major.affected', { count: affectedCount })}
      </MessageBarBody>
    </MessageBar>
  );
}
