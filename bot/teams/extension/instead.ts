import { joinDisturbance, type Draft, type Performed } from '../../../shared/app';
import { RECORD_ID, type Actor } from '../../../shared/kernel';
import { shortTime, translator } from '../../../shared/strings';
import { cutText, oneLine } from '../../cards/parts/plain-text';
import type { BotDeps } from '../deps';

/** The input of the dialog that says what should happen instead of a new ticket. */
export const INSTEAD = 'instead';
const NEW = 'new';
const ME_TOO = 'meToo';

/** `new`, `meToo`, or what to do with which record: `add INC…`, `part INC…`, `known ANN…`. */
type Instead = { readonly how: 'new' | 'meToo' } | { readonly how: 'add' | 'part' | 'known'; readonly id: string };

type Values = Readonly<Record<string, unknown>>;
type Offers = Pick<Draft, 'known' | 'disturbance' | 'similar'>;

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a filled-in form is about. */
export const textOf = ({ title, description }: Values): string => `${words(title)} ${words(description)}`.trim();

/** Nothing in a dialog can be pressed but its one button: what else could be done stands to choose above the form. */
export function insteadChoice({ known, disturbance, similar }: Offers, { language, zone }: Actor): readonly object[] {
  const t = translator(language);
  const cut = (title: string): string => cutText(oneLine(title), 80);
  const choices = [
    ...similar.filter(({ isOwn }) => isOwn).map(({ id, title, createdAt }) => ({ value: `add ${id}`, title: t('bot.create.addTo', { id, title: cut(title), at: shortTime(createdAt, language, zone) }) })),
    ...known.filter(({ isAffected }) => !isAffected).map(({ id, title }) => ({ value: `known ${id}`, title: t('bot.create.known', { title: cut(title) }) })),
    ...(disturbance && !disturbance.isAffected ? [{ value: ME_TOO, title: disturbance.isMajor ? t('bot.create.major') : t('bot.create.meToo', { count: disturbance.count }) }] : []),
    ...similar.filter(({ isOwn }) => !isOwn).map(({ id, title }) => ({ value: `part ${id}`, title: t('bot.create.partOf', { id, title: cut(title) }) })),
  ];
  if (choices.length === 0) return [];
  return [{ type: 'Input.ChoiceSet', id: INSTEAD, label: t('bot.create.instead'), style: 'expanded', wrap: true, value: NEW, choices: [{ value: NEW, title: t('bot.create.new') }, ...choices] }];
}

/** What somebody chose; whatever else comes back means a new ticket. */
export function readInstead(value: unknown): Instead {
  const [how, id = ''] = words(value).split(' ');
  if (how === ME_TOO) return { how };
  return (how === 'add' || how === 'part' || how === 'known') && RECORD_ID.test(id) ? { how, id } : { how: NEW };
}

/** Does what was chosen. `said`: there is no ticket to show for it. */
export async function takeInstead({ app }: Pick<BotDeps, 'app'>, instead: Instead, input: Values, actor: Actor, idempotencyKey: string | undefined): Promise<Performed | { readonly said: string }> {
  const t = translator(actor.language);
  switch (instead.how) {
    case 'meToo': {
      const joined = await joinDisturbance(app, textOf(input), actor, true);
      return 'refused' in joined ? joined : { said: t('card.meToo.text') };
    }
    case 'known': {
      const joined = await app.perform({ action: 'announcements.join', id: instead.id, input: {}, actor, idempotencyKey });
      return 'refused' in joined ? joined : { said: t('card.meToo.text') };
    }
    case 'add':
      return app.perform({ action: 'tickets.reply', id: instead.id, input: { text: words(input.description) || words(input.title) }, actor, idempotencyKey });
    default:
      return app.perform({ action: 'tickets.report', input: { ...input, ...(instead.how === 'part' && { parentId: instead.id }) }, actor, idempotencyKey });
  }
}
