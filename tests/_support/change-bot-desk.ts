import { startBotDesk, type BotDesk, type BotDeskOptions } from './bot-desk';
import { createChangeDesk, type ChangeDesk } from './change-desk';
import type { BotMessage } from './fake-connector';
import { memberOf, type Place } from './teams-client';
import type { TestApp } from './test-app';

export const BOARD_CHANNEL: Place = { id: '19:board@thread.tacv2', type: 'channel', name: 'Change Advisory Board' };

export interface ChangeBotDesk extends BotDesk {
  readonly changes: ChangeDesk;
  /** What the bot has in the channel of the board. */
  boardChannel(): readonly BotMessage[];
}

/** People who manage changes, in Teams, with a channel for their board. */
export async function startChangeBotDesk(options: Omit<BotDeskOptions, 'test'> = {}): Promise<ChangeBotDesk> {
  const changes = await createChangeDesk(options);
  const desk = await startBotDesk({
    known: ['alice', 'bob', 'carol', 'dora', 'erik', 'fay', 'gus', 'hugo', 'ivy', 'mona', 'nils', 'olga', 'paul'],
    ...options,
    // It is a test organization with more people in it.
    test: changes as unknown as TestApp,
  });
  desk.connector.open(BOARD_CHANNEL.id, (['mona', 'nils', 'olga', 'paul', 'carol', 'gus', 'ivy'] as const).map(memberOf));
  const channel = { conversationId: BOARD_CHANNEL.id, serviceUrl: desk.connector.url, name: 'Change Advisory Board' };
  await changes.perform('mona', 'groups.connectChannel', changes.board, { channel });
  await desk.drain();
  return { ...desk, changes, boardChannel: () => desk.connector.messages(BOARD_CHANNEL.id) };
}
