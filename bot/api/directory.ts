import { canReadOffering, categoryPath, consentNames, DEFAULT_AUTO_CLOSE_DAYS, isOrderableBy, offeringText, reachOf } from '../../shared/catalog';
import type { Webhook } from '../../shared/webhooks';
import { isAgent, type Actor, type Language } from '../../shared/kernel';
import { ok, readersOf, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readInteger, readText } from './query';

const DEFAULT_PEOPLE = 20;
const MAX_PEOPLE = 50;

/** The organization as forms and filters need it: groups, categories, catalog, people. Ended entries are left out. */
export function directoryRoutes({ app }: ApiDeps): readonly Route[] {
  const { directory } = app.desk;
  const active = <T extends { readonly retired: boolean }>(entries: Iterable<T>): T[] => [...entries].filter((entry) => !entry.retired);

  function groups(): object[] {
    return active(directory.groups()).map(({ id, name, isBoard, memberIds = [], leadIds = [] }) => ({
      id, name, ...(isBoard && { isBoard }),
      members: [...new Set([...leadIds, ...memberIds])].flatMap((personId) => {
        const person = directory.person(personId);
        return person && !person.retired ? [{ id: person.id, name: person.name }] : [];
      }),
    }));
  }

  function categories(language: Language): object[] {
    return active(directory.categories()).map(({ id, name, nameDe, parentId, groupId }) => ({
      id,
      name: language === 'de' ? (nameDe ?? name) : name,
      path: categoryPath(directory, id, language),
      parentId,
      groupId,
    }));
  }

  /** What can be ordered; who handles requests orders for others too, so they get what is not offered to themselves. */
  function offerings(actor: Actor): object[] {
    const reach = reachOf(directory, actor.id);
    return [...directory.offerings()].filter((offering) => offering.state === 'published' && canReadOffering(actor, offering)).map((offering) => {
      const { id, categoryId, form, approvalRule, targetMinutes, targetField, costs, currency, keywords } = offering;
      const isForMe = isOrderableBy(offering, reach, directory);
      return { id, ...offeringText(offering, actor.language), keywords, categoryId, form, approvalRule, consents: consentNames(offering, actor.language), targetMinutes, targetField, costs, currency, isForMe };
    });
  }

  async function config(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { companyName, autoCloseDays = DEFAULT_AUTO_CLOSE_DAYS, defaultLanguage } = directory.settings();
    return ok({
      groups: groups(),
      categories: categories(actor.language),
      offerings: offerings(actor),
      settings: { companyName, autoCloseDays, defaultLanguage, hasWebhooks: active(directory.summaries('webhooks') as Iterable<Webhook>).some(({ isEnabled }) => isEnabled) },
    });
  }

  async function people(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const limit = readInteger(request.query, 'limit', { fallback: DEFAULT_PEOPLE, max: MAX_PEOPLE });
    const words = (readText(request.query, 'q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    // Of those that a page shows by their ids, also the ones who have left.
    const ids = readText(request.query, 'ids')?.split(',').slice(0, MAX_PEOPLE);
    if (ids) return ok({ items: ids.flatMap((id) => directory.person(id) ?? []).map(({ id, name, title, department }) => ({ id, name, title, department })) });
    const items: object[] = [];
    for (const { id, name, mail, title, department, isVip, retired } of directory.people()) {
      if (items.length === limit) break;
      const haystack = `${name} ${mail} ${title ?? ''}`.toLowerCase();
      if (retired || !words.every((word) => haystack.includes(word))) continue;
      items.push({ id, name, title, department, ...(isAgent(actor) && { isVip: isVip ?? false }) });
    }
    return ok({ items });
  }

  return [
    { method: 'get', path: '/api/config', handle: config, forKeys: readersOf('groups', 'categories', 'offerings') },
    { method: 'get', path: '/api/people', handle: people, forKeys: readersOf('people') },
  ];
}
