export { AUDIENCES, type Audience, type CardContext, type CardJson, type Notice } from './types';
export { practiceCards, cardsFor, renderRecordCard, titleOf } from './practice-table';
export type { DialogCard, PracticeCards } from './parts/practice-cards';
export { renderChangeCard } from './changes/change-card';
export { renderTicketCard } from './tickets/ticket-card';
