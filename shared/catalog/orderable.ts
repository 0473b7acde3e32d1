import { stepLabel } from '../approvals';
import { translator } from '../strings';
import type { Language } from '../kernel';
import type { Directory } from './directory';
import { isInAudience, type Reach } from './offering-access';
import type { Offering } from './offering';

/** Where a person works, as audiences see it; undefined: nobody knows them. */
export function reachOf(config: Directory, personId: string | undefined): Reach | undefined {
  const person = config.person(personId);
  if (!person) return undefined;
  const groups = [...config.groups()].filter(({ retired, memberIds, leadIds }) => !retired && (memberIds?.includes(person.id) || leadIds?.includes(person.id)));
  return { groupIds: groups.map(({ id }) => id), department: person.department, site: person.site };
}

/** Can it be ordered for this person now? Not if its service is gone (domain.md 2.1). */
export function isOrderableBy(offering: Offering, reach: Reach | undefined, config: Directory): boolean {
  const isServed = offering.serviceId === undefined || config.service(offering.serviceId)?.retired === false;
  return offering.state === 'published' && isServed && reach !== undefined && isInAudience(offering.audience, reach);
}

/** What it is called, and what it is, in the reader's language. */
export function offeringText({ name, nameDe, description, descriptionDe }: Pick<Offering, 'name' | 'nameDe' | 'description' | 'descriptionDe'>, language: string): { readonly name: string; readonly description: string } {
  return language === 'de' ? { name: nameDe ?? name, description: descriptionDe ?? description ?? '' } : { name, description: description ?? '' };
}

/** Who may be asked to agree, in the reader's words: whether they are depends on what is answered. */
export function consentNames({ plan = [] }: Pick<Offering, 'plan'>, language: Language): readonly string[] {
  const ids = plan.flatMap(({ approvals = [] }) => approvals.map(({ id }) => id));
  return [...new Set(ids)].map((id) => stepLabel(id, translator(language)));
}
