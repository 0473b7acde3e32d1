import { AppError, systemActor, type Language } from '../kernel';
import type { Person } from '../people';
import type { App } from './create-app';

/** What a verified token or an authenticated activity says about a person. Never taken from a payload. */
export interface VerifiedIdentity {
  readonly aadObjectId: string;
  readonly name?: string | undefined;
  readonly mail?: string | undefined;
  readonly language?: Language | undefined;
}

type JoinApp = Pick<App, 'perform' | 'desk'>;

/** Names come from the directory of the organization, but not everything it allows fits a line of text here. */
// eslint-disable-next-line no-control-regex
const line = (text: string | undefined): string => (text ?? '').replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim().slice(0, 200);

/**
 * The person behind a verified identity: found by object id, else the entry an administrator made with that mail address,
 * else a new one. `administrators` (object ids or mail addresses) administer from now on. Costs a storage call only when
 * something is new. Throws AppError `forbidden` for people who have left.
 */
export async function joinPerson(app: JoinApp, identity: VerifiedIdentity, administrators: readonly string[] = []): Promise<Person> {
  const { directory } = app.desk;
  const found = directory.personByObjectId(identity.aadObjectId) ?? (await linkByMail(app, identity)) ?? (await addPerson(app, identity));
  if (found.retired) throw new AppError('forbidden', 'personLeft');
  const isNamed = [identity.aadObjectId, identity.mail ?? found.mail].some((key) => key && administrators.includes(key.toLowerCase()));
  return isNamed && !found.roles?.includes('administrator') ? makeAdministrator(app, found) : found;
}

async function linkByMail(app: JoinApp, { aadObjectId, mail }: VerifiedIdentity): Promise<Person | undefined> {
  if (!mail) return undefined;
  for (const person of app.desk.directory.people()) {
    const isSame = !person.aadObjectId && !person.retired && person.mail.toLowerCase() === mail.toLowerCase();
    if (isSame) return change(app, person, { aadObjectId });
  }
  return undefined;
}

/** Two first requests at the same time, also to two instances, make one person: the object id is the idempotency key. */
async function addPerson(app: JoinApp, identity: VerifiedIdentity): Promise<Person> {
  const { aadObjectId, language } = identity;
  const mail = line(identity.mail) || aadObjectId;
  const performed = await app.perform({
    action: 'people.add',
    input: { name: line(identity.name) || mail, mail, aadObjectId, ...(language && { language }) },
    actor: systemActor('job'),
    idempotencyKey: `join:${aadObjectId}`,
  });
  if ('refused' in performed) throw new AppError('bug', 'bug', { detail: `people.add for a first sign-in: ${performed.refused.code}` });
  return performed.record as unknown as Person;
}

const makeAdministrator = (app: JoinApp, person: Person): Promise<Person> =>
  change(app, person, { roles: [...(person.roles ?? []), 'administrator'] });

async function change(app: JoinApp, person: Person, input: object): Promise<Person> {
  const performed = await app.perform({ action: 'people.change', id: person.id, version: person.version, input, actor: systemActor('job') });
  // Somebody else has just changed the entry: their version stands, and the next request tries again.
  return ((performed as { record?: unknown }).record ?? app.desk.directory.person(person.id) ?? person) as Person;
}
