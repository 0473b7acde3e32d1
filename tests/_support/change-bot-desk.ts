import type { App } from '../../shared/app';
import type { ChangeView } from '../../shared/changes';
import { startBotDesk, type BotDesk, type BotDeskOptions } from './bot-desk';
import { createChangeDesk, type ChangeDesk } from './change-desk';
import type { BotMessage, Json } from './fake-connector';
import { actionsOf, buttonsOn, memberOf, wordsOn, type Place, type TeamsKey } from './teams-client';
import type { TestApp } from './test-app';

export const BOARD_CHANNEL: Place = { id: '19:board@thread.tacv2', type: 'channel', name: 'Change Advisory Board' };

export interface ChangeBotDesk extends BotDesk {
  readonly changes: ChangeDesk;
  /** What the bot has in the channel of the board. */
  boardChannel(): readonly BotMessage[];
  /** Low risk, submitted and told: one colleague of the item's group, then one change manager. */
  givenSubmitted(input?: object): Promise<string>;
  /** High risk, and its turn for the board. */
  givenBoard(): Promise<string>;
  /** The last message in somebody's chat. */
  last(who: TeamsKey): BotMessage;
  /** Everything the bot has told somebody. */
  told(who: TeamsKey): string;
  /** The change as a change manager sees it now. */
  now(id: string): Promise<ChangeView>;
  /** Refused attempts on a record: who, and why. */
  refusals(id: string): Promise<readonly string[]>;
  /** Sends a press that no card offers to this person. */
  forge(who: TeamsKey, message: BotMessage, action: Json): Promise<{ card: Json; text: string | undefined }>;
}

/** High enough for a board: everything that counts for the risk. */
export const RISKY = {
  isOutage: true, outageMinutes: 30, reach: 'all', isVendorInvolved: true, isBackoutTested: false, experience: '3', complexity: '3', recoverability: '3', testing: '3', visibility: '3', coordination: '3',
};

/** The press that a button of this card makes, as the client sends it. */
export function pressOf(card: Json, verb: string): Json {
  const found = [...actionsOf(card)].find(({ action }) => action.verb === verb);
  if (!found) throw new Error(`no button for ${verb}, only: ${buttonsOn(card).join(', ')}`);
  return { type: 'Action.Execute', verb, data: found.action.data };
}

/** Who has voted how, those who stand in for somebody by their own name. */
export const votesOf = ({ steps }: ChangeView): readonly string[] => steps.flatMap(({ votes }) => votes.map(({ name, byName, decision }) => `${byName ?? name} ${decision}`));

export interface ChangeBotDeskOptions extends Omit<BotDeskOptions, 'test'> {
  /** Sees everything that people in Teams and jobs have this application do. */
  readonly watched?: (app: App) => App;
}

/** People who manage changes, in Teams, with a channel for their board. */
export async function startChangeBotDesk({ watched = (app) => app, ...options }: ChangeBotDeskOptions = {}): Promise<ChangeBotDesk> {
  const made = await createChangeDesk(options);
  const changes = { ...made, app: watched(made.app) };
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

  async function givenSubmitted(input: object = {}): Promise<string> {
    const { id } = await changes.submitted(input);
    await desk.drain();
    return id;
  }

  async function forge(who: TeamsKey, message: BotMessage, action: Json): Promise<{ card: Json; text: string | undefined }> {
    const person = desk.person(who);
    const { body, status } = await person.send(person.activity('invoke', { name: 'adaptiveCard/action', replyToId: message.id, value: { action, trigger: 'manual' } }));
    if (status !== 200) throw new Error(`the invoke was answered with ${status}`);
    return { card: body.type === 'application/vnd.microsoft.card.adaptive' ? body.value : undefined, text: typeof body.value === 'string' ? body.value : undefined };
  }

  return {
    ...desk, changes, givenSubmitted, forge,
    boardChannel: () => desk.connector.messages(BOARD_CHANNEL.id),
    async givenBoard() {
      const { id } = await changes.submitted({ ...RISKY, title: 'Move payroll' });
      await changes.vote('carol', id);
      await desk.drain();
      return id;
    },
    last: (who) => desk.chat(who).at(-1) as BotMessage,
    told: (who) => desk.chat(who).map(({ text, summary, card }) => `${text} ${summary} ${wordsOn(card)}`).join('\n'),
    now: (id) => changes.open(id, 'mona'),
    refusals: async (id) => (await changes.app.audit.list(50, id)).map(({ byName, code }) => `${byName} ${code}`),
  };
}
