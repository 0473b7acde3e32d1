import { Link } from '@fluentui/react-components';
import type { TemplateView } from '../../../../shared/change-templates/change-template-views';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { usePlanningWords } from '../words';
import { useBriefStyles } from './brief-styles';
import { DecideBox } from './DecideBox';
import { Facts } from './Facts';
import { Steps } from './Steps';

const PLANS = ['implementationPlan', 'testPlan', 'backoutPlan'] as const;

/** A way of changing something that would need no approval any more: what it fixes, and how it went so far. */
export function TemplateBrief({ template }: { readonly template: TemplateView }) {
  const styles = useBriefStyles();
  const t = useText();
  const words = usePlanningWords();
  return (
    <div className={styles.root}>
      <div className={styles.section}>
        <div className={styles.line}>
          <span className={styles.quiet}>{template.id}</span>
          <span>{t('planning.practice.changeTemplates')}</span>
        </div>
        <h2 className={styles.title}>
          <Link href={recordHref(template.id)}>{template.name}</Link>
        </h2>
      </div>
      {template.mySeats.map((seat) => (
        <DecideBox key={`${seat.step} ${seat.onBehalfOf ?? ''}`} record={template} seat={seat} />
      ))}
      <Facts
        facts={[
          [t('planning.requester'), template.requesterName],
          [t('planning.inbox.owner'), template.ownerName],
          [t('planning.inbox.expires'), template.expiresAt && words.exact(template.expiresAt)],
          [t('field.changeTemplate.renewsUntil'), template.renewsUntil && words.exact(template.renewsUntil)],
          [t('planning.inbox.maxMinutes'), template.maxMinutes && String(template.maxMinutes)],
        ]}
      />
      {template.purpose && <p className={styles.text}>{template.purpose}</p>}
      {template.samples.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{t('planning.inbox.samples')}</h3>
          <ul className={styles.list}>
            {template.samples.map(({ id, title, outcome }) => (
              <li key={id}>
                <Link href={recordHref(id)}>{id}</Link> {title}
                {outcome && `, ${t(`outcome.${outcome}`)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {PLANS.filter((name) => typeof template.values[name] === 'string').map((name) => (
        <section key={name} className={styles.section}>
          <h3 className={styles.heading}>{t(`field.change.${name}`)}</h3>
          <p className={styles.text}>{String(template.values[name])}</p>
        </section>
      ))}
      <section className={styles.section}>
        <h3 className={styles.heading}>{t('planning.inbox.steps')}</h3>
        <Steps steps={template.steps} />
      </section>
    </div>
  );
}
