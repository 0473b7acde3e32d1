import type { App } from '../../shared/app';
import { actorIn } from '../../shared/catalog';
import type { Actor } from '../../shared/kernel';
import { RISKY } from '../_support/change-bot-desk';
import type { BotMessage, Json } from '../_support/fake-connector';
import { randomFrom } from '../_support/random';
import { chatOf, opensADialog, pressable, type FoundAction, type Turn } from '../_support/teams-client';
import { readStored } from '../_support/vote-checks';
import { STORM_PEOPLE, type CardStormDesk, type StormPerson } from './card-storm-desk';
import { actionOf, recordOn, versionsOn } from './stale-cards';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WAVES = 4;
const MOVES = 5;
/** Who edits: mostly those who do not decide, because nobody decides about what they wrote. */
const AUTHORS: readonly StormPerson[] = ['fay', 'hugo', 'fay', 'hugo', 'fay', 'hugo', 'bob', 'carol', 'mona'];
const CALM = { isOutage: false, reach: 'few', isBackoutTested: true, experience: '0', complexity: '0', recoverability: '0', testing: '0', visibility: '0', coordination: '0' };
/** Whatever a button asks for. */
const ANSWERS = { comment: 'Looked at it.', isConfirmed: 'true', reason: 'Both fit.' };

/** A card as somebody saw it once. */
interface Copy {
  readonly message: BotMessage;
  readonly card: Json;
  readonly reader: StormPerson;
}

export interface CardStorm {
  readonly ids: readonly string[];
  /** Answers that were not as they must be. */
  readonly problems: readonly string[];
}

/**
 * Two changes, one that a colleague and a change manager decide about and one for a board, and everybody at their cards at
 * once, on two instances: on the card as it is, on a former copy, on somebody else's, twice. Meanwhile others edit, stand in for
 * each other, put off, and time passes.
 */
export async function cardStorm(world: CardStormDesk, seed: number): Promise<CardStorm> {
  const { desk, apps, tried, messages, settle } = world;
  const { below, once, pick } = randomFrom(seed);
  const { clock, people } = desk.changes;
  const problems: string[] = [];
  const begin = Math.ceil(clock.now().getTime() / DAY) * DAY + 20 * DAY;
  const windows = [[0, 20], [0, 21], [1, 20]].map(([day = 0, hour = 0]) => ({
    plannedStart: new Date(begin + day * DAY + hour * HOUR).toISOString(), plannedEnd: new Date(begin + day * DAY + (hour + 2) * HOUR).toISOString(),
  }));
  const actor = (app: App, key: StormPerson): Actor => actorIn(app.desk.directory, people[key], 'tab', clock.now().toISOString());

  /** In the tab, of some instance; the version is the present one, or one that has been seen. */
  async function inTab(by: StormPerson, action: string, id: string | undefined, input: object, version?: number): Promise<string | undefined> {
    const app = pick(apps);
    const seen = id !== undefined && version === undefined ? (await readStored(app, id)).change.version : version;
    const performed = await app.perform({ action, id, version: seen, input, actor: actor(app, by) });
    return 'refused' in performed ? undefined : performed.record.id;
  }

  async function proposed(by: StormPerson, implementer: StormPerson, more: object): Promise<string> {
    const written = { type: 'normal', title: `Storm ${seed}`, reason: 'Fixes', itemIds: [desk.changes.items.web], groupId: desk.changes.groups.network.id, implementationPlan: 'One', testPlan: 'Look', backoutPlan: 'Restore', impact: 'None' };
    const id = await inTab(by, 'changes.propose', undefined, { ...written, ...windows[0], implementerId: people[implementer].id, ...more });
    if (!id || !(await inTab(by, 'changes.submit', id, {}))) throw new Error('not submitted');
    return id;
  }

  const ids = [await proposed('fay', 'bob', CALM), await proposed('hugo', 'carol', RISKY)];
  const idOn = (card: Json): string | undefined => ids.find((id) => id === recordOn(card));

  const copies: Copy[] = [];
  const keep = (copy: Copy): void => {
    if (idOn(copy.card) && !copies.some(({ card, reader }) => card === copy.card && reader === copy.reader)) copies.push(copy);
  };
  const look = (): void => {
    for (const { message, owner } of messages()) if (owner) keep({ message, card: message.views.get(`29:${owner}`) ?? message.card, reader: owner });
  };

  const isWanted = (button: FoundAction): boolean => (button.action.type === 'Action.Execute' || opensADialog(button)) && /^changes\.(approve|reject|returnForInfo|withdrawVote|acceptCollisions)$/.test(actionOf(button.action));

  function buttonOn(card: Json): FoundAction | undefined {
    const buttons = pressable(card).filter(isWanted);
    const consent = buttons.filter(({ action }) => actionOf(action) === 'changes.approve');
    if (buttons.length === 0) return undefined;
    return consent.length > 0 && !once(5) ? pick(consent) : pick(buttons);
  }

  const knownVersion = (id: string): number => Math.max(0, ...tried.filter((entry) => entry.id === id).map(({ version = 0 }) => version));

  // Who stands in for whom reaches the other instance a little later: it counts who may read it in any case.
  const isReadable = async (by: StormPerson, id: string): Promise<boolean> => 'record' in (await apps[0].open(id, { ...actor(apps[0], by), actsFor: [] }));

  interface Before {
    readonly version: number;
    /** An edit may make somebody an approver, and thereby a reader, while the press is on its way. */
    readonly isReadable: boolean;
  }

  /** Whatever was pressed is answered with the card as it is: none that is older than the moment of the press. */
  async function checkAnswer(by: StormPerson, id: string, known: Before, { status, card, text }: Turn & { card: Json; text: string | undefined }): Promise<void> {
    if (status !== 200) problems.push(`${by} was answered with ${status}`);
    const old = versionsOn(card, id).filter((version) => version < known.version);
    if (old.length > 0) problems.push(`${by} got version ${old[0]} of ${id} after ${known.version}`);
    if (card && recordOn(card) !== id) problems.push(`${by} got a card of something else than ${id}`);
    if (!card && known.isReadable && (await isReadable(by, id))) problems.push(`${by} may read ${id} and got only “${text}”`);
  }

  /** One button, with the form or dialog behind it. */
  async function pressButton(by: StormPerson, message: BotMessage, button: FoundAction): Promise<Turn | undefined> {
    const person = desk.person(by);
    const id = button.action.data.id as string;
    const known = { version: knownVersion(id), isReadable: await isReadable(by, id) };
    if (opensADialog(button)) {
      const dialog = await person.opensDialogOn(message, button);
      const send = pressable(dialog.card).find(({ action }) => action.type === 'Action.Submit');
      if (!send) return undefined;
      const sent = await person.sendsDialog(dialog, send.action.title, ANSWERS);
      await checkAnswer(by, id, known, sent);
      return sent;
    }
    const answer = await person.pressesOn(message, button, ANSWERS);
    await checkAnswer(by, id, known, answer);
    if (button.action.verb !== 'card.showForm') return answer;
    const send = pressable(answer.card).find(({ action }) => action.type === 'Action.Execute' && action.verb === actionOf(button.action));
    return send && pressButton(by, message, send);
  }

  /** Somebody presses: mostly what stands there now, sometimes what stood there, sometimes on a card of somebody else; some do it twice. */
  async function press(): Promise<void> {
    look();
    const inChannel = once(4) ? messages().filter(({ message, owner }) => !owner && idOn(message.card)) : [];
    const channel = inChannel.length > 0 ? pick(inChannel) : undefined;
    if (channel) {
      const reader = pick(STORM_PEOPLE);
      keep({ message: channel.message, card: await desk.person(reader).sees(channel.message), reader });
    }
    const present = copies.filter(({ message, card, reader }) => (message.views.get(`29:${reader}`) ?? message.card) === card && buttonOn(card));
    const copy = present.length > 0 && !once(3) ? pick(present) : copies.length > 0 ? pick(copies) : undefined;
    const button = copy && buttonOn(copy.card);
    if (!copy || !button) return;
    const by = once(6) ? pick(STORM_PEOPLE) : copy.reader;
    const again = once(4) ? pick(['press', 'activity'] as const) : undefined;
    const pressing = pressButton(by, copy.message, button);
    if (again === 'press') await pressButton(by, copy.message, button);
    const turn = await pressing;
    if (turn && again === 'activity') await desk.person(by).send(turn.sent);
  }

  async function other(): Promise<void> {
    const id = pick(ids);
    const author = pick(AUTHORS);
    const now = clock.now().getTime();
    switch (below(12)) {
      case 0:
        return void (await inTab(author, 'changes.edit', id, { implementationPlan: `Plan ${below(3)}` }));
      case 1:
        return void (await inTab(author, 'changes.reschedule', id, pick(windows)));
      case 2:
        return void (await inTab(author, 'changes.edit', id, { implementerId: people[pick(['bob', 'carol'] as const)].id }));
      case 3:
      case 4:
        return void (await inTab(pick(['nils', 'mona', 'carol', 'bob', 'olga', 'paul']), 'delegations.add', undefined, { toId: people[pick(STORM_PEOPLE)].id, startsAt: new Date(now - HOUR).toISOString(), endsAt: new Date(now + (once(2) ? 3 * HOUR : 9 * DAY)).toISOString() }));
      case 5: {
        const entries = [...apps[0].desk.directory.delegations()].filter(({ retired, endsAt }) => !retired && endsAt > clock.now().toISOString());
        const entry = entries.length > 0 ? pick(entries) : undefined;
        const owner = STORM_PEOPLE.find((key) => people[key].id === entry?.fromId);
        return entry && owner ? void (await inTab(owner, 'delegations.retire', entry.id, {}, entry.version)) : undefined;
      }
      case 6:
        return void (await inTab(pick(['mona', 'nils']), 'changes.acceptCollisions', id, { reason: 'Both fit' }));
      case 7:
        return void (await inTab(author, 'changes.schedule', id, {}));
      case 8:
        return void (await inTab(author, once(2) ? 'changes.hold' : 'changes.resume', id, once(2) ? { reason: 'supplier', keepsSlot: once(2) } : {}));
      case 9:
        return void (await inTab(author, 'changes.comment', id, { text: 'Please look.' }));
      case 10:
        return void desk.connector.throttle(1 + below(2), 1, chatOf(pick(STORM_PEOPLE)).id);
      default:
        return void (await inTab(pick(['fay', 'hugo']), 'changes.submit', id, {}));
    }
  }

  /** All who are awaited press "Approve" on what they have, at the same moment. */
  async function agree(): Promise<void> {
    await settle();
    look();
    const pressing = STORM_PEOPLE.flatMap((by) => ids.flatMap((id) => {
      const newest = copies.findLast(({ message, card, reader }) => reader === by && (message.views.get(`29:${by}`) ?? message.card) === card && idOn(card) === id);
      const button = newest && pressable(newest.card).find((entry) => isWanted(entry) && actionOf(entry.action) === 'changes.approve');
      return newest && button ? [pressButton(by, newest.message, button)] : [];
    }));
    await Promise.all(pressing);
  }

  for (let wave = 0; wave < WAVES; wave += 1) {
    await Promise.all(Array.from({ length: MOVES }, () => (once(3) ? other() : press())));
    if (once(2)) await settle();
    if (once(4)) {
      // Only once nothing is on its way: three days at a stroke would end the lease of whoever is sending.
      await settle();
      clock.advance(pick([4, 9, 25, 73]) * HOUR);
    }
  }
  for (let round = 0; round < 3 && seed % 2 === 0; round += 1) await agree();
  // Whatever was put off because Teams was busy, each try at its time.
  for (let tries = 0; tries < 4; tries += 1) {
    await settle();
    clock.advance(6 * MINUTE);
  }
  await settle();
  return { ids, problems };
}

/** Nothing of a storm is in the way of the next one. */
export async function calmDown({ desk, apps, settle }: CardStormDesk, ids: readonly string[]): Promise<void> {
  const [app] = apps;
  const mona = actorIn(app.desk.directory, desk.changes.people.mona, 'tab', desk.changes.clock.now().toISOString());
  for (const id of ids) {
    const { change } = await readStored(app, id);
    const done = await app.perform({ action: 'changes.cancel', id, version: change.version, input: { reason: 'withdrawn' }, actor: mona });
    if ('refused' in done) throw new Error(`${id}: ${JSON.stringify(done.refused)}`);
  }
  await settle();
  desk.changes.clock.advance(2 * MINUTE);
}
