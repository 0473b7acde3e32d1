import { Button, DrawerBody, DrawerHeader, DrawerHeaderTitle, Link, makeStyles, OverlayDrawer, tokens } from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons/svg/dismiss';
import type { AttainmentTicket } from '../../../../shared/sla/attainment-views';
import { errorText } from '../../lib/error-text';
import { useDates } from '../../lib/now';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useIsNarrow } from '../../lib/use-width';
import { Placeholder } from '../../parts/Placeholder';
import { useSliceTickets, type Slice, type Wanted } from './use-attainment';

const useStyles = makeStyles({
  drawer: { width: '560px', maxWidth: '100vw' },
  narrow: { width: '100vw' },
  list: { margin: '0 0 12px', padding: 0, listStyle: 'none' },
  item: { display: 'flex', flexDirection: 'column', gap: '2px', padding: '10px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' } },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  missed: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  met: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly wanted: Wanted;
  readonly slice: Slice;
  onClose(): void;
}

/** The tickets behind one figure, newest first. */
export default function TicketsDrawer({ wanted, slice, onClose }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const isNarrow = useIsNarrow();
  const { items, total, hidden, cursor, isLoading, error, more } = useSliceTickets(wanted, slice);
  return (
    <OverlayDrawer open position="end" className={isNarrow ? styles.narrow : styles.drawer} aria-label={slice.title} onOpenChange={(_event, { open }) => !open && onClose()} data-testid="attainment-tickets">
      <DrawerHeader>
        <DrawerHeaderTitle action={<Button appearance="subtle" aria-label={t('tab.close')} icon={<Dismiss24Regular />} onClick={onClose} />}>{slice.title}</DrawerHeaderTitle>
        {total !== undefined && <span className={styles.quiet}>{t('levels.attainment.behind', { count: total })}</span>}
      </DrawerHeader>
      <DrawerBody>
        {error && <p role="alert">{errorText(error, t)}</p>}
        {isLoading && items.length === 0 && <Placeholder label={t('tab.loading')} widths={[90, 80, 95, 85]} />}
        <ul className={styles.list}>
          {items.map((item) => (
            <Promise key={`${item.id} ${item.metric} ${item.agreementId} ${item.at}`} item={item} />
          ))}
        </ul>
        {cursor && (
          <Button disabledFocusable={isLoading} onClick={more}>
            {t('tab.more', { count: (total ?? 0) - hidden - items.length })}
          </Button>
        )}
        {hidden > 0 && <p className={styles.quiet}>{t('levels.attainment.hidden', { count: hidden })}</p>}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function Promise({ item }: { readonly item: AttainmentTicket }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { id, title, metric, isBreached, percent, at, priority, groupName, agreementName, wasDowngraded, cause, causeGroupName } = item;
  return (
    <li className={styles.item} data-promise={id}>
      <span className={styles.head}>
        <Link href={href('tickets', id)}>{id}</Link>
        <span className={styles.title}>{title}</span>
      </span>
      <span>
        <span className={isBreached ? styles.missed : styles.met}>{t(`attainmentOutcome.${isBreached ? 'missed' : 'met'}`)}</span>{' '}
        {t('levels.attainment.used', { metric: t(`metric.${metric}`), percent })}
      </span>
      {cause && <span>{[t(`missReason.${cause.reason}`), causeGroupName].filter(Boolean).join(' · ')}</span>}
      {wasDowngraded && <span>{t('attainmentOutcome.downgraded')}</span>}
      <span className={styles.quiet}>{[priority, groupName, agreementName, dates.short(at)].filter(Boolean).join(' · ')}</span>
    </li>
  );
}
