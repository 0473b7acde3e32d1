import type { Directory } from '../../catalog';
import { refuse } from '../../kernel';
import { iso } from '../../sla';
import { endingOf, lookAt } from '../gather';
import type { Handover } from '../handover';
import { acceptanceTimes } from '../handover-derive';
import { byItself } from './define';
import { alreadyThere } from './prepare';

/** Keeps a handover up to date: what came up while it is prepared, and what needs no handing over any more. */
export const look = byItself('look', (handover, _input, { config }) => {
  const { added, settledIds } = lookAt(handover, config, handover.state === 'prepared' ? endingOf(config, handover) : undefined);
  return added.length === 0 && settledIds.length === 0 ? refuse('kernel.nothingChanged') : { events: [{ type: 'HandoverLooked', added, settledIds }] };
});

const leadsOf = (config: Directory, groupId: string): readonly string[] => config.group(groupId)?.leadIds ?? [];
const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];

/** The shift is over. What nobody handed over goes now, with what came up in the last minutes; it waits for whoever has it next. */
export const endShift = byItself('endShift', (handover, _input, { config, now }) => {
  if (handover.hasEnded) return refuse('kernel.nothingChanged');
  if (now < handover.endsAt) return refuse('kernel.notDue');
  const ending = endingOf(config, handover);
  const { added, settledIds } = lookAt(handover, config, ending);
  const { next } = ending;
  const toIds = next?.personIds ?? leadsOf(config, handover.groupId);
  const startsAt = next && iso(next.startsAt);
  const isThere = startsAt === undefined || startsAt <= now;
  const isSent = handover.state === 'prepared';
  const isNews = isSent || added.length > 0 || (handover.state === 'handedOver' && isThere);
  return {
    events: [{
      type: 'ShiftEnded', isSent, added, settledIds, fromIds: union(handover.fromIds, ending.leaving.map(({ personId }) => personId)), toIds, ...(startsAt && { startsAt }),
      tellIds: isThere && isNews ? toIds : [],
    }],
  };
});

/** Those who have it by now: of the plan, and whoever had it before. */
function receiversNow({ groupId, fromIds, toIds }: Handover, config: Directory, now: string): readonly string[] {
  return union(toIds, alreadyThere(config, groupId, fromIds, now));
}

/** After a time in which nobody was there the next shift begins, and hears of it. */
export const beginShift = byItself('beginShift', (handover, _input, { config, now }) => {
  if (handover.hasBegun || !handover.startsAt) return refuse('kernel.nothingChanged');
  if (now < handover.startsAt) return refuse('kernel.notDue');
  const toIds = receiversNow(handover, config, now);
  return { events: [{ type: 'NextShiftBegan', toIds, tellIds: toIds }] };
});

/** Still not accepted: the next shift is asked again. */
export const remind = byItself('remind', (handover, _input, { config, now }) => {
  const times = acceptanceTimes(handover);
  if (!times || handover.isReminded) return refuse('kernel.nothingChanged');
  if (now < times.remindAt) return refuse('kernel.notDue');
  const toIds = receiversNow(handover, config, now);
  return { events: [{ type: 'AcceptanceReminded', toIds, tellIds: toIds }] };
});

/** Nobody has accepted all of it: the leads hear of it. It stays open, and can be accepted as before. */
export const expire = byItself('expire', (handover, _input, { config, now }) => {
  const times = acceptanceTimes(handover);
  if (!times) return refuse('kernel.nothingChanged');
  if (now < times.expireAt) return refuse('kernel.notDue');
  return { events: [{ type: 'AcceptanceExpired', toIds: receiversNow(handover, config, now), tellIds: leadsOf(config, handover.groupId) }] };
});
