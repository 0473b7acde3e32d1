import type { Lifecycle } from '../kernel';
import { HANDOVER_STATES, type HandoverState } from './handover-schema';

/** `giver`: their shift ends. `receiver`: they have it next. `lead`: leads the group. */
export type HandoverRole = 'giver' | 'receiver' | 'lead' | 'system';

const GIVE = ['giver', 'lead'] as const;
const TAKE = ['receiver', 'lead'] as const;
const SENT = ['handedOver', 'partlyAccepted', 'expired'] as const;

/**
 * Nothing moves before somebody has accepted it, and what nobody accepted stays open: `expired` is no end. It is over when the
 * shift has ended and nothing is left; until then something may come up, and it is `partlyAccepted` at most.
 */
export const HANDOVER_LIFECYCLE: Lifecycle<HandoverState, HandoverRole> = {
  states: HANDOVER_STATES,
  initial: 'prepared',
  terminal: ['accepted', 'settled', 'withdrawn'],
  transitions: [
    { action: 'handOver', from: ['prepared'], to: 'handedOver', who: GIVE },
    { action: 'accept', from: ['handedOver'], to: 'partlyAccepted', who: TAKE },
    { action: 'accept', from: ['partlyAccepted', 'expired'], to: 'accepted', who: TAKE },
    { action: 'decline', from: SENT, who: TAKE, requires: ['reason'] },
    { action: 'chooseItem', from: ['prepared'], who: GIVE, requires: ['itemId', 'isIncluded'] },
    { action: 'noteItem', from: ['prepared'], who: GIVE, requires: ['itemId'] },
    { action: 'withdraw', from: SENT, to: 'withdrawn', who: ['lead'], requires: ['reason'] },
    { action: 'endShift', from: ['prepared'], to: 'handedOver', who: ['system'] },
    { action: 'endShift', from: ['handedOver'], to: 'settled', who: ['system'] },
    { action: 'endShift', from: ['partlyAccepted'], to: 'accepted', who: ['system'] },
    { action: 'look', from: ['prepared'], who: ['system'] },
    { action: 'look', from: ['handedOver', 'expired'], to: 'settled', who: ['system'] },
    { action: 'look', from: ['partlyAccepted'], to: 'accepted', who: ['system'] },
    { action: 'beginShift', from: SENT, who: ['system'] },
    { action: 'remind', from: ['handedOver', 'partlyAccepted'], who: ['system'] },
    { action: 'expire', from: ['handedOver', 'partlyAccepted'], to: 'expired', who: ['system'] },
  ],
};

export const isHandoverEnded = (state: HandoverState): boolean => HANDOVER_LIFECYCLE.terminal.includes(state);
