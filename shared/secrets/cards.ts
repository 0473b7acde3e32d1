import type { Finder, Found } from './secret';

/** As many digits as a number can have, each with one blank or dash before it. */
const RUN = /\d(?:[ \u00a0-]?\d){12,}/g;
const FEWEST = 13;
const MOST = 19;

/** Issuers by how their numbers begin, and how long those are. */
const ISSUERS: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  // Visa had 13 digits decades ago; today those are phone numbers.
  { begins: /^4/, lengths: [16, 19] },
  // Mastercard
  { begins: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  // American Express
  { begins: /^3[47]/, lengths: [15] },
  // Diners Club
  { begins: /^3(?:0[0-5]|[689])/, lengths: [14] },
  // Discover, UnionPay
  { begins: /^(?:6011|64[4-9]|65|62)/, lengths: [16, 17, 18, 19] },
  // JCB
  { begins: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  // Maestro
  { begins: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

/** How numbers are written in groups, by their lengths. */
const GROUPS = ['4-4-4-4', '4-6-5', '4-6-4', '4-4-4-4-3'];

/** What else is long and made of digits, where the words before say so. */
const SOMETHING_ELSE =
  /(?:serial|serien|\bs\/?n|imei|iccid|iban|guid|asset|invent|ticket|order|bestell|auftrag|rechnung|invoice|track|sendung|paket|phone|telefon|\btel|mobil|fax|kunden|customer)[\p{L}./-]{0,20}(?: ?(?:number|nummer|no|nr|is|ist)\b\.?)?[ \u00a0:#=]{0,3}$/iu;

/** The digits next to it belong to something longer: to a name, an address, a number with a fraction. */
const GLUED = { before: /[\p{L}\d_/#]-?$|\d[.,]$/u, after: /^(?:-?[\p{L}_@]|[.,]\d)/u };
/** A telephone number with its country. */
const ABROAD = /\+$/;
/** Before the check digits of an IBAN. */
const COUNTRY = /(?<!\p{L})[A-Z]{2} ?$/u;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The check digit that every payment card has (ISO/IEC 7812-1, Luhn). */
function isChecked(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isCard(digits: string): boolean {
  if (digits.length < FEWEST || digits.length > MOST) return false;
  return ISSUERS.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits)) && isChecked(digits);
}

/** Numbers in a run of digits that has other numbers beside it: known by their groups. */
function numbersIn(run: string, offset: number): readonly Found[] {
  const groups = [...run.matchAll(/\d+/g)];
  const found: Found[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    for (const size of [1, 3, 4, 5]) {
      const taken = groups.slice(first, first + size);
      const [begin, last] = [taken[0], taken.at(-1)];
      if (taken.length < size || !begin || !last) continue;
      const shape = taken.map(([digits]) => digits.length).join('-');
      if (size > 1 && !GROUPS.includes(shape)) continue;
      if (!isCard(taken.map(([digits]) => digits).join(''))) continue;
      found.push({ kind: 'cardNumber', start: offset + begin.index, end: offset + last.index + last[0].length });
      first += size - 1;
      break;
    }
  }
  return found;
}

/** What of a run of digits stands for itself; groups with dashes are one thing. */
function ownPart(run: string, before: string, after: string): { readonly from: number; readonly to: number } | undefined {
  const isGlued = { before: GLUED.before.test(before), after: GLUED.after.test(after) };
  if (ABROAD.test(before) || SOMETHING_ELSE.test(before) || (COUNTRY.test(before) && /^\d\d\D/.test(run))) return undefined;
  if (!isGlued.before && !isGlued.after) return { from: 0, to: run.length };
  if (run.includes('-')) return undefined;
  const from = isGlued.before ? run.search(/\D/) + 1 : 0;
  const to = isGlued.after ? Math.max(run.lastIndexOf(' '), run.lastIndexOf('\u00a0')) : run.length;
  return to <= from || (isGlued.before && from === 0) ? undefined : { from, to };
}

/** Numbers of payment cards. Account numbers, serial numbers and the like have another beginning, or letters next to them. */
export const findCards: Finder = (text) =>
  [...text.matchAll(RUN)].flatMap((match): readonly Found[] => {
    const [run] = match;
    const end = match.index + run.length;
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const part = ownPart(run, before, text.slice(end, end + 2));
    if (!part) return [];
    const own = run.slice(part.from, part.to);
    const start = match.index + part.from;
    if (isCard(digitsOf(own))) return [{ kind: 'cardNumber', start, end: match.index + part.to }];
    return numbersIn(own, start);
  });
