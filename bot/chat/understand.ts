import { formatId } from '../../shared/kernel';
import { understandAssigning, type AssigningIntent } from './assigning/understand-assigning';
import { understandPlanning, type PlanningCircumstances, type PlanningIntent } from './planning/understand-planning';
import { startsWithCode } from './resolution-text';
import { isShuffled, meant } from './slips';
import {
  ACKNOWLEDGED_CORE, ACKNOWLEDGED_WORDS, APPROVAL_CORE, APPROVAL_WORDS, COMMAND_WORDS, DUE_CORE, FILLERS, GREETING_CORE, GREETING_WORDS, HELP, KNOWN, MINE, QUEUE_CORE,
  SUGGESTABLE, THANKS_CORE, THANKS_WORDS, TICKET_WORDS, WHY_CORE, WHY_WORDS, commandOf, type Command,
} from './words';

/** What a message wants. Everything that is nothing else is a `draft`: a proposal, never a ticket by itself. */
export type Intent =
  | { readonly kind: 'empty' | 'files' | 'help' | 'known' | 'greeting' | 'thanks' | 'acknowledged' | 'myTickets' | 'queue' | 'approvals' | 'unclear' }
  | { readonly kind: 'search'; readonly q: string }
  | { readonly kind: 'new' | 'draft'; readonly text: string }
  /** `id` is absent in the thread of a ticket, and when somebody forgot it. */
  | { readonly kind: 'command'; readonly command: Command; readonly id?: string; readonly rest: string; readonly said: string }
  /** A ticket number, and then something about it. */
  | { readonly kind: 'about'; readonly id: string; readonly text: string }
  | AssigningIntent
  | PlanningIntent;

export interface Circumstances extends PlanningCircumstances {
  readonly inThread: boolean;
  readonly isAgent: boolean;
  readonly hasFiles: boolean;
}

/** Nobody's name is longer. */
const MAX_NAME = 200;

const NUMBER = '#?\\s*(INC|REQ)[\\s-]?0*(\\d{1,10})(?![\\p{L}\\p{N}])';
const FILLER = '(?:the |das |ticket |incident |request |no\\.? |number |nummer |nr\\.? )*';
const GAP = '[\\s:,;–-]*';
const STARTS_WITH_NUMBER = new RegExp(`^${NUMBER}${GAP}`, 'iu');
const VERB_NUMBER = new RegExp(`^([\\p{L}]+)\\s+(?:to |auf |on |an )?${FILLER}${NUMBER}${GAP}`, 'iu');
const ANY_NUMBER = new RegExp(`(?<![\\p{L}\\p{N}])${NUMBER}`, 'giu');

/** The words that are the writer's own: no quoted lines, no signature. */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((line, index) => index > 0 && (/^--\s*$/.test(line) || /^(sent from my|von meinem .* gesendet|get outlook for|outlook für)/i.test(line.trim())));
  return lines.slice(0, end === -1 ? undefined : end).filter((line) => !/^\s*>/.test(line)).join('\n').trim();
}

/** Short words are too easily other words. */
const LONG_WORDS = Object.values(COMMAND_WORDS).flat().filter((word) => word.length > 3);

const wordsOf = (text: string): readonly string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).map((word) => word.replace(/['’]/g, ''));
const every = (words: readonly string[], ...sets: readonly ReadonlySet<string>[]): boolean => words.every((word) => sets.some((set) => set.has(word)));
const some = (words: readonly string[], set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
const NAMES = new Set(['bellhop', 'bot']);
const POLITE = new Set(['please', 'bitte', 'pls']);

function smallTalk(words: readonly string[]): Intent | undefined {
  if (words.length > 8) return undefined;
  if (some(words, THANKS_CORE) && every(words, THANKS_CORE, THANKS_WORDS, NAMES)) return { kind: 'thanks' };
  if (some(words, GREETING_CORE) && every(words, GREETING_CORE, GREETING_WORDS, NAMES)) return { kind: 'greeting' };
  if (every(words, NAMES)) return { kind: 'greeting' };
  if (some(words, ACKNOWLEDGED_CORE) && every(words, ACKNOWLEDGED_CORE, ACKNOWLEDGED_WORDS)) return { kind: 'acknowledged' };
  return undefined;
}

/** Lists that are asked for by name: `my tickets`, `zeig mir meine offenen Anfragen`, `queue`, `Genehmigungen`. */
function listIntent(words: readonly string[]): Intent | undefined {
  if (words.length > 9) return undefined;
  const meaning = words.filter((word) => !FILLERS.has(word) && !NAMES.has(word));
  if (words.length === 1 && (words[0] === 'status' || words[0] === 'stand')) return { kind: 'myTickets' };
  if (meaning.length === 0) return undefined;
  if (some(meaning, QUEUE_CORE) && every(meaning, QUEUE_CORE, MINE, TICKET_WORDS)) return { kind: 'queue' };
  if (some(words, MINE) && every(meaning, new Set(['work', 'arbeit']), MINE)) return { kind: 'queue' };
  if (some(meaning, APPROVAL_CORE) && every(meaning, APPROVAL_CORE, APPROVAL_WORDS)) return { kind: 'approvals' };
  const isBare = meaning.some((word) => word === 'tickets' || word === 'ticket');
  if (some(meaning, TICKET_WORDS) && every(meaning, TICKET_WORDS, MINE) && (isBare || some(words, MINE))) return { kind: 'myTickets' };
  return undefined;
}

const TICKET_NOUN = '(?:ticket|incident|request|case|störung|anfrage|meldung)';
const NEW = [
  new RegExp(`^(?:new|neu(?:e[nrs]?)?)\\s+${TICKET_NOUN}(?![\\p{L}])${GAP}`, 'iu'),
  new RegExp(`^(?:please\\s+|bitte\\s+)?(?:create|open|raise|log|submit|file|report|make|erstelle?n?|eröffne|öffne|lege?|melde)\\s+(?:mir\\s+)?(?:(?:a|an|ein|eine|einen)\\s+)(?:new\\s+|neue[ns]?\\s+)?${TICKET_NOUN}(?![\\p{L}])(?:\\s+an(?![\\p{L}]))?${GAP}`, 'iu'),
  /^(?:create|new|neu|erstelle)\s+ticket(?![\p{L}])[\s:,;–-]*/iu,
  /^(?:new|neu|ticket|incident|störung)\s*:\s*/iu,
  /^(?:new|neu|report|melden|melde)$/iu,
];

function newIntent(text: string): Intent | undefined {
  for (const pattern of NEW) {
    const match = pattern.exec(text);
    if (match) return { kind: 'new', text: text.slice(match[0].length).replace(/^(?:for|about|that|because|für|wegen|dass|weil)\s+/i, '').trim() };
  }
  return undefined;
}

function searchIntent(text: string): Intent | undefined {
  const match = /^(?:search|suche|suchen|such|kb)(?:\s+(?:for|nach))?(?:[\s:]+([^]*))?$/iu.exec(text);
  return match ? { kind: 'search', q: (match[1] ?? '').trim().slice(0, 200) } : undefined;
}

/** `weise INC12 Bob zu`: the verb that German puts at the end. */
const withoutTrailingZu = (command: Command, said: string, rest: string): string =>
  command === 'assign' && said.toLowerCase() === 'weise' && rest.length < MAX_NAME ? rest.replace(/\s+zu\s*[.!]?$/iu, '') : rest;

/** Commands with a number: `take INC12`, `INC12 übernehmen`, `#INC-12`, `status INC12`, `INC12 an Bob zuweisen`. */
function numberedIntent(text: string): Intent | undefined {
  const front = VERB_NUMBER.exec(text);
  if (front) {
    const said = front[1]!;
    const id = formatId(front[2]!.toUpperCase(), Number(front[3]));
    const rest = text.slice(front[0].length).trim();
    const command = commandOf(said);
    if (command) return { kind: 'command', command, id, rest: withoutTrailingZu(command, said, rest), said };
    if (/^(put|setze)$/iu.test(said) && /^(on|auf)\s/iu.test(rest)) return { kind: 'command', command: 'hold', id, rest: '', said: 'hold' };
    const slip = FILLERS.has(said.toLowerCase()) ? undefined : meant(said.toLowerCase(), LONG_WORDS);
    if (slip) return { kind: 'didYouMean', suggestion: [slip, id, rest].filter(Boolean).join(' '), text };
  }
  const start = STARTS_WITH_NUMBER.exec(text);
  if (start) return afterNumber(formatId(start[1]!.toUpperCase(), Number(start[2])), text.slice(start[0].length).trim());
  return askedForNumber(text);
}

/**
 * `why is INC12 due then`, `warum ist INC12 dann fällig`, `why INC12`; in the thread of a ticket, or when the number was
 * forgotten, `why due`. There only agents are taken at the word: what a requester asks is for people.
 */
function whyIntent(text: string, { inThread, isAgent }: Circumstances): Intent | undefined {
  if (text.length > MAX_NAME) return undefined;
  const numbers = [...text.matchAll(ANY_NUMBER)];
  const words = wordsOf(text.replace(ANY_NUMBER, ' '));
  if (numbers.length > 1 || !some(words, WHY_CORE) || !every(words, WHY_CORE, DUE_CORE, WHY_WORDS, FILLERS, TICKET_WORDS, NAMES, POLITE)) return undefined;
  const [number] = numbers;
  const asked = { kind: 'command', command: 'why', rest: '', said: 'why' } as const;
  if (number) return { ...asked, id: formatId(number[1]!.toUpperCase(), Number(number[2])) };
  return some(words, DUE_CORE) && (isAgent || !inThread) ? asked : undefined;
}

function afterNumber(id: string, rest: string): Intent {
  const trailing = rest.length < MAX_NAME && /^(?:an|to|auf)\s+([^]+?)\s+zuweisen[.!]?$/iu.exec(rest);
  if (trailing) return { kind: 'command', command: 'assign', id, rest: trailing[1]!, said: 'zuweisen' };
  const word = /^[\p{L}]+/u.exec(rest)?.[0] ?? '';
  const command = commandOf(word);
  if (rest === '' || wordsOf(rest).every((entry) => FILLERS.has(entry))) return { kind: 'command', command: 'show', id, rest: '', said: '' };
  const after = rest.slice(word.length).replace(/^[\s:,;–-]+/, '');
  // "INC12 status of the delivery?" is a question about it, "INC12 take" is a command.
  const isCommand = command && (after === '' || ['assign', 'resolve', 'reply', 'note'].includes(command));
  return isCommand ? { kind: 'command', command, id, rest: after, said: word } : { kind: 'about', id, text: rest };
}

/** `what is with INC12?`: nothing but the number carries meaning. */
function askedForNumber(text: string): Intent | undefined {
  const found = [...text.matchAll(ANY_NUMBER)];
  const only = found[0];
  if (found.length !== 1 || !only) return undefined;
  const isOnly = wordsOf(text.replace(ANY_NUMBER, ' ')).every((word) => FILLERS.has(word) || TICKET_WORDS.has(word) || NAMES.has(word));
  return isOnly ? { kind: 'command', command: 'show', id: formatId(only[1]!.toUpperCase(), Number(only[2])), rest: '', said: '' } : undefined;
}

const IT = new Set(['it', 'this', 'that', 'ticket', 'es', 'das', 'ich', 'i', 'please', 'bitte', 'the', 'on', 'put', 'mich', 'me', 'now', 'jetzt', 'auf']);

/** A command without a number: complete in the thread of a ticket, else somebody forgot the number. */
function bareCommand(text: string, words: readonly string[], { inThread, isAgent }: Circumstances): Intent | undefined {
  const spoken = words.filter((word) => !IT.has(word));
  const only = spoken.length === 1 ? commandOf(spoken[0]!) : undefined;
  if (only && words.length <= 4) return { kind: 'command', command: only, rest: '', said: spoken[0]! };
  const first = /^[\p{L}]+/u.exec(text)?.[0] ?? '';
  const rest = text.slice(first.length).replace(/^[\s:,;–-]+/, '').trim();
  const command = commandOf(first);
  if (!isAgent) return undefined;
  const isToSomebody = /^(?:it\s+|es\s+|das\s+)?(?:to|an)\s+\S/iu.test(rest);
  if (command === 'assign' && isToSomebody && (inThread || wordsOf(rest).length <= 4)) {
    return { kind: 'command', command, rest: rest.replace(/^(?:it|es|das)\s+/iu, ''), said: first };
  }
  if (!inThread) return undefined;
  if (command === 'note' || command === 'reply') return { kind: 'command', command, rest, said: first };
  if (command === 'resolve' && (startsWithCode(rest) || text[first.length] === ':')) return { kind: 'command', command, rest, said: first };
  return undefined;
}

/** In a thread an agent's slip would go to the requester: better ask. */
function threadSlip(text: string): Intent | undefined {
  const first = (/^[\p{L}]+/u.exec(text)?.[0] ?? '').toLowerCase();
  const words = (['take', 'resolve', 'reply', 'note', 'assign'] as const).flatMap((command) => COMMAND_WORDS[command]);
  const word = words.find((candidate) => isShuffled(first, candidate));
  return word ? { kind: 'didYouMean', suggestion: `${word}${text.slice(first.length)}`, text } : undefined;
}

function phraseSlip(text: string, words: readonly string[]): Intent | undefined {
  if (words.length === 0 || words.length > 2) return undefined;
  const suggestion = meant(words.join(' '), SUGGESTABLE);
  return suggestion ? { kind: 'didYouMean', suggestion, text } : undefined;
}

function withoutLetters(text: string): Intent {
  if (/^[?\s]+$/.test(text)) return { kind: 'help' };
  if (/^\s*#?\d{3,10}\s*$/.test(text)) return { kind: 'didYouMean', suggestion: formatId('INC', Number(text.replace(/\D/g, ''))), text };
  return /\p{Extended_Pictographic}/u.test(text) && !/\p{N}{2}/u.test(text) ? { kind: 'acknowledged' } : { kind: 'unclear' };
}

/**
 * Understands a message without any model: English and German side by side, whoever writes. Pure. In the thread of a ticket
 * even "ok" is an answer to somebody: there a `draft` is a reply.
 */
export function understand(text: string, circumstances: Circumstances): Intent {
  const own = ownWords(text);
  if (own === '') return circumstances.hasFiles ? { kind: 'files' } : { kind: text.trim() === '' ? 'empty' : 'unclear' };
  const words = wordsOf(own);
  if (!/\p{L}/u.test(own)) return withoutLetters(own);
  const planned = (circumstances.hasFiles ? undefined : understandAssigning(own, circumstances)) ?? whyIntent(own, circumstances) ?? (circumstances.hasFiles ? undefined : understandPlanning(own, circumstances));
  if (planned) return planned;
  const said = words.filter((word) => !NAMES.has(word) && !POLITE.has(word)).join(' ');
  if (HELP.has(said)) return { kind: 'help' };
  if (KNOWN.has(said)) return { kind: 'known' };
  const bare = bareCommand(own, words, circumstances);
  if (circumstances.inThread) return numberedIntent(own) ?? bare ?? listIntent(words) ?? (circumstances.isAgent ? threadSlip(own) : undefined) ?? { kind: 'draft', text: text.trim() };
  const talk = circumstances.hasFiles ? undefined : smallTalk(words);
  return numberedIntent(own) ?? listIntent(words) ?? bare ?? talk ?? newIntent(own) ?? searchIntent(own) ?? phraseSlip(own, words) ?? { kind: 'draft', text: text.trim() };
}
