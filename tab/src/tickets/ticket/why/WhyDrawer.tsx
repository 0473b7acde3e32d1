import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, makeStyles, OverlayDrawer, Tab, TabList, tokens } from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { TicketExplanation } from '../../../../../shared/sla/explain-views';
import { errorText } from '../../../lib/error-text';
import { useSession } from '../../../lib/session';
import { useIsNarrow } from '../../../lib/use-width';
import { Placeholder } from '../../../parts/Placeholder';
import { ClockPanel, tabId } from './ClockPanel';
import { HeldList } from './HeldList';
import { useExplanation } from './use-explanation';

const useStyles = makeStyles({
  drawer: { width: '620px', maxWidth: '100vw' },
  narrow: { width: '100vw' },
  about: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  body: { display: 'flex', flexDirection: 'column', gap: '20px', paddingBottom: '24px' },
  tabs: { flexWrap: 'wrap', margin: '0 -12px' },
  failed: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
});

interface Props {
  readonly ticketId: string;
  readonly clockKey?: string | undefined;
  onClose(): void;
}

/** Why a ticket is due then: every clock minute by minute, and who had it. */
export default function WhyDrawer({ ticketId, clockKey, onClose }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const isNarrow = useIsNarrow();
  const { explanation, error, retry } = useExplanation(ticketId);
  const title = t('tab.why.title', { id: ticketId });
  return (
    <OverlayDrawer open position="end" className={isNarrow ? styles.narrow : styles.drawer} aria-label={title} onOpenChange={(_event, { open }) => !open && onClose()} data-testid="why">
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={t('tab.close')} icon={<Dismiss24Regular />} onClick={onClose} />}>{title}</DrawerHeaderTitle>
        {explanation && <p className={styles.about}>{explanation.title}</p>}
      </DrawerHeader>
      <DrawerBody>
        <div className={styles.body}>
          {explanation && <Explained explanation={explanation} clockKey={clockKey} />}
          {!explanation && !error && <Placeholder label={t('tab.loading')} widths={[80, 95, 60, 90]} />}
          {error && (
            <div className={styles.failed} role="alert">
              {error.status === 404 ? t('tab.ticketMissing.text') : errorText(error, t)}
              {error.status !== 404 && <Button onClick={retry}>{t('tab.retry')}</Button>}
            </div>
          )}
        </div>
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Explained({ explanation, clockKey }: { readonly explanation: TicketExplanation; readonly clockKey: string | undefined }) {
  const styles = useStyles();
  const { t } = useSession();
  const [chosen, choose] = useState(clockKey);
  const { clocks, held, summary, now } = explanation;
  const clock = clocks.find(({ key }) => key === chosen) ?? clocks[0];
  if (!clock) return <p>{summary}</p>;
  return (
    <>
      {clocks.length > 1 && (
        <TabList size="small" className={styles.tabs} selectedValue={clock.key} aria-label={t('tab.why.clocks')} onTabSelect={(_event, { value }) => choose(String(value))}>
          {clocks.map(({ key, name }) => (
            <Tab key={key} value={key} id={tabId(key)}>
              {name}
            </Tab>
          ))}
        </TabList>
      )}
      <ClockPanel key={clock.key} clock={clock} now={now} isTab={clocks.length > 1} />
      <HeldList held={held} />
    </>
  );
}
