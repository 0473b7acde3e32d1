import { Link } from '@fluentui/react-components';
import type { ExceptionView } from '../../../../shared/freeze-exceptions/freeze-exception-views';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { usePlanningWords } from '../words';
import { useBriefStyles } from './brief-styles';
import { DecideBox } from './DecideBox';
import { Facts } from './Facts';
import { Steps } from './Steps';

/** An exception from a freeze: which change, in which freeze, when and why. */
export function ExceptionBrief({ exception }: { readonly exception: ExceptionView }) {
  const styles = useBriefStyles();
  const t = useText();
  const words = usePlanningWords();
  return (
    <div className={styles.root}>
      <div className={styles.section}>
        <div className={styles.line}>
          <span className={styles.quiet}>{exception.id}</span>
          <span>{t('planning.practice.freezeExceptions')}</span>
        </div>
        <h2 className={styles.title}>{exception.title}</h2>
      </div>
      {exception.mySeats.map((seat) => (
        <DecideBox key={`${seat.step} ${seat.onBehalfOf ?? ''}`} record={exception} seat={seat} />
      ))}
      <Facts
        facts={[
          [t('planning.inbox.freeze'), exception.freezeName],
          [t('planning.inbox.change'), <Link key="change" href={recordHref(exception.changeId)}>{[exception.changeId, exception.changeTitle].filter(Boolean).join(' ')}</Link>],
          [t('planning.when'), words.range(exception.from, exception.to)],
          [t('planning.inbox.expires'), words.exact(exception.expiresAt)],
          [t('planning.requester'), exception.requesterName],
        ]}
      />
      <section className={styles.section}>
        <h3 className={styles.heading}>{t('field.reason')}</h3>
        <p className={styles.text}>{exception.reason}</p>
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>{t('planning.inbox.steps')}</h3>
        <Steps steps={exception.steps} />
      </section>
    </div>
  );
}
