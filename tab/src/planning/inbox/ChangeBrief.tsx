import { makeStyles, tokens } from '@fluentui/react-components';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { ChangeStateMark, TypeMark } from '../../changes/marks';
import { DecisionPanel } from '../../changes/page/DecisionPanel';
import { EditsCard } from '../../changes/page/EditsCard';
import { RiskBadge } from '../../changes/page/RiskCard';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { Collisions } from '../Collisions';
import { usePlanningWords } from '../words';
import { Brief, Section, WrittenSection } from './Brief';

const PLANS = ['reason', 'impact', 'implementationPlan', 'testPlan', 'backoutPlan'] as const;

const useStyles = makeStyles({
  lines: { margin: 0, paddingLeft: '18px', fontSize: tokens.fontSizeBase200 },
});

/** All of a change that is needed to decide about it, and the decision itself. */
export function ChangeBrief({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  const { plannedStart, plannedEnd } = change;
  const collisions = t('planning.collisions', { count: change.collisions.length });
  return (
    <Brief
      id={change.id}
      marks={
        <>
          <TypeMark type={change.type} />
          <RiskBadge risk={change.risk} />
          <ChangeStateMark change={change} />
        </>
      }
      title={change.title}
      href={recordHref(change.id)}
      decision={
        <>
          <DecisionPanel change={change} />
          <EditsCard change={change} />
        </>
      }
      facts={[
        [t('planning.when'), plannedStart && plannedEnd && words.range(plannedStart, plannedEnd)],
        [t('planning.requester'), change.requesterName],
        [t('planning.implementer'), [change.implementerName, change.groupName].filter(Boolean).join(', ')],
        [t('planning.services'), change.services.map(({ name }) => name).join(', ')],
        [t('planning.items'), change.items.map(({ name }) => name).join(', ')],
        [t('field.change.isOutage'), change.isOutage && (change.outageMinutes ? t('planning.inbox.outage', { minutes: change.outageMinutes }) : t('answer.yes'))],
      ]}
      steps={change.steps}
    >
      {change.risk.lines.length > 0 && (
        <Section heading={t('planning.inbox.whyRisk')}>
          <ul className={styles.lines}>
            {change.risk.lines.map(({ text, points }) => (
              <li key={text}>{t('planning.inbox.riskLine', { text, points })}</li>
            ))}
          </ul>
        </Section>
      )}
      {change.collisions.length > 0 && (
        <Section heading={collisions}>
          <Collisions collisions={change.collisions} label={collisions} />
        </Section>
      )}
      {PLANS.map((name) => (
        <WrittenSection key={name} heading={t(`field.change.${name}`)} text={change[name]} />
      ))}
    </Brief>
  );
}
