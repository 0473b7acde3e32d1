import { Button, Link, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { CartRegular } from '@fluentui/react-icons/svg/cart';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { plannedCost } from '../../../../shared/catalog/plan-flow-views';
import { money } from '../../../../shared/strings/dates';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { filled } from '../../actions/types';
import { ApiError } from '../../lib/api';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { notify } from '../../parts/notices';
import { useCart, type CartLine } from './cart';
import { orderInput } from './order-input';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  line: {
    display: 'flex', alignItems: 'center', gap: '4px 12px', flexWrap: 'wrap', padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flexGrow: 1, minWidth: 0 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  bad: { display: 'block', color: tokens.colorStatusDangerForeground1 },
  foot: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
});

/** Everything collected: one press orders it, each line as a request of its own, all pointing at the first. */
export function CartPage() {
  const styles = useStyles();
  const session = useSession();
  const { t, api, config, records, language } = session;
  const cart = useCart();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const offeringOf = ({ offeringId }: CartLine) => config.offerings.find(({ id }) => id === offeringId);
  const costs = cart.lines.map((line) => plannedCost(offeringOf(line)?.costs, offeringOf(line)?.form ?? {}, filled(line.answers)) ?? 0);
  const total = costs.reduce((sum, cost) => sum + cost, 0);

  async function order(): Promise<void> {
    setBusy(true);
    const found: Record<string, string> = {};
    const ordered: string[] = [];
    // One after the other: every further one names the first. What is refused stays, with the reason.
    for (const line of cart.lines) {
      const offering = offeringOf(line);
      try {
        const input = orderInput(line, offering, ordered[0]);
        const answer = offering && (await api.perform<TicketView>('tickets.report', input, `cart ${line.key}`));
        if (answer?.record) {
          records.put(answer.record);
          ordered.push(answer.record.id);
          cart.remove(line.key);
        } else found[line.key] = answer?.refused ? [answer.refused.text, ...(answer.refused.problems ?? []).map(({ text }) => text)].join(' ') : t('refusal.tickets.unknownOffering');
      } catch (error) {
        found[line.key] = errorText(error instanceof ApiError ? error : new ApiError('bug', '', 0), t);
      }
    }
    setBusy(false);
    setWrong(found);
    if (ordered.length > 0) notify({ title: t('tab.cart.done', { count: ordered.length, id: ordered[0] ?? '' }) });
    if (ordered[0] && Object.keys(found).length === 0) navigate(href('tickets', ordered[0]));
  }

  if (cart.lines.length === 0) {
    return (
      <EmptyState icon={<CartRegular fontSize={48} />} title={t('tab.cart.empty')} text={t('tab.cart.empty.text')}>
        <Button appearance="primary" onClick={() => navigate(href('new', 'order'))}>{t('tab.cart.browse')}</Button>
      </EmptyState>
    );
  }
  return (
    <>
      {Object.keys(wrong).length > 0 && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{t('tab.cart.wrong', { count: Object.keys(wrong).length })}</MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list} aria-label={t('tab.cart.title')}>
        {cart.lines.map((line, index) => {
          const offering = offeringOf(line);
          const name = offering?.name ?? line.offeringId;
          return (
            <li key={line.key} className={styles.line} data-line={line.offeringId}>
              <span className={styles.words}>
                <Link href={href('new', line.offeringId)}>{name}</Link>
                <span className={styles.quiet}>{[costs[index] ? money(costs[index], offering?.currency ?? 'EUR', language) : undefined, offering?.consents.length ? t('tab.order.approval', { people: offering.consents.join(', ') }) : undefined].filter(Boolean).join(' · ')}</span>
                {wrong[line.key] && <span className={styles.bad} role="alert">{wrong[line.key]}</span>}
              </span>
              <Button appearance="subtle" icon={<Delete20Regular />} aria-label={t('tab.cart.remove', { name })} disabled={isBusy} onClick={() => cart.remove(line.key)} />
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        <Button appearance="primary" disabled={isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })} onClick={() => void order()}>
          {t('tab.cart.order', { count: cart.lines.length })}
        </Button>
        <Button onClick={() => navigate(href('new', 'order'))}>{t('tab.cart.browse')}</Button>
        {total > 0 && <span>{t('tab.cart.total', { cost: money(total, 'EUR', language) })}</span>}
      </div>
    </>
  );
}
