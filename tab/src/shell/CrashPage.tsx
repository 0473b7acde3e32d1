import { Button } from '@fluentui/react-components';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import type { Translate } from '../lib/texts';
import { EmptyState } from '../parts/EmptyState';

interface Props {
  readonly error: Error;
  readonly t: Translate;
  /** Tries the page again; without it, everything is loaded again. */
  readonly onRetry?: () => void;
}

/** Something in the page itself broke. */
export function CrashPage({ error, t, onRetry }: Props) {
  return (
    <EmptyState icon={<ErrorCircle48Regular />} title={t('tab.crashed')} text={t('tab.crashed.text', { error: error.message.slice(0, 200) })}>
      <Button appearance="primary" onClick={onRetry ?? (() => window.location.reload())}>
        {t(onRetry ? 'tab.retry' : 'tab.reload')}
      </Button>
    </EmptyState>
  );
}
