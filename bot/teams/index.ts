export { createBot, type Bot, type BotOptions } from './bot';
export type { Sender, Outgoing, Mention, Posted, SendProblem } from './sender';
export { SendError } from './sender';
