import { plainLetters } from '../kernel';

const STOP_WORDS = new Set(
  ('a an and are at be but by can cannot do does for from has have he her his i in is it its me my no not of on or our she so that the their there they this to was we what when ' +
    'which who will with you your please help der die das und ist in im ein eine einen ich mein meine es nicht zu mit auf für von bei den dem sich auch bitte hilfe kann wir sie')
    .split(' '),
);

/** Words that say that something is wrong, but not what: no reason to suggest anything. */
const GENERIC_WORDS = new Set(
  ('again all always any anymore after before change could day days doing drop drops error every everything first get gets getting go got had hour hours how if into issue issues just keep keeps ' +
    'last like long longer make many more morning need needs new now off old one only open opens out over problem problems put set since some something start started still stop stopped stops than ' +
    'then these thing think time times today two up use using very want way week went were where work working works would yesterday ' +
    'aber alle alles brauche dann dass diese dieser doch etwas fehler funktioniert ganz geht gestern habe hat heute immer jetzt kein keine kommt mehr morgen nach neu neue neuen noch nur oder ' +
    'problem schon sehr seit sind stunde tag uber um uns unser viel vom vor war was wenn wie wieder wird')
    .split(' '),
);

export const processTerm = (term: string): string | null => {
  const word = plainLetters(term);
  return word.length < 2 || STOP_WORDS.has(word) ? null : word;
};

/** The word as it is looked up where it has to say what something is about; null when it does not. */
export function tellingTerm(term: string): string | null {
  const word = processTerm(term);
  return word === null || GENERIC_WORDS.has(word) ? null : word;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Endings of English and German words; what is left must still be a word. */
const ENDING = /(?<=^.{4,})(?:ings?|ers?|ern|ed|en|es|em|[sen])$/u;
/** What something is about stands at its beginning. */
const MAX_CHARS = 600;
const MAX_WORDS = 40;

/** What a text is about: its telling words without their endings, each once. */
export function tellingWords(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [term] of text.slice(0, MAX_CHARS).matchAll(WORD)) {
    const word = tellingTerm(term);
    if (word !== null) found.add(word.replace(ENDING, ''));
    if (found.size === MAX_WORDS) break;
  }
  return found;
}
