import type { StormFigures } from './vote-checks';

/** Storms of one organization. Of the emulator every call costs more with every row that it holds, so each turn gets a new one. */
const TURN = 20;
const STORMS = Number(process.env.BELLHOP_STORMS ?? 0);
/** A long run that was interrupted goes on from here. */
const FIRST = Number(process.env.BELLHOP_STORM_FROM ?? 1);

export interface Turned extends StormFigures {
  readonly problems: readonly string[];
  /** Changes that got their place in the calendar. */
  readonly scheduled: number;
  /** Copies of cards that were looked at in the end. */
  readonly cards?: number;
}

/**
 * Runs storms by their seeds, in turns, until one has a problem: `few` of them, or as many as BELLHOP_STORMS says; then the
 * figures are written to stderr, too. BELLHOP_STORM_FROM begins with a later one, BELLHOP_STORM_SEED does one storm again.
 */
export async function inTurns(name: string, few: number, turn: (seeds: readonly number[]) => Promise<Turned>): Promise<Turned> {
  const only = Number(process.env.BELLHOP_STORM_SEED ?? 0);
  const seeds = only > 0 ? [only] : Array.from({ length: STORMS || few }, (_none, index) => index + FIRST);
  const began = Date.now();
  let sum: Turned = { problems: [], scheduled: 0, presses: 0, votes: 0, repeats: 0, refused: 0 };
  for (let first = 0; first < seeds.length && sum.problems.length === 0; first += TURN) {
    const { problems, ...counted } = await turn(seeds.slice(first, first + TURN));
    const figures = Object.entries(counted).map(([key, value]) => [key, value + (sum[key as keyof typeof counted] ?? 0)] as const);
    sum = { ...sum, ...Object.fromEntries(figures), problems };
    if (STORMS) process.stderr.write(`${name}: ${JSON.stringify({ storms: Math.min(first + TURN, seeds.length), ...sum, seconds: Math.round((Date.now() - began) / 1_000) })}\n`);
  }
  // Storms in which nothing is ever agreed prove nothing.
  const isCalm = seeds.length > 1 && sum.problems.length === 0 && sum.scheduled === 0;
  return isCalm ? { ...sum, problems: ['nothing was scheduled'] } : sum;
}
