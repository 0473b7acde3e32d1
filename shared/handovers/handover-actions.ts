import { beginShift, endShift, expire, look, remind } from './actions/by-itself';
import { chooseItem, handOver, noteItem, withdraw } from './actions/giving';
import { prepare } from './actions/prepare';
import { accept, decline } from './actions/taking';

/** In the order in which buttons are drawn. */
export const handoverActions = [prepare, handOver, accept, decline, chooseItem, noteItem, withdraw, look, endShift, beginShift, remind, expire];
