import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Sheet } from '../../parts/Sheet';
import { seesRuns } from '../access';
import { Loaded } from './Runs';

/** What all rules did, the newest first. */
export default function RunsPage() {
  const { t, me } = useSession();
  if (!seesRuns(me)) return <EmptyState icon={<LockClosed48Regular />} title={t('rules.runs.closed')} text={t('rules.runs.closed.text')} />;
  return (
    <Sheet title={t('setup.tab.ruleRuns')} hint={t('rules.runs.help')}>
      <Loaded path="/api/automation/runs?limit=200" withRule />
    </Sheet>
  );
}
