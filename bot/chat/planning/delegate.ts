import type { Delegation } from '../../../shared/approvals';
import type { Person } from '../../../shared/people';
import { absenceText, delegationCard, delegationsCard, type DelegationDraft } from '../../cards/planning/delegation-card';
import { idsIn, instantIn } from '../../cards/planning/plan-state';
import { readFormData } from '../../cards/parts/form-data';
import { privateCard } from '../../cards/chat/private-card';
import { execute } from '../../cards/parts/actions';
import type { CardJson, Notice } from '../../cards/types';
import { delegationSchema } from '../../../shared/approvals';
import { asObject, type PressData } from '../press-draft';
import { refusalWords, type Turn } from '../turn';
import type { CardAnswer, ChatAnswer, Message } from '../types';
import { readWhen } from './read-time';

const MAX_CANDIDATES = 6;
const NO_NAMES = new Set('while i am away out of office on leave holiday vacation from to until my approvals decisions votes delegate substitute deputy is set as make for me decides approves stands in the and will can vertretung vertritt mich meine freigaben genehmigungen an delegieren delegiere während ich weg bin im urlaub entscheidet für ist durch am vom bis und die den'.split(' '));

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];

/** People whose name stands in the text: whole names before first or last names. The writer is none of them. */
export function peopleIn(text: string, people: Iterable<Person>, ownId: string): readonly Person[] {
  const words = wordsOf(text);
  const said = ` ${words.join(' ')} `;
  const names = words.filter((word) => !NO_NAMES.has(word));
  const whole: Person[] = [];
  const part: Person[] = [];
  for (const person of people) {
    if (person.retired || person.id === ownId) continue;
    const own = wordsOf(person.name);
    if (own.length > 0 && said.includes(` ${own.join(' ')} `)) whole.push(person);
    else if (own.some((word) => word.length > 1 && names.includes(word))) part.push(person);
  }
  return (whole.length > 0 ? whole : part).slice(0, MAX_CANDIDATES);
}

/** Days without an hour are whole days; what begins today begins now. */
function absenceIn(text: string, { reader, context }: Turn): Pick<DelegationDraft, 'startsAt' | 'endsAt'> {
  const when = readWhen(text, { now: context.now, zone: reader.zone, isDayFirst: reader.language === 'de' });
  const startsAt = when.start ?? when.from ?? (when.days ? context.now : undefined);
  const endsAt = when.start ? when.end : (when.until ?? (when.days ? new Date(Date.parse(context.now) + when.days * 86_400_000).toISOString() : undefined));
  return { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) };
}

/** "While I am away from … to …, Carol decides for me": who and when, to be confirmed. */
export function delegateAnswer(turn: Turn, text: string): ChatAnswer {
  const { app, actor, reader, context, t } = turn;
  const found = peopleIn(text, app.desk.directory.people(), actor.id);
  const draft: DelegationDraft = { authorId: actor.id, candidateIds: found.map(({ id }) => id), ...absenceIn(text, turn) };
  const notice: Notice | undefined = found.length === 0 ? { tone: 'warning', text: t('chat.delegate.nobody') } : found.length > 1 ? { tone: 'warning', text: t('chat.delegate.several', { people: found.map(({ name }) => name).join(', ') }) } : undefined;
  return [{ card: delegationCard(draft, { reader, context, notice }) }];
}

/** Now and to come. */
function delegationsOf({ app, actor, context }: Turn): { readonly own: readonly Delegation[]; readonly others: readonly Delegation[] } {
  const live = [...app.desk.directory.delegations()].filter(({ retired, endsAt }) => !retired && endsAt > context.now).sort((left, right) => left.startsAt.localeCompare(right.startsAt));
  return { own: live.filter(({ fromId }) => fromId === actor.id), others: live.filter(({ toId }) => toId === actor.id) };
}

export function showDelegations(turn: Turn, notice?: Notice): CardJson {
  return delegationsCard({ ...delegationsOf(turn), reader: turn.reader, context: turn.context, notice });
}

/** Who stands in for whom is for those two: where others read along it is shown on a press. */
export function delegationsAnswer(turn: Turn): ChatAnswer {
  if (!turn.isShared) return [{ card: showDelegations(turn) }];
  return [{ card: privateCard(turn.t('card.delegations.title'), execute(turn.t('card.button.show'), 'card.showDelegations', {}), turn.reader) }];
}

/** "End my delegation": the only one at once, one of several is chosen. */
export async function endDelegation(turn: Turn, message: Message): Promise<ChatAnswer> {
  const { app, actor, t } = turn;
  const { own } = delegationsOf(turn);
  const [only] = own;
  if (!only) return [{ text: t('card.delegations.none') }];
  if (own.length > 1 || turn.isShared) return delegationsAnswer(turn);
  const idempotencyKey = message.key ? `message:${message.key}` : undefined;
  const performed = await app.perform({ action: 'delegations.retire', id: only.id, version: only.version, input: {}, actor, idempotencyKey });
  if ('refused' in performed) return [{ text: refusalWords(turn, performed.refused) }];
  return [{ card: showDelegations(turn, { tone: 'good', text: t('chat.delegate.ended', { person: app.desk.directory.person(only.toId)?.name ?? '' }) }) }];
}

/** "Yes, Carol decides for me", and "End". What was refused comes back with the dates and the person as they were. */
export async function pressDelegation(turn: Turn, action: string, data: PressData): Promise<CardAnswer> {
  const { app, actor, reader, context, t } = turn;
  const card = asObject(data.card);
  if (card.by !== actor.id) return { message: t('chat.delegate.notYours') };
  if (action !== 'delegations.add') {
    const performed = await app.perform({ action, id: typeof data.id === 'string' ? data.id : undefined, version: typeof data.version === 'number' ? data.version : undefined, input: {}, actor });
    if ('refused' in performed) return { card: showDelegations(turn, { tone: 'warning', text: refusalWords(turn, performed.refused) }) };
    const { toId } = performed.record as { readonly toId?: string };
    return { card: showDelegations(turn, { tone: 'good', text: t('chat.delegate.ended', { person: app.desk.directory.person(toId)?.name ?? '' }) }) };
  }
  const input = readFormData(data, 'add.', delegationSchema, reader.zone);
  // Pressed twice, it is one substitute: for the same person and the same time.
  const idempotencyKey = `delegate:${JSON.stringify([input.toId, input.startsAt, input.endsAt])}`.slice(0, 200);
  const performed = await app.perform({ action, input, actor, idempotencyKey });
  const startsAt = instantIn(input.startsAt);
  const endsAt = instantIn(input.endsAt);
  if ('refused' in performed) {
    const chosen = idsIn([input.toId]);
    const draft: DelegationDraft = { authorId: actor.id, candidateIds: chosen.length > 0 ? chosen : idsIn(card.to), startsAt, endsAt };
    return { card: delegationCard(draft, { reader, context, notice: { tone: 'warning', text: refusalWords(turn, performed.refused, action) } }) };
  }
  const { toId } = performed.record as { readonly toId?: string };
  const when = startsAt && endsAt ? absenceText(startsAt, endsAt, context.now, reader) : '';
  return { card: showDelegations(turn, { tone: 'good', text: t('chat.delegate.added', { person: app.desk.directory.person(toId)?.name ?? '', when }) }) };
}
