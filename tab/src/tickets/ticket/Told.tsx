import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useAnswer } from '../../setup/lists/use-answer';
import { useSession } from '../../lib/session';
import { DeliveryRows, type DeliveryRow } from '../../parts/DeliveryRows';
import { Section } from '../../parts/Panel';
import { Placeholder } from '../../parts/Placeholder';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground3 } });

/** Who was told about it, for those who handle it: asked for only when somebody wants to know. */
export function Told({ recordId }: { readonly recordId: string }) {
  const { t } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title={t('delivery.title')}>
      {isOpen && <List recordId={recordId} />}
      <Button size="small" appearance="transparent" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? 'delivery.hide' : 'delivery.show')}
      </Button>
    </Section>
  );
}

function List({ recordId }: { readonly recordId: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const { answer, isFailed, retry } = useAnswer<{ readonly items: readonly DeliveryRow[] }>(`/api/deliveries?recordId=${encodeURIComponent(recordId)}`);
  if (isFailed) {
    return (
      <div role="alert">
        {t('delivery.failed')} <Button size="small" onClick={retry}>{t('tab.retry')}</Button>
      </div>
    );
  }
  if (!answer) return <Placeholder label={t('tab.loading')} widths={[80, 60]} />;
  if (answer.items.length === 0) return <span className={styles.quiet}>{t('delivery.none')}</span>;
  return <DeliveryRows rows={answer.items} onChanged={retry} />;
}
