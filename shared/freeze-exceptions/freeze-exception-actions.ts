import { approve, nudge, reject, returnForInfo, voidVotes, withdrawVote } from './actions/deciding';
import { expire, withdraw } from './actions/ending';
import { request } from './actions/request';

/** In the order in which buttons are drawn. */
export const exceptionActions = [request, approve, reject, returnForInfo, withdrawVote, withdraw, nudge, voidVotes, expire];
