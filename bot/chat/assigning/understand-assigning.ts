import { formatId } from '../../../shared/kernel';
import { WHY_CORE } from '../words';

/** What a message wants that is about who gets what. */
export type AssigningIntent =
  | { readonly kind: 'onCall'; readonly text: string }
  | { readonly kind: 'away'; readonly text: string }
  | { readonly kind: 'backAgain' | 'rebalance' | 'handOver' | 'handedOver' }
  /** `id` is absent in the thread of a ticket. */
  | { readonly kind: 'whyMe'; readonly id?: string };

interface Circumstances {
  readonly inThread: boolean;
  readonly isAgent: boolean;
}

/** Longer texts say something else. */
const MAX_CHARS = 120;
const NUMBER = /#?\s*(INC|REQ)[\s-]?0*(\d{1,10})(?![\p{L}\p{N}])/iu;
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const PERSON = set('me mich mir ich i assigned zugewiesen picked chosen ausgewählt bekommen got get have habe');
const AROUND = set('why warum wieso weshalb explain erkläre do did does was is am are it this das the ticket to an wurde bin hat nobody niemand has that es dieses please bitte gerade denn just for für');

const ON_CALL: readonly RegExp[] = [
  /^(?:who(?:['’]s|\s+is|\s+are)?\s+)?on[\s-]?call(?:\s+(?:now|right now|today))?(?:\s+(?:in|for|at)\s+.+)?\s*\??$/iu,
  /^(?:wer\s+(?:hat|ist\s+in)\s+)?(?:gerade\s+|jetzt\s+|heute\s+)?(?:die\s+)?(?:ruf)?bereitschaft(?:\s+(?:jetzt|heute))?(?:\s+(?:in|im|bei|für)\s+.+)?\s*\??$/iu,
];
const AWAY = /^(?:(?:i\s+am|i['’]m|set\s+me|ich\s+bin|melde\s+mich)\s+)?(?:(?:away|out(?:\s+of\s+office)?|off|abwesend|weg|nicht\s+da)\s+(?:until|till|for|bis|für)\s+.+|(?:bis|until)\s+.+\s+(?:away|abwesend|weg|nicht\s+da|out))[.!]?$/iu;
const REBALANCE = /^(?:rebalance|(?:what|who)\s+(?:is\s+)?left\s+behind|umverteilen|liegen\s*geblieben(?:es)?|was\s+(?:ist|bleibt)\s+liegen(?:\s*geblieben)?)\s*\??$/iu;
const HAND_OVER = /^(?:(?:prepare|start|make)\s+(?:the\s+|my\s+|a\s+)?)?(?:hand[\s-]?over|shift\s+hand[\s-]?over|end\s+(?:of\s+)?(?:my\s+)?shift|(?:schicht)?übergabe|schichtende|(?:ich\s+)?übergebe|übergeben)(?:\s+(?:now|please|my\s+shift|jetzt|bitte|machen|vorbereiten|meine\s+schicht))?\s*[.!]?$/iu;
const HANDED_OVER = /^(?:what\s+(?:was|got|has\s+been)\s+handed\s+over(?:\s+to\s+(?:me|us))?|what\s+do\s+(?:i|we)\s+take\s+over|hand[\s-]?overs|was\s+wurde\s+(?:mir\s+|uns\s+)?übergeben|was\s+(?:übernehme\s+ich|übernehmen\s+wir)|übergaben)\s*[?.!]?$/iu;
const SOMEBODY_ELSE = /\b(?:decides?|approves?|stands?\s+in|substitute|entscheidet|vertritt|vertretung)\b/iu;
const BACK: readonly RegExp[] = [/^(?:i\s+am|i['’]m)\s+back(?:\s+again)?[.!]?$/iu, /^(?:ich\s+bin\s+)(?:wieder\s+)(?:da|zurück)[.!]?$/iu, /^(?:back\s+again|wieder\s+da)[.!]?$/iu];

/** `why me? INC12`, `warum habe ich INC12`, `why was INC12 assigned to me`; in the thread of a ticket without its number. */
function whyMe(text: string, { inThread }: Circumstances): AssigningIntent | undefined {
  const number = NUMBER.exec(text);
  const words = text.replace(NUMBER, ' ').toLowerCase().match(/\p{L}+/gu) ?? [];
  const isAsked = words.some((word) => WHY_CORE.has(word)) && words.some((word) => PERSON.has(word) || word === 'nobody' || word === 'niemand');
  if (!isAsked || !words.every((word) => PERSON.has(word) || AROUND.has(word)) || (!number && !inThread)) return undefined;
  return { kind: 'whyMe', ...(number && { id: formatId(number[1]!.toUpperCase(), Number(number[2])) }) };
}

/** Only of those who handle tickets: what others write is a report. */
export function understandAssigning(text: string, circumstances: Circumstances): AssigningIntent | undefined {
  const said = text.trim();
  if (!circumstances.isAgent || said.length > MAX_CHARS) return undefined;
  const asked = whyMe(said, circumstances);
  if (asked || circumstances.inThread) return asked;
  if (ON_CALL.some((pattern) => pattern.test(said))) return { kind: 'onCall', text: said };
  if (HANDED_OVER.test(said)) return { kind: 'handedOver' };
  if (HAND_OVER.test(said)) return { kind: 'handOver' };
  if (REBALANCE.test(said)) return { kind: 'rebalance' };
  if (BACK.some((pattern) => pattern.test(said))) return { kind: 'backAgain' };
  return AWAY.test(said) && !SOMEBODY_ELSE.test(said) ? { kind: 'away', text: said } : undefined;
}
