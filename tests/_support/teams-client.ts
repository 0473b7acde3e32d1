import type { BotMessage, ConnectorMember, FakeConnector, Json } from './fake-connector';
import { CHANGE_PEOPLE, TEST_PEOPLE, type PersonKey } from './people';
import { refuseNames } from './shown-names';

export const TEAMS_TENANT = '11111111-1111-4111-8111-111111111111';
export const BOT = { id: '28:bellhop', name: 'Bellhop' };

/** Teams gives a bot at most so long to answer an invoke. */
const INVOKE_MS = 15_000;
const MAX_ANSWER_BYTES = 28 * 1024;

export interface Place {
  readonly id: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  readonly name?: string;
}

export interface Turn {
  readonly status: number;
  readonly body: Json;
  /** What the bot posted in this conversation while the turn ran. */
  readonly messages: readonly BotMessage[];
  /** The activity as it was sent: the connector delivers it again when it did not hear the answer. */
  readonly sent: Json;
}

export interface Pressed extends Turn {
  /** The card that came back, or undefined. */
  readonly card: Json;
  /** The words that came back instead of a card. */
  readonly text: string | undefined;
}

export interface WriteOptions {
  readonly place?: Place;
  /** Root message of the channel thread that is answered. */
  readonly thread?: string;
  /** Message that is quoted with "Reply" in a chat. */
  readonly quote?: BotMessage;
  readonly attachments?: readonly object[];
  /** Properties of the activity to set or overwrite. */
  readonly activity?: object;
}

/** Everybody who has Teams: of the test organization, and those who come with changes. */
export type TeamsKey = PersonKey | keyof typeof CHANGE_PEOPLE;

export interface Dialog extends Turn {
  /** The card in the dialog that is open now, or undefined. */
  readonly card: Json;
  /** The words that came instead. */
  readonly text: string | undefined;
}

export interface TeamsPerson {
  readonly key: TeamsKey;
  readonly userId: string;
  readonly chat: Place;
  installs(place?: Place): Promise<Turn>;
  writes(text: string, options?: WriteOptions): Promise<Turn>;
  /** The card as this person sees it: Teams asks for their own view when the card names them. */
  sees(message: BotMessage): Promise<Json>;
  /** Presses a button by its title, with answers by the end of their input id. */
  presses(message: BotMessage, title: string, answers?: Record<string, string>): Promise<Pressed>;
  /** Presses a button of any copy of the card: of one they have kept on their screen, or of somebody else's. */
  pressesOn(message: BotMessage, button: FoundAction, answers?: Record<string, string>): Promise<Pressed>;
  /** Presses a button that opens a dialog. */
  opensDialog(message: BotMessage, title: string): Promise<Dialog>;
  /** The same on any copy of the card. */
  opensDialogOn(message: BotMessage, button: FoundAction): Promise<Dialog>;
  /** Sends an open dialog back by its button. */
  sendsDialog(dialog: Dialog, title: string, answers?: Record<string, string>): Promise<Dialog>;
  /** Any invoke, e.g. of a message extension. */
  invokes(name: string, value: object, place?: Place): Promise<Turn>;
  /** The activity as it would be sent, for tests that forge or replay it. */
  activity(type: string, more?: object, place?: Place): Json;
  send(activity: object, headers?: Record<string, string>): Promise<{ status: number; body: Json }>;
}

const TEAMS_PEOPLE: Readonly<Record<TeamsKey, { readonly name: string; readonly mail: string; readonly aadObjectId?: string | undefined }>> = { ...TEST_PEOPLE, ...CHANGE_PEOPLE };
const objectIdOf = (key: TeamsKey): string => TEAMS_PEOPLE[key].aadObjectId ?? '';
export const userIdOf = (key: TeamsKey): string => `29:${key}`;
export const chatOf = (key: TeamsKey): Place => ({ id: `a:${key}`, type: 'personal' });
export const memberOf = (key: TeamsKey): ConnectorMember => {
  const { name, mail } = TEAMS_PEOPLE[key];
  return { id: userIdOf(key), aadObjectId: objectIdOf(key), name, email: mail, userPrincipalName: mail };
};

/** A button with what it sends along. */
export interface FoundAction {
  readonly action: Json;
  readonly inputs: readonly Json[];
}

/** Every button of a card with the inputs it sends: those of its own form and of what surrounds it. */
export function* actionsOf(node: Json, outer: readonly Json[] = []): Generator<FoundAction> {
  if (Array.isArray(node)) {
    for (const entry of node) yield* actionsOf(entry, outer);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.type === 'string' && node.type.startsWith('Action.')) {
    yield { action: node, inputs: outer };
    if (node.card) yield* actionsOf(node.card, [...outer, ...inputsOf(node.card)]);
    return;
  }
  for (const [name, value] of Object.entries(node)) if (name !== 'refresh' && name !== 'data') yield* actionsOf(value, outer);
}

function inputsOf(node: Json): Json[] {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (typeof node !== 'object' || node === null) return [];
  if (typeof node.type === 'string' && node.type.startsWith('Action.')) return [];
  const own = typeof node.type === 'string' && node.type.startsWith('Input.') ? [node] : [];
  return [...own, ...Object.values(node).flatMap(inputsOf)];
}

/** Every button of a whole card. */
export const pressable = (card: Json): readonly FoundAction[] => [...actionsOf(card, inputsOf(card))];

export const opensADialog = ({ action }: FoundAction): boolean => action.type === 'Action.Submit' && action.data?.msteams?.type === 'task/fetch';

/** Every word on a card, for looking what it says. */
export function wordsOn(node: Json): string {
  if (Array.isArray(node)) return node.map(wordsOn).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  const own = [node.text, node.title, node.value, node.label].filter((entry) => typeof entry === 'string').join('\n');
  return [own, ...Object.entries(node).filter(([name]) => name !== 'data').map(([, value]) => wordsOn(value))].filter(Boolean).join('\n');
}

export function buttonsOn(card: Json): readonly string[] {
  return [...actionsOf(card)].map(({ action }) => action.title as string);
}

function dataFor({ action, inputs }: FoundAction, answers: Record<string, string>): object {
  if (action.associatedInputs === 'none') return { ...action.data };
  const entries = inputs.flatMap((input) => {
    const key = Object.keys(answers).find((name) => input.id === name || input.id.endsWith(`.${name}`));
    const value = key === undefined ? input.value : answers[key];
    if (input.isRequired && (value === undefined || value === '')) throw new Error(`Teams would not send this: ${input.id} is empty`);
    return value === undefined ? [] : [[input.id, value] as const];
  });
  return { ...action.data, ...Object.fromEntries(entries) };
}

/** What an answer to `task/fetch` or `task/submit` shows; Teams takes cards in it, and buttons that send it back, but no `Action.Execute`. */
function dialogOf(turn: Turn): Dialog {
  const { task } = turn.body ?? {};
  const card = task?.type === 'continue' ? task.value?.card?.content : undefined;
  if (card && [...actionsOf(card)].some(({ action }) => action.type === 'Action.Execute')) throw new Error('Action.Execute does not work in a dialog');
  return { ...turn, card, text: task?.type === 'message' ? task.value : undefined };
}

/** People in Teams: what they do reaches the bot as real activities over HTTP. `botUrl`: of several instances each request may go to another. */
export function createTeams(connector: FakeConnector, botUrl: () => string, signed: (activity: object) => Promise<Record<string, string>> = async () => ({})) {
  let activities = 0;
  let channelMessages = 1_600_000_000_000;

  async function post(activity: object, headers: Record<string, string>): Promise<{ status: number; body: Json }> {
    const response = await fetch(`${botUrl()}/api/messages`, {
      method: 'POST', body: JSON.stringify(activity), headers: { 'content-type': 'application/json', ...headers }, signal: AbortSignal.timeout(INVOKE_MS),
    });
    const text = await response.text();
    if (Buffer.byteLength(text) > MAX_ANSWER_BYTES) throw new Error(`Teams would not take an answer of ${text.length} characters`);
    const body = text === '' ? undefined : JSON.parse(text);
    refuseNames(wordsOn(body));
    return { status: response.status, body };
  }

  function person(key: TeamsKey): TeamsPerson {
    const chat = chatOf(key);
    connector.open(chat.id, [memberOf(key)]);

    function activity(type: string, more: object = {}, place: Place = chat, thread?: string): Json {
      activities += 1;
      const conversationId = thread ? `${place.id};messageid=${thread}` : place.id;
      return {
        type, id: `f:${activities}`, channelId: 'msteams', serviceUrl: connector.url, locale: 'en-US', timestamp: '2026-03-02T09:00:00.000Z',
        from: { id: userIdOf(key), name: TEAMS_PEOPLE[key].name, aadObjectId: objectIdOf(key) },
        recipient: BOT,
        conversation: { id: conversationId, conversationType: place.type, tenantId: TEAMS_TENANT, ...(place.type !== 'personal' && { isGroup: true, name: place.name }) },
        channelData: { tenant: { id: TEAMS_TENANT }, ...(place.type === 'channel' && { channel: { id: place.id, name: place.name }, team: { id: 'team', name: 'IT' } }) },
        ...more,
      };
    }

    async function run(sent: Json, place: Place): Promise<Turn> {
      const before = connector.messages(place.id).length;
      const answer = await post(sent, await signed(sent));
      return { ...answer, messages: connector.messages(place.id).slice(before), sent };
    }

    const isInChatOfSomebodyElse = ({ conversationId }: BotMessage): boolean => conversationId.startsWith('a:') && conversationId !== chat.id;

    /** An invoke from where this message stands; what stands in the chat of somebody else can only be sent from one's own. */
    function invokeAt(message: BotMessage, name: string, value: object): Promise<Turn> {
      const type = message.conversationId.includes(';messageid=') ? 'channel' : message.conversationId.startsWith('a:') ? 'personal' : 'groupChat';
      const [id = '', thread] = message.conversationId.split(';messageid=');
      const place: Place = type === 'personal' ? chat : { id, type };
      return run(activity('invoke', { name, replyToId: message.id, value }, place, thread), place);
    }

    async function press(message: BotMessage, value: object): Promise<Pressed> {
      const turn = await invokeAt(message, 'adaptiveCard/action', value);
      const { body } = turn;
      const card = body?.type === 'application/vnd.microsoft.card.adaptive' ? body.value : undefined;
      if ((card?.refresh?.userIds?.length ?? 0) > 60) throw new Error('Teams would not take a card for more than 60 viewers');
      if (card && !isInChatOfSomebodyElse(message)) message.views.set(userIdOf(key), card);
      return { ...turn, card, text: typeof body?.value === 'string' ? body.value : undefined };
    }

    async function sees(message: BotMessage): Promise<Json> {
      const own = message.views.get(userIdOf(key));
      if (own) return own;
      const refresh = message.card?.refresh;
      if (!refresh?.userIds?.includes(userIdOf(key))) return message.card;
      const { card } = await press(message, { action: refresh.action, trigger: 'automatic' });
      return card ?? message.card;
    }

    const pressesOn: TeamsPerson['pressesOn'] = (message, button, answers = {}) => {
      const { type, title, verb, id } = button.action;
      return press(message, { action: { type, title, verb, id, data: dataFor(button, answers) }, trigger: 'manual' });
    };

    const opensDialogOn: TeamsPerson['opensDialogOn'] = async (message, button) =>
      dialogOf(await invokeAt(message, 'task/fetch', { data: dataFor(button, {}), context: { theme: 'default' } }));

    return {
      key, chat, sees, activity, pressesOn, opensDialogOn,
      userId: userIdOf(key),
      async installs(place = chat) {
        const turn = await run(activity('installationUpdate', { action: 'add' }, place), place);
        await run(activity('conversationUpdate', { membersAdded: [{ id: BOT.id }, { id: userIdOf(key) }] }, place), place);
        return turn;
      },
      writes(text, { place = chat, thread, quote, attachments = [], activity: more = {} } = {}) {
        channelMessages += 1;
        const isShared = place.type !== 'personal';
        const root = place.type === 'channel' ? (thread ?? String(channelMessages)) : undefined;
        const mention = { type: 'mention', mentioned: BOT, text: `<at>${BOT.name}</at>` };
        const html = `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${quote?.id}"><strong>Bellhop</strong><p>${quote?.text ?? 'Card'}</p></blockquote><p>${text}</p>`;
        const sent = activity('message', {
          text: isShared ? `<at>${BOT.name}</at> ${text}` : text,
          textFormat: 'plain',
          ...(place.type === 'channel' && { id: thread ? String(channelMessages) : root }),
          ...(isShared && { entities: [mention] }),
          attachments: [...attachments, ...(quote ? [{ contentType: 'text/html', content: html }] : [])],
          ...more,
        }, place, root);
        return run(sent, place);
      },
      async presses(message, title, answers = {}) {
        const card = await sees(message);
        const called = pressable(card).filter(({ action }) => action.title === title);
        // A button that unfolds a form often has the name of the button that sends it.
        const found = called.find(({ action }) => action.type === 'Action.Execute');
        if (!found) throw new Error(`no button “${title}”, only: ${buttonsOn(card).join(', ')}`);
        return pressesOn(message, found, answers);
      },
      async opensDialog(message, title) {
        const card = await sees(message);
        const found = pressable(card).find((button) => button.action.title === title && opensADialog(button));
        if (!found) throw new Error(`no button “${title}” that opens a dialog, only: ${buttonsOn(card).join(', ')}`);
        return opensDialogOn(message, found);
      },
      async sendsDialog({ card }, title, answers = {}) {
        const found = pressable(card).find(({ action }) => action.title === title && action.type === 'Action.Submit');
        if (!found) throw new Error(`no button “${title}” in the dialog, only: ${buttonsOn(card).join(', ')}`);
        return dialogOf(await run(activity('invoke', { name: 'task/submit', value: { data: dataFor(found, answers), context: { theme: 'default' } } }), chat));
      },
      invokes: (name, value, place = chat) => run(activity('invoke', { name, value }, place), place),
      async send(sent, headers) {
        return post(sent, headers ?? (await signed(sent)));
      },
    };
  }

  return { person };
}

export type Teams = ReturnType<typeof createTeams>;
