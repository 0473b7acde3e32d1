export { AUDIENCES, type Audience, type CardContext, type CardJson, type Notice } from './types';
export { renderTicketCard } from './tickets/ticket-card';
