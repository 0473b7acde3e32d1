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

/** Storms in which nothing is ever agreed prove nothing. Chance may bring a few of them: then so many times as many are done at most. */
const PATIENCE = 5;

/**
 * Runs storms by their seeds, in turns, until one has a problem: `few` of them, or as many as BELLHOP_STORMS says; then the
 * figures are written to stderr, too. BELLHOP_STORM_FROM begins with a later one, BELLHOP_STORM_SEED does one storm again.
 */
export async function inTurns(name: string, few: number, turn: (seeds: readonly number[]) => Promise<Turned>): Promise<Turned> {
  const only = Number(process.env.BELLHOP_STORM_SEED ?? 0);
  const wanted = only > 0 ? 1 : STORMS || few;
  const from = only > 0 ? only : FIRST;
  const began = Date.now();
  let sum: Turned = { problems: [], scheduled: 0, presses: 0, votes: 0, repeats: 0, refused: 0 };
  let done = 0;
  const isCalm = (): boolean => wanted > 1 && sum.scheduled === 0;
  while (sum.problems.length === 0 && (done < wanted || (isCalm() && done < wanted * PATIENCE))) {
    const size = Math.min(TURN, done < wanted ? wanted - done : wanted);
    const { problems, ...counted } = await turn(Array.from({ length: size }, (_none, index) => from + done + index));
    done += size;
    const figures = Object.entries(counted).map(([key, value]) => [key, value + (sum[key as keyof typeof counted] ?? 0)] as const);
    sum = { ...sum, ...Object.fromEntries(figures), problems };
    if (STORMS) process.stderr.write(`${name}: ${JSON.stringify({ storms: done, ...sum, seconds: Math.round((Date.now() - began) / 1_000) })}\n`);
  }
  return isCalm() && sum.problems.length === 0 ? { ...sum, problems: ['nothing was scheduled'] } : sum;
}
