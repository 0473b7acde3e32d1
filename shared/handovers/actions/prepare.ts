import type { Directory } from '../../catalog';
import { hasRole, refuse, type Actor } from '../../kernel';
import { shiftEnds, takeoverAt } from '../../routing';
import { DAY, iso } from '../../sla';
import { endingAt, gather, MAX_ITEMS, type Ending } from '../gather';
import { canPrepare } from '../handover-permissions';
import { prepareSchema } from '../handover-schema';
import type { HandoverSummary } from '../handover-views';
import type { HandoverAction } from './define';

/** How long the next shift has to accept; absent: a quarter of an hour. */
export const ACCEPT_MINUTES = 15;
/** Whoever wants to hand over by hand is on a shift that ends within this time. */
const OWN_SHIFT = DAY;

/** The end of the actor's own shift, in this group or in any of theirs; the first one. */
function ownEnding(config: Directory, actor: Actor, groupId: string | undefined, now: string): Ending | undefined {
  const at = Date.parse(now);
  const groups = groupId ? [groupId] : [...new Set([...actor.groupIds, ...actor.leadsGroupIds])];
  const ends = groups.flatMap((id) => shiftEnds(config, id, at, at + OWN_SHIFT).filter((end) => end.leaving.some(({ personId }) => personId === actor.id)).map((end) => ({ id, at: end.at })));
  const [first] = ends.sort((left, right) => left.at - right.at);
  return first && endingAt(config, first.id, iso(first.at));
}

/**
 * Puts together what must not be lost at the end of a shift. Bellhop does it shortly before, once for each group and end; people do
 * it for their own shift whenever they want to leave. Who prepares at the same time sees the other's, and it is one.
 */
export const prepare: HandoverAction<typeof prepareSchema> = {
  name: 'handovers.prepare',
  schema: prepareSchema,
  repeat: 'check',
  fence: 'assignment',
  creates: () => 'HND',
  can: canPrepare,
  decide(_handover, input, { actor, config, now }) {
    const isSystem = hasRole(actor, 'system');
    const ending = isSystem && input.groupId && input.endsAt ? endingAt(config, input.groupId, input.endsAt) : ownEnding(config, actor, input.groupId, now);
    const group = config.group(ending?.groupId);
    if (!ending || !group) return refuse('handovers.noShift');
    const known = ([...config.summaries('handovers')] as HandoverSummary[]).find((other) => other.groupId === group.id && other.endsAt === ending.endsAt);
    if (known) return refuse('handovers.preparedAlready', { id: known.id });
    const items = gather(config, ending);
    if (items.length === 0) return refuse('handovers.nothing');
    const { leaving, endsAt, next } = ending;
    const leftOut = items.length - MAX_ITEMS;
    return {
      events: [{
        type: 'HandoverPrepared', groupId: group.id, groupName: group.name, endsAt, acceptMinutes: group.acceptMinutes ?? ACCEPT_MINUTES,
        fromIds: leaving.map(({ personId }) => personId), toIds: next?.personIds ?? group.leadIds ?? [], items: items.slice(0, MAX_ITEMS),
        ...(next && { startsAt: iso(next.startsAt) }), ...(leftOut > 0 && { leftOut }),
      }],
      takesPlace: true,
    };
  },
};

/** Those of the next shift who are there already, where shifts overlap. */
export function alreadyThere(config: Directory, groupId: string, fromIds: readonly string[], now: string): readonly string[] {
  const takeover = takeoverAt(config, groupId, Date.parse(now), fromIds);
  return takeover && iso(takeover.startsAt) <= now ? takeover.personIds : [];
}
