import { createDeliveries, createUndelivered, type Delivery } from '../../shared/app';
import { AppError, hasRole, isAgent, isRefused, RECORD_ID, type Actor, type Language } from '../../shared/kernel';
import { hasText, translator } from '../../shared/strings';
import { noticeWords } from '../jobs/notice-words';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readInteger, readText } from './query';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

const DEFAULT_SHOWN = 50;
const MAX_SHOWN = 200;
const DELIVERY_ID = /^[\w.-]{1,200}$/;

/** Why something did not arrive, or is late, in words. `reason` is a code, or what Teams answered. */
function reasonText(reason: string, language: Language): string {
  const t = translator(language);
  const code = /^\w+/.exec(reason)?.[0] ?? '';
  if (hasText(`deliveryReason.${reason}`)) return t(`deliveryReason.${reason}`);
  return hasText(`deliveryReason.${code}`) ? t(`deliveryReason.${code}`) : t('deliveryReason.other');
}

/** Who was told what about a record, and what became of it; and what did not arrive at all, to be sent again. */
export function deliveryRoutes({ app }: ApiDeps): readonly Route[] {
  const { directory } = app.desk;
  const deliveries = createDeliveries(app.storage, app.partition, app.clock);
  const undelivered = createUndelivered(app.storage, app.partition, app.clock);

  const notFound = (language: Language): Reply => refusalReply({ refusal: { code: 'kernel.notFound' }, language, now: app.clock.now().toISOString() });

  /** Those who handle records see whom they reached; everybody else is told themselves. */
  async function mayAsk(actor: Actor, recordId: string): Promise<boolean> {
    if (!isAgent(actor) && !hasRole(actor, 'administrator', 'changeManager', 'auditor')) return false;
    return RECORD_ID.test(recordId) && !isRefused(await app.open(recordId, actor));
  }

  function nameOf({ target }: Delivery, language: Language): string {
    if (target.to === 'person') return directory.person(target.personId)?.name ?? target.personId;
    if ('groupId' in target) return translator(language)('delivery.channelOf', { group: directory.group(target.groupId)?.name ?? target.groupId });
    return translator(language)(`delivery.to.${target.to}`);
  }

  function rowOf(delivery: Delivery, { language, zone }: Actor): object {
    const { id, recordId, at, state, attempts, dueAt, doneAt, reason, notice, waitsFor } = delivery;
    return {
      id, recordId, at, state: waitsFor ? 'waiting' : state, attempts, to: nameOf(delivery, language), ...(dueAt && { dueAt }), ...(doneAt && { doneAt }),
      ...(notice && { words: noticeWords(notice, { language, zone }) }), ...(reason && { text: reasonText(reason, language) }), canSendAgain: state === 'failed' || state === 'dead',
    };
  }

  async function ofRecord(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const recordId = readText(request.query, 'recordId') ?? '';
    if (!(await mayAsk(actor, recordId))) return notFound(actor.language);
    // Cards that follow their record are no news to anybody, and calls of webhooks are in the list of the webhook.
    const told = (await deliveries.of(recordId)).filter(({ target }) => target.to !== 'cards' && target.to !== 'webhook');
    return ok({ items: told.map((delivery) => rowOf(delivery, actor)) });
  }

  /** What did not arrive, of records that the reader may read. */
  async function missing(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    if (!hasRole(actor, 'administrator', 'auditor')) throw new AppError('forbidden', 'forbidden');
    const found = await undelivered.list(readInteger(request.query, 'limit', { fallback: DEFAULT_SHOWN, max: MAX_SHOWN }));
    const readable = await Promise.all(found.map(({ recordId }) => mayAsk(actor, recordId)));
    return ok({ items: found.filter((_delivery, index) => readable[index]).map((delivery) => rowOf(delivery, actor)) });
  }

  async function again(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { recordId = '', id = '' } = (await readJson(request.raw)) as { readonly recordId?: string; readonly id?: string };
    const isAsked = typeof recordId === 'string' && typeof id === 'string' && DELIVERY_ID.test(id) && (await mayAsk(actor, recordId));
    if (!isAsked || hasRole(actor, 'auditor')) return notFound(actor.language);
    const sent = await undelivered.again(recordId, id);
    if (!sent) return refusalReply({ refusal: { code: 'deliveries.notAgain' }, language: actor.language, now: app.clock.now().toISOString() });
    request.log.info({ recordId, delivery: id, by: actor.id }, 'a message is sent again');
    return ok({ item: rowOf(sent, actor) });
  }

  return [
    { method: 'get', path: '/api/deliveries', handle: ofRecord },
    { method: 'get', path: '/api/deliveries/missing', handle: missing },
    { method: 'post', path: '/api/deliveries/again', handle: again },
  ];
}
