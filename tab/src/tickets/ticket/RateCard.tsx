import { Button, Field, makeStyles, Rating, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { useActions } from '../../actions/ActionsProvider';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow2, flexShrink: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  send: { alignSelf: 'flex-start' },
});

/** One press on a star, a word if somebody wants to say more. */
export function RateCard({ ticket }: { readonly ticket: TicketView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { perform } = useActions();
  const [stars, setStars] = useState(0);
  const [comment, setComment] = useState('');
  const [isBusy, setBusy] = useState(false);
  async function send(): Promise<void> {
    setBusy(true);
    await perform(ticket, 'tickets.rate', { stars, ...(comment.trim() && { comment }) });
    setBusy(false);
  }
  return (
    <section className={styles.root} aria-label={t('field.ticket.stars')} data-testid="rate">
      <h2 className={styles.title}>{t('field.ticket.stars')}</h2>
      <Rating
        size="extra-large"
        color="marigold"
        value={stars}
        aria-label={t('field.ticket.stars')}
        itemLabel={(count) => t('tab.stars', { count })}
        onChange={(_event, data) => setStars(data.value)}
      />
      {stars > 0 && (
        <>
          <Field label={t('field.ticket.ratingComment')}>
            <Textarea value={comment} maxLength={2_000} rows={2} onChange={(_event, data) => setComment(data.value)} />
          </Field>
          <Button appearance="primary" className={styles.send} disabled={isBusy} onClick={() => void send()}>
            {t('action.tickets.rate')}
          </Button>
        </>
      )}
    </section>
  );
}
