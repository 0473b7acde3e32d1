import type { CardAnswer, ChatDeps, Press } from './types';

/** Answers one press of a card button, or its automatic refresh. Identity comes from `press.actor` only. */
export async function pressCard(deps: ChatDeps, press: Press): Promise<CardAnswer> {
  throw new Error(`not built yet: ${deps.app.partition} ${press.verb}`);
}
