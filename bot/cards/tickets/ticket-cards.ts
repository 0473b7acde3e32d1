import type { TicketView } from '../../../shared/tickets';
import { definePracticeCards } from '../parts/practice-cards';
import { ticketFormCard, wishFor } from './form-card';
import { audienceFor, renderTicketCard } from './ticket-card';

/** With the question, the resolution, the decision that is asked for. */
const SAID_BY_CARD = ['question', 'resolved', 'returned', 'approval'];

export const ticketCards = definePracticeCards<TicketView>({
  render: renderTicketCard,
  audienceFor,
  form({ action, fixed, values, ...input }) {
    const wish = wishFor(input, action);
    const answers = { ...wish.fixed, ...fixed };
    const known = values && Object.fromEntries(Object.entries(values).filter(([name]) => wish.fixed?.[name] === undefined));
    return ticketFormCard({ ...input, values: known, wish: Object.keys(answers).length > 0 ? { ...wish, fixed: answers } : wish });
  },
  channelGroups: ({ groupId }) => (groupId ? [groupId] : []),
  firstViewers: () => [],
  headline(what) {
    if (SAID_BY_CARD.includes(what)) return undefined;
    return what.startsWith('threshold.') ? 'warning' : 'good';
  },
});
