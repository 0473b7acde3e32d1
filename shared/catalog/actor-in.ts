import { actsFor } from '../approvals';
import type { Actor, Channel } from '../kernel';
import { actorOf, type Person } from '../people';
import type { Directory } from './directory';

/** A person as an actor of this organization at `now`, an ISO instant: with groups, and with those they stand in for. */
export function actorIn(directory: Directory, person: Person, channel: Channel, now: string): Actor {
  return actorOf(person, directory.groups(), channel, actsFor(directory.delegations(), person.id, now));
}
