import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { LabelledTicket } from '../../shared/classifier';

/** 38,269 real IT tickets with one of eight topics: "IT Service Ticket Classification Dataset", CC0, K. Zak, A. Goh. */
export const LABELLED_TICKETS = path.resolve(__dirname, '../../../shared/data/it-tickets-labelled.csv.gz');

/** As with the incident log: where a person tries Bellhop without the tickets, tests on them are left out. CI must have them. */
export const areLabelledTicketsLeftOut = !existsSync(LABELLED_TICKETS) && !process.env.CI;

export function readLabelledTickets(file = LABELLED_TICKETS): readonly LabelledTicket[] {
  if (!existsSync(file)) throw new Error(`The labelled tickets are missing: ${file}. They are not part of the repository; put them there to run this.`);
  const rows: { readonly Document: string; readonly Topic_group: string }[] = parse(gunzipSync(readFileSync(file)), { columns: true });
  return rows.map(({ Document: text, Topic_group: label }) => ({ text, label }));
}

/** Every ticket with the fold (0 to 4) it belongs to, by chance from a seed, the same on every machine. */
export function foldsByChance(count: number, seed: number): Uint8Array {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1);
  const order = Array.from({ length: count }, (_unused, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = (next() >>> 8) % (at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  const folds = new Uint8Array(count);
  order.forEach((ticket, place) => (folds[ticket] = place % 5));
  return folds;
}
