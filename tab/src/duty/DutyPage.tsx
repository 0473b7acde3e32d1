import { makeStyles } from '@fluentui/react-components';
import { PeopleTeam48Regular } from '@fluentui/react-icons/svg/people-team';
import type { Route } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { seesDuty } from './access';
import { DutyOverview } from './DutyOverview';
import { DutyTexts } from './DutyTexts';
import { HandoverPage } from './HandoverPage';

const useStyles = makeStyles({ root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', display: 'flex', flexDirection: 'column' } });

/** Who is on duty when, what goes from one shift to the next, and who takes whose place. */
export default function DutyPage({ route }: { readonly route: Route }) {
  const styles = useStyles();
  const { me, t } = useSession();
  if (!seesDuty(me)) return <EmptyState icon={<PeopleTeam48Regular />} title={t('tab.duty.closed')} text={t('tab.duty.closed.text')} />;
  return (
    <DutyTexts>
      <div className={styles.root}>{route.id?.startsWith('HND') ? <HandoverPage key={route.id} id={route.id} /> : <DutyOverview day={route.query.get('day') ?? undefined} />}</div>
    </DutyTexts>
  );
}
