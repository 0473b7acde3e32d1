import { rowKey, type App } from '../../../shared/app';
import { RECORD_ID } from '../../../shared/kernel';

/** Longer numbers are not kept: the next new ticket would continue from there. */
const MAX_OWN_NUMBER = 99_999_999;

/** The number of a case that may stay its number here, if nobody has it. */
function ownNumber(caseId: string): number | undefined {
  const [, prefix, digits] = RECORD_ID.exec(caseId) ?? [];
  const number = Number(digits);
  return prefix === 'INC' && number > 0 && number <= MAX_OWN_NUMBER ? number : undefined;
}

type Ranges = readonly { readonly from: number; readonly to: number }[];

const isWithin = (ranges: Ranges, number: number): boolean => ranges.some(({ from, to }) => from <= number && number <= to);

/**
 * Sets the cases' numbers aside and says which cases keep theirs. What was handed out to a process before, perhaps unused,
 * is not free; what an earlier import set aside is.
 */
export async function keepNumbers(app: Pick<App, 'numbers'>, caseIds: Iterable<string>): Promise<(caseId: string) => string | undefined> {
  let highest = 0;
  for (const caseId of caseIds) highest = Math.max(highest, ownNumber(caseId) ?? 0);
  const ranges = await app.numbers.setAside('INC', highest);
  return (caseId) => {
    const number = ownNumber(caseId);
    return number !== undefined && isWithin(ranges, number) ? caseId : undefined;
  };
}

/** How many cases would keep their number; nothing is set aside. */
export async function numbersToKeep({ storage, partition }: Pick<App, 'storage' | 'partition'>, caseIds: Iterable<string>): Promise<number> {
  const [used, aside] = await Promise.all([storage.get(partition, rowKey.numbers('INC')), storage.get(partition, rowKey.numbersSetAside('INC'))]);
  const last = (used?.data as { last: number } | undefined)?.last ?? 0;
  const ranges = (aside?.data as { ranges: Ranges } | undefined)?.ranges ?? [];
  let kept = 0;
  for (const caseId of caseIds) {
    const number = ownNumber(caseId);
    if (number !== undefined && (number > last || isWithin(ranges, number))) kept += 1;
  }
  return kept;
}
