/** One ticket of the work that every system does: a function of its number. */
export interface WorkTicket {
  readonly title: string;
  /** About 400 characters. */
  readonly text: string;
}

/**
 * A ticket system that does the work of the comparison over HTTP. Every call throws when the work was not done, so that a
 * failure never looks like a fast answer. `client`: its number from 0, for systems in which sessions wait for each other.
 */
export interface TicketSystem {
  /** With version. */
  readonly name: string;
  create(ticket: WorkTicket, client: number): Promise<string>;
  /** The first page of 50 open tickets, most urgent first; their ids. */
  queuePage(client: number): Promise<readonly string[]>;
  /** The ticket with its whole history and the texts of all messages. */
  open(id: string, client: number): Promise<void>;
  reply(id: string, text: string, client: number): Promise<void>;
  /** New becomes open, or in progress. */
  changeStatus(id: string, client: number): Promise<void>;
  /** A page of tickets with a word that few have. */
  search(word: string, client: number): Promise<void>;
  /** Resident memory of all its processes in bytes, where it is known. */
  memory?(): number;
  close(): Promise<void>;
}

const WORDS = (
  'printer laptop screen network vpn password account email outlook meeting camera keyboard mouse docking station monitor cable update driver install license software error ' +
  'message crash slow boot freeze login access folder share permission request replace broken warranty invoice server database backup restore office floor phone headset battery'
).split(' ');

const words = (seed: number, count: number): string => Array.from({ length: count }, (_none, at) => WORDS[(seed * 31 + at * at * 7 + at) % WORDS.length]).join(' ');

export const workTicket = (index: number): WorkTicket => ({ title: words(index, 7), text: `${words(index + 1, 58)} bench${index}.` });
export const workReply = (index: number): string => words(index + 2, 42);

/** The comparison fills other people's machines with tickets: never but on this one. */
export function onLoopback(address: string): string {
  const { protocol, hostname, origin } = new URL(address);
  if (protocol !== 'http:' || !/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)) throw new Error(`${hostname} is not this machine: the comparison runs on loopback only`);
  return origin;
}

export function must(isDone: unknown, what: string): asserts isDone {
  if (!isDone) throw new Error(what);
}
