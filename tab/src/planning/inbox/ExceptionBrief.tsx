import { Link } from '@fluentui/react-components';
import type { ExceptionView } from '../../../../shared/freeze-exceptions/freeze-exception-views';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { usePlanningWords } from '../words';
import { Brief, WrittenSection } from './Brief';
import { DecideBoxes } from './DecideBox';

/** An exception from a freeze: which change, in which freeze, when and why. */
export function ExceptionBrief({ exception }: { readonly exception: ExceptionView }) {
  const t = useText();
  const words = usePlanningWords();
  return (
    <Brief
      id={exception.id}
      marks={<span>{t('planning.practice.freezeExceptions')}</span>}
      title={exception.title}
      decision={<DecideBoxes record={exception} seats={exception.mySeats} />}
      facts={[
        [t('planning.inbox.freeze'), exception.freezeName],
        [t('planning.inbox.change'), <Link key="change" href={recordHref(exception.changeId)}>{[exception.changeId, exception.changeTitle].filter(Boolean).join(' ')}</Link>],
        [t('planning.when'), words.range(exception.from, exception.to)],
        [t('planning.inbox.expires'), words.exact(exception.expiresAt)],
        [t('planning.requester'), exception.requesterName],
      ]}
      steps={exception.steps}
    >
      <WrittenSection heading={t('field.reason')} text={exception.reason} />
    </Brief>
  );
}
