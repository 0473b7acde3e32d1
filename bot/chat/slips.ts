/** How many slips lie between two words: a letter too much, too few, wrong, or two that changed places. */
export function distance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_row, index) => [index]);
  for (let column = 0; column <= right.length; column += 1) rows[0]![column] = column;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      let best = Math.min(rows[row - 1]![column]! + 1, rows[row]![column - 1]! + 1, rows[row - 1]![column - 1]! + cost);
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwap) best = Math.min(best, rows[row - 2]![column - 2]! + 1);
      rows[row]![column] = best;
    }
  }
  return rows[left.length]![right.length]!;
}

/** How many slips a word may have and still be taken for another: short words are easily other words. */
const allowed = (word: string): number => (word.length <= 5 ? 1 : 2);

/** The candidate that was probably meant, or undefined when it is one of them or none is close. */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  if (word.length < 3 || candidates.includes(word)) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 2) continue;
    const slips = distance(word, candidate);
    if (slips <= allowed(candidate) && slips < bestDistance) [best, bestDistance] = [candidate, slips];
  }
  return best;
}

/** Same letters in another order: a slip that is hardly ever another word. */
export function isShuffled(word: string, candidate: string): boolean {
  return word !== candidate && word.length >= 4 && [...word].sort().join('') === [...candidate].sort().join('');
}
