export { answerMessage } from './answer';
export { pressCard } from './press';
export type { CardAnswer, CardOf, ChatAnswer, ChatDeps, ChatMessage, Message, Press } from './types';
export { openDialog, submitDialog, type DialogAnswer } from './press-dialog';
