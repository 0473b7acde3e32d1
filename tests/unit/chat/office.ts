import { answerMessage, pressCard, type CardAnswer, type ChatAnswer, type ChatDeps, type Message } from '../../../bot/chat';
import type { CardJson } from '../../../bot/cards';
import type { FileMeta } from '../../../shared/kernel';
import type { TicketView } from '../../../shared/tickets';
import { actionTitles, buttonsOf, cardProblems, cardText } from '../../_support/card-check';
import type { PersonKey } from '../../_support/people';
import { createTestApp, type TestApp } from '../../_support/test-app';

/** People who write and press as they would in Teams, on the real application. */
export interface Office {
  readonly app: TestApp;
  say(who: PersonKey, text: string, more?: Partial<Message>): Promise<ChatAnswer>;
  /** One press as a client sends it, with data of its own. */
  pressRaw(who: PersonKey, verb: string, data: unknown, scope?: Message['scope']): Promise<CardAnswer>;
  /** Presses the button with this title: its data, and the inputs it was asked to send. */
  press(who: PersonKey, card: CardJson, title: string, inputs?: object, index?: number): Promise<CardAnswer>;
  /** The same, when a card must come back. */
  pressed(who: PersonKey, card: CardJson, title: string, inputs?: object, index?: number): Promise<CardJson>;
  open(id: string, who?: PersonKey): Promise<TicketView | undefined>;
  /** How many tickets are open. */
  count(): number;
  upload(who: PersonKey, name?: string): Promise<FileMeta>;
}

export async function openOffice(): Promise<Office> {
  const app = await createTestApp();
  let ids = 0;
  const deps: ChatDeps = { app: app.app, link: (target) => `https://bellhop.example/tab/#/${target}`, newId: () => `draft-${(ids += 1)}` };

  async function pressRaw(who: PersonKey, verb: string, data: unknown, scope: Message['scope'] = 'personal'): Promise<CardAnswer> {
    const answer = await pressCard(deps, { verb, data, actor: app.actor(who, 'card'), scope, ...(scope !== 'personal' && { viewerIds: ['29:me'] }) });
    if (answer.card) expect(cardProblems(answer.card)).toEqual([]);
    return answer;
  }

  async function press(who: PersonKey, card: CardJson, title: string, inputs: object = {}, index = -1): Promise<CardAnswer> {
    const button = buttonsOf(card).filter((entry) => entry.title === title).at(index);
    if (!button) throw new Error(`no button ${title} among ${actionTitles(card).join(', ')}`);
    return pressRaw(who, button.verb, { ...button.data, ...inputs });
  }

  return {
    app, pressRaw, press,
    say: (who, text, more = {}) => answerMessage(deps, { text, actor: app.actor(who, 'chat'), scope: 'personal', files: [], ...more }),
    async pressed(...args) {
      const answer = await press(...args);
      if (!answer.card) throw new Error(JSON.stringify(answer));
      return answer.card;
    },
    async open(id, who = 'carol') {
      const opened = await app.app.open(id, app.actor(who));
      return 'record' in opened ? (opened.record as TicketView) : undefined;
    },
    count: () => app.app.desk.count('tickets'),
    async upload(who, name = 'screenshot.png') {
      const stored = await app.app.uploads.store({ name, type: 'image/png', content: Buffer.from('png') }, app.actor(who));
      if ('refused' in stored) throw new Error('upload');
      return stored;
    },
  };
}

/** The only card of an answer, checked against what Teams draws. */
export async function cardOf(answer: Promise<ChatAnswer>): Promise<CardJson> {
  const card = (await answer).find((message) => message.card)?.card;
  if (!card) throw new Error(`no card: ${JSON.stringify(await answer)}`);
  expect(cardProblems(card)).toEqual([]);
  return card;
}

export const textOf = async (answer: Promise<ChatAnswer>): Promise<string> => (await answer).map((message) => message.text ?? '').join('\n');

/** What a client sends for a form that nobody changed: the values that stand in its inputs. */
export function filled(card: CardJson): Record<string, string> {
  const values: Record<string, string> = {};
  JSON.stringify(card, (_key, node: unknown) => {
    const { type, id, value } = (typeof node === 'object' && node !== null ? node : {}) as Record<string, unknown>;
    if (typeof type === 'string' && type.startsWith('Input.') && typeof value === 'string') values[String(id)] = value;
    return node;
  });
  return values;
}

export const numberIn = (card: CardJson): string => /\b(?:INC|REQ)\d{7}\b/.exec(cardText(card))![0];
