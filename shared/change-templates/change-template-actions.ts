import { approve, nudge, reject, returnForInfo, withdrawVote } from './actions/deciding';
import { expire, reinstate, retire, suspend } from './actions/ending';
import { add, edit, propose, renew } from './actions/writing';

/** In the order in which buttons are drawn. */
export const templateActions = [add, approve, reject, returnForInfo, withdrawVote, propose, renew, edit, reinstate, suspend, retire, nudge, expire];
