import { answerMessage, pressCard, type CardAnswer, type ChatAnswer, type ChatDeps, type Message } from '../../../bot/chat';
import type { CardJson } from '../../../bot/cards';
import { actionTitles, buttonsOf, cardProblems } from '../../_support/card-check';
import { createChangeDesk, type ChangeDesk, type ChangePerson } from '../../_support/change-desk';

/** People who plan and decide in the conversation, on the real application with services, items and policies. */
export interface ChangeOffice {
  readonly desk: ChangeDesk;
  say(who: ChangePerson, text: string, more?: Partial<Message>): Promise<ChatAnswer>;
  /** The only card of an answer, checked against what Teams draws. */
  card(who: ChangePerson, text: string, more?: Partial<Message>): Promise<CardJson>;
  pressRaw(who: ChangePerson, verb: string, data: unknown, scope?: Message['scope']): Promise<CardAnswer>;
  /** Presses the button with this title: its data, and the inputs it was asked to send. */
  press(who: ChangePerson, card: CardJson, title: string, inputs?: object, index?: number): Promise<CardAnswer>;
  /** The same, when a card must come back. */
  pressed(who: ChangePerson, card: CardJson, title: string, inputs?: object, index?: number): Promise<CardJson>;
  close(): Promise<void>;
}

export async function openChangeOffice(): Promise<ChangeOffice> {
  const desk = await createChangeDesk();
  let ids = 0;
  const deps: ChatDeps = { app: desk.app, link: (target) => `https://bellhop.example/tab/#/${target}`, newId: () => `plan-${(ids += 1)}` };

  const say: ChangeOffice['say'] = (who, text, more = {}) => answerMessage(deps, { text, actor: desk.actor(who, 'chat'), scope: 'personal', files: [], ...more });

  async function pressRaw(who: ChangePerson, verb: string, data: unknown, scope: Message['scope'] = 'personal'): Promise<CardAnswer> {
    const answer = await pressCard(deps, { verb, data, actor: desk.actor(who, 'card'), scope });
    if (answer.card) expect(cardProblems(answer.card)).toEqual([]);
    return answer;
  }

  const press: ChangeOffice['press'] = async (who, card, title, inputs = {}, index = -1) => {
    const button = buttonsOf(card).filter((entry) => entry.title === title).at(index);
    if (!button) throw new Error(`no button ${title} among ${actionTitles(card).join(', ')}`);
    return pressRaw(who, button.verb, { ...button.data, ...inputs });
  };

  return {
    desk, say, pressRaw, press,
    async card(who, text, more) {
      const answer = await say(who, text, more);
      const card = answer.find((message) => message.card)?.card;
      if (!card) throw new Error(`no card: ${JSON.stringify(answer)}`);
      expect(cardProblems(card)).toEqual([]);
      return card;
    },
    async pressed(...args) {
      const answer = await press(...args);
      if (!answer.card) throw new Error(JSON.stringify(answer));
      return answer.card;
    },
    close: () => desk.close(),
  };
}
