import { AppError } from '../../shared/kernel';

/** An error of ours that knows which of its parts hold nothing that somebody wrote. */
interface Logged {
  readonly logged: Readonly<Record<string, unknown>>;
}

const CAUSES = 4;
/** Errors of engine, libraries and network say these in letters of their own. */
const PARTS = ['code', 'errno', 'syscall', 'status', 'statusCode'] as const;

/** Whatever stands in quotes, with what stands before it where it is the name of a property. An apostrophe within a word is none. */
const QUOTED = /((?:reading|setting) '[\w$]{1,40}')|(?<![\p{L}\p{N}])(["'`“]).*?(?:(?:\2|”)(?![\p{L}\p{N}])|$)/gsu;

/** What errors quote may be what somebody wrote: "Unexpected token 'S', "Secret..." is not valid JSON". */
const withoutQuotes = (message: string): string => message.replace(QUOTED, (_whole, property?: string) => property ?? '‹…›').slice(0, 300);

function partsOf(error: Error): Readonly<Record<string, unknown>> {
  if ('logged' in error) return (error as Logged).logged;
  if (error instanceof AppError) return { kind: error.kind, code: error.code, message: withoutQuotes(error.message) };
  const known = error as unknown as Readonly<Record<string, unknown>>;
  // A parser quotes what it could not read in ways of its own; the answer of another system may repeat what it was sent.
  const isForeign = error.name === 'SyntaxError' || typeof known.statusCode === 'number';
  return {
    ...(!isForeign && { message: withoutQuotes(error.message) }),
    ...Object.fromEntries(PARTS.filter((part) => ['string', 'number'].includes(typeof known[part])).map((part) => [part, known[part]])),
  };
}

/** Where it happened, without the message that stands on top. */
const framesOf = (error: Error): string => (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n');

/** An error as the log shows it: what it is and where it happened, and nothing that a person wrote. */
export function shownError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, cause } = error;
  return { type: name === 'Error' ? error.constructor.name : name, ...partsOf(error), stack: framesOf(error), ...(cause !== undefined && depth < CAUSES && { cause: shownError(cause, depth + 1) }) };
}

/** What kind of error it was, in one word that is never text of a person. */
export function errorType(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
