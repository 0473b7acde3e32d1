import type { ChatAnswer, ChatDeps, Message } from './types';

/** Answers one message. Never throws for anything a person may write; storage failures pass through as `AppError`. */
export async function answerMessage(deps: ChatDeps, message: Message): Promise<ChatAnswer> {
  throw new Error(`not built yet: ${deps.app.partition} ${message.text}`);
}
