import { Link } from '@fluentui/react-components';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { ChangeStateMark, TypeMark } from '../../changes/marks';
import { DecisionPanel } from '../../changes/page/DecisionPanel';
import { EditsCard } from '../../changes/page/EditsCard';
import { RiskBadge } from '../../changes/page/RiskCard';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { Collisions } from '../Collisions';
import { usePlanningWords } from '../words';
import { useBriefStyles } from './brief-styles';
import { Facts } from './Facts';
import { Steps } from './Steps';

const PLANS = ['reason', 'impact', 'implementationPlan', 'testPlan', 'backoutPlan'] as const;

/** All of a change that is needed to decide about it, and the decision itself. */
export function ChangeBrief({ change }: { readonly change: ChangeView }) {
  const styles = useBriefStyles();
  const t = useText();
  const words = usePlanningWords();
  const { plannedStart, plannedEnd } = change;
  const collisions = t('planning.collisions', { count: change.collisions.length });
  return (
    <div className={styles.root}>
      <div className={styles.section}>
        <div className={styles.line}>
          <span className={styles.quiet}>{change.id}</span>
          <TypeMark type={change.type} />
          <RiskBadge risk={change.risk} />
          <ChangeStateMark change={change} />
        </div>
        <h2 className={styles.title}>
          <Link href={recordHref(change.id)}>{change.title}</Link>
        </h2>
      </div>
      <DecisionPanel change={change} />
      <EditsCard change={change} />
      <Facts
        facts={[
          [t('planning.when'), plannedStart && plannedEnd && words.range(plannedStart, plannedEnd)],
          [t('planning.requester'), change.requesterName],
          [t('planning.implementer'), [change.implementerName, change.groupName].filter(Boolean).join(', ')],
          [t('planning.services'), change.services.map(({ name }) => name).join(', ')],
          [t('planning.items'), change.items.map(({ name }) => name).join(', ')],
          [t('field.change.isOutage'), change.isOutage && (change.outageMinutes ? t('planning.inbox.outage', { minutes: change.outageMinutes }) : t('answer.yes'))],
        ]}
      />
      {change.risk.lines.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('planning.inbox.whyRisk')}</h3>
          <ul className={styles.list}>
            {change.risk.lines.map(({ text, points }) => (
              <li key={text}>{t('planning.inbox.riskLine', { text, points })}</li>
            ))}
          </ul>
        </section>
      )}
      {change.collisions.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{collisions}</h3>
          <Collisions collisions={change.collisions} label={collisions} />
        </section>
      )}
      {PLANS.filter((name) => change[name]).map((name) => (
        <section key={name} className={styles.section}>
          <h3 className={styles.heading}>{t(`field.change.${name}`)}</h3>
          <p className={styles.text}>{change[name]}</p>
        </section>
      ))}
      <section className={styles.section}>
        <h3 className={styles.heading}>{t('planning.inbox.steps')}</h3>
        <Steps steps={change.steps} />
      </section>
    </div>
  );
}
