import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Cart20Regular } from '@fluentui/react-icons/svg/cart';
import { ChatHelp20Regular } from '@fluentui/react-icons/svg/chat-help';
import { href, navigate, useRoute } from '../../lib/router';
import { useSession } from '../../lib/session';
import { useCart } from './cart';
import { CartPage } from './CartPage';
import { Catalog } from './Catalog';
import { OrderForm } from './OrderForm';
import { ReportForm } from './ReportForm';

const useStyles = makeStyles({
  root: { height: '100%', overflowY: 'auto', padding: '8px 16px 32px' },
  column: { maxWidth: '1060px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: '16px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
  tabs: { marginLeft: '-10px' },
});

const ORDER = 'order';
const CART = 'cart';

interface Props {
  /** `order` for the catalog, `cart` for what was collected, or the id of a catalog item. */
  readonly offeringId?: string | undefined;
  readonly text?: string | undefined;
}

/** Reports a problem, or orders something from the catalog. */
export default function NewTicketPage({ offeringId, text }: Props) {
  const styles = useStyles();
  const { t, config } = useSession();
  const { query } = useRoute();
  const offering = config.offerings.find((entry) => entry.id === offeringId);
  const cart = useCart();
  const isCart = offeringId === CART;
  const isOrder = offeringId !== undefined;
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <h1 className={styles.title}>{t(isCart ? 'tab.cart.title' : isOrder ? 'tab.new.orderTitle' : 'tab.new.title')}</h1>
        <TabList
          className={styles.tabs}
          selectedValue={isCart ? CART : isOrder ? ORDER : 'report'}
          onTabSelect={(_event, data) => navigate(data.value === 'report' ? href('new') : href('new', String(data.value)))}
        >
          <Tab value="report" icon={<ChatHelp20Regular />}>
            {t('tab.new.report')}
          </Tab>
          <Tab value={ORDER} icon={<Cart20Regular />}>
            {t('tab.new.order')}
          </Tab>
          {(cart.lines.length > 0 || isCart) && <Tab value={CART}>{t('tab.cart.tab', { count: cart.lines.length })}</Tab>}
        </TabList>
        {!isOrder && <ReportForm text={text} followUpOfId={query.get('followUp') ?? undefined} />}
        {isCart && <CartPage />}
        {isOrder && !isCart && !offering && <Catalog />}
        {offering && <OrderForm offering={offering} />}
      </div>
    </div>
  );
}
