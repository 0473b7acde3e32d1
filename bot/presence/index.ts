export { createGraphPresence, PresenceError, type PresenceSource } from './graph-presence';
export { graphToken } from './graph-token';
