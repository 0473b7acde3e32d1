import type { Activity } from 'botbuilder';
import { joinPerson, type App } from '../../shared/app';
import { AppError, type Actor, type Channel } from '../../shared/kernel';
import { actorIn } from '../../shared/catalog';
import { pickLanguage } from '../../shared/strings';
import type { Config } from '../config/config';
import type { Sender } from './sender';

export interface IdentityDeps {
  readonly app: App;
  readonly config: Config;
  readonly sender: Pick<Sender, 'member'>;
}

const OBJECT_ID = /^[0-9a-f-]{20,60}$/i;

/**
 * Who acts: the sender of the authenticated activity, never anybody named in its content. People are known by their Entra ID
 * object id; on the first contact the connector is asked for name and mail.
 */
export async function actorFrom({ app, config, sender }: IdentityDeps, activity: Activity, channel: Channel): Promise<Actor> {
  const aadObjectId = activity.from.aadObjectId;
  if (!aadObjectId || !OBJECT_ID.test(aadObjectId)) throw new AppError('forbidden', 'unknownSender');
  const known = app.desk.directory.personByObjectId(aadObjectId);
  const member = known ? undefined : await sender.member(activity.serviceUrl, activity.conversation.id, activity.from.id);
  const person = await joinPerson(
    app,
    { aadObjectId, name: member?.name ?? activity.from.name, mail: member?.mail, language: pickLanguage(activity.locale) },
    config.administrators,
  );
  return actorIn(app.desk.directory, person, channel, app.clock.now().toISOString());
}
