import { DateTime } from 'luxon';
import { formatId } from '../../../shared/kernel';
import type { ChangeType } from '../../../shared/scheduling';
import { meant } from '../slips';
import { FILLERS, MINE } from '../words';
import {
  CALENDAR_CORE, CALENDAR_WORDS, CHANGE_CORE, CHANGE_FILLERS, CHANGE_WORDS, DECIDE_PHRASES, DECISION_WORDS, DELEGATE_SURE, DELEGATE_WITH_TIME, END_DELEGATION, SPLIT_VERBS,
  WEEK_PHRASES, WHO_DECIDES, type ChangeCommand, type DecisionVerb,
} from './planning-words';
import { timeWords } from './time-words';

/** What a message wants that is about changes. */
export type PlanningIntent =
  | { readonly kind: 'propose'; readonly type?: ChangeType; readonly text: string }
  | { readonly kind: 'slots' | 'delegate'; readonly text: string }
  | { readonly kind: 'approvals' | 'changes' | 'myChanges' | 'calendar' | 'delegations' | 'endDelegation' }
  /** `id` is absent below the card of a change. `isPlain`: nothing was said that could be a condition. */
  | { readonly kind: 'decide'; readonly decision: DecisionVerb; readonly id?: string; readonly comment: string; readonly isPlain: boolean }
  | { readonly kind: 'changeCommand'; readonly command: ChangeCommand; readonly id?: string; readonly rest: string; readonly said: string }
  /** A number, and then something about it. */
  | { readonly kind: 'aboutChange'; readonly id: string; readonly text: string }
  | { readonly kind: 'didYouMean'; readonly suggestion: string; readonly text: string };

export interface PlanningCircumstances {
  /** Works on changes or decides about them: nobody else's free text is taken for a command. */
  readonly mayPlan?: boolean;
  /** Can propose changes. */
  readonly mayPropose?: boolean;
  /** Below a card words are for whoever reads along there. */
  readonly inThread?: boolean;
  /** That card is one of a change. */
  readonly isChangeThread?: boolean;
  /** Does the text name a service or an item? */
  readonly namesItem?: (text: string) => boolean;
}

const PRACTICES = '(?:CHG|TPL|FEX)';
const NUMBER = `#?\\s*(CHG|TPL|FEX|REQ)[\\s-]?0*(\\d{1,10})(?![\\p{L}\\p{N}])`;
const GAP = /^[\s:,;.!–-]+/u;
const POLITE = /^(?:(?:please|bitte|pls|hi|hello|hey|hallo|ok|okay|yes|ja|bellhop|@bellhop)[\s,!.]+)+/iu;
const WISH = "(?:(?:i|we)(?:\\s+(?:want|need)|\\s+would\\s+like|['’]d\\s+like)\\s+to\\s+|let(?:['’]s|\\s+us)\\s+|(?:can|could)\\s+you\\s+(?:please\\s+)?|(?:ich|wir)\\s+(?:möchten?|wollen|will|würden?\\s+gerne?|muss|müssen)\\s+(?:bitte\\s+|gerne?\\s+)?|(?:kannst|könntest)\\s+du\\s+(?:bitte\\s+)?(?:mir\\s+)?)?";
const ARTICLES = '(?:(?:an?|the|another|ein(?:en?)?|die|den)\\s+)?(?:(?:new|neuen?)\\s+)?';
const TYPE = '(?:(standard|normal(?:e[nr]?)?|emergency|urgent|notfall|dringenden?)[\\s-]*)?';
const CHANGE = '(?:change(?:[\\s-]?(?:request|antrag))?|änderung|aenderung|rfc)(?![\\p{L}\\p{N}-])';

const PROPOSE: readonly RegExp[] = [
  new RegExp(`^${WISH}(?:propose|plan|raise|request|create|draft|submit|register|log|prepare|file)\\s+${ARTICLES}${TYPE}${CHANGE}`, 'iu'),
  new RegExp(`^(?:schedule|open|start|make)\\s+(?:an?|another)\\s+(?:new\\s+)?${TYPE}${CHANGE}`, 'iu'),
  new RegExp(`^(?:new|neue[rn]?)\\s+${TYPE}${CHANGE}`, 'iu'),
  new RegExp(`^${WISH}${ARTICLES}${TYPE}${CHANGE}\\s+(?:anlegen|vorschlagen|erstellen|planen|beantragen|einreichen|eröffnen)(?![\\p{L}])`, 'iu'),
  new RegExp(`^(?:erstelle|plane|beantrage|eröffne|lege|leg|schlage|schlag)\\s+(?:mir\\s+|bitte\\s+)*${ARTICLES}${TYPE}${CHANGE}(?:\\s+(?:an|vor)(?![\\p{L}]))?`, 'iu'),
  new RegExp(`^(standard|normal|emergency|urgent|notfall)[\\s-]*(?:change|änderung)\\s*(?::|$)`, 'iu'),
  /^()(?:change[\s-]?request|rfc|änderungsantrag|change\s+proposal)\s*:/iu,
];
/** "a change of address", "change management training", "a change to my contract": those are no changes of ours. */
const NO_CHANGE = /^(?:of|in\s+my|to\s+my|for\s+my|meine?[rsmn]?|management|manager|password|log|owner|number|history|board|calendar|kalender|seiner?|ihrer?)(?![\p{L}])/iu;

const SLOTS: readonly RegExp[] = [
  /^(?:(?:show|find|give|get|list|suggest)\s+(?:me\s+)?)?(?:(?:the|a|an|some|all|any|next|free|earliest|available|open|possible|first|good)\s+)*(?:time\s?)?slots?\s+(?:for|on|to)\s+(.+)$/isu,
  /^(?:(?:show|find|give|get|list|suggest)\s+(?:me\s+)?)?(?:(?:the|a|an)\s+)?(?:free|earliest|available|possible|next)\s+(?:(?:free|maintenance|change)\s+)*windows?\s+(?:for|on|to)\s+(.+)$/isu,
  /^(?:(?:zeige?|suche?|finde|nenne)\s+(?:mir\s+)?)?(?:(?:die|der|das|ein(?:en?)?|alle|nächsten?s?|freien?s?|freier|früheste[nrs]?|mögliche[nrs]?)\s+)*(?:slots?|zeitfenster|wartungsfenster)\s+(?:für|zum|auf)\s+(.+)$/isu,
  /^(?:freie|frühester?|nächster?|mögliche)\s+(?:zeiten|termine?|zeit)\s+(?:für|zum|auf)\s+(.+)$/isu,
];
const WORK = '(?:patch|update|upgrade|restart|reboot|migrate|change|replace|swap|deploy|install|maintain|service|work\\s+on|take\\s+down|shut\\s+down|renew|move|test|switch|do|touch|start|schedule)';
const ARBEIT = '(?:patchen|updaten|aktualisieren|neu\\s?starten|rebooten|migrieren|ändern|tauschen|austauschen|ersetzen|einspielen|installieren|warten|erneuern|umziehen|testen|umstellen|herunterfahren|abschalten|bearbeiten|anfassen|machen|durchführen)';
const WHEN: readonly RegExp[] = [
  new RegExp(`^when\\s+(?:can|could|may|should|shall)\\s+(?:i|we)\\s+(?:best\\s+|next\\s+)?${WORK}\\s+(.+)$`, 'isu'),
  new RegExp(`^wann\\s+(?:kann|können|könnte[n]?|darf|dürfen|soll|sollen)\\s+(?:ich|wir)\\s+(.+?)\\s+(?:am\\s+besten\\s+)?${ARBEIT}\\s*[?.!]*$`, 'isu'),
  new RegExp(`^wann\\s+(?:kann|können|könnte[n]?|darf|dürfen|soll|sollen)\\s+(?:ich|wir)\\s+(.+?)\\s+${ARBEIT}(?=\\s)(.*)$`, 'isu'),
];
const PRIVATE = /(?<![\p{L}])(?:my|mine|mein(?:e[nrsm]?)?)(?![\p{L}])/iu;

const wordsOf = (text: string): readonly string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []).map((word) => word.replace(/['’]/g, ''));
const every = (words: readonly string[], ...sets: readonly ReadonlySet<string>[]): boolean => words.every((word) => sets.some((known) => known.has(word)));
const some = (words: readonly string[], known: ReadonlySet<string>): boolean => words.some((word) => known.has(word));
const plain = (text: string): string => text.replace(POLITE, '').replace(/\s*(?:,?\s*(?:please|bitte|pls))?[\s?.!]*$/iu, '').replace(/\s+/g, ' ').trim();
const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some((known) => known.test(text));

/** Any day does to find out whether a time was said at all. */
const ANY_DAY = DateTime.fromISO('2026-01-05T12:00:00Z', { zone: 'utc' });
const saysTime = (text: string): boolean => timeWords(text.slice(0, 600), ANY_DAY, false).length > 0;

const TYPES: readonly (readonly [RegExp, ChangeType])[] = [[/^standard/i, 'standard'], [/^normal/i, 'normal'], [/^(emergency|urgent|notfall|dringend)/i, 'emergency']];

function proposeIntent(text: string): PlanningIntent | undefined {
  for (const pattern of PROPOSE) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length).replace(GAP, '').trim();
    if (NO_CHANGE.test(rest)) return undefined;
    const type = TYPES.find(([name]) => name.test(match[1] ?? ''))?.[1];
    return { kind: 'propose', ...(type && { type }), text: rest.replace(/^(?:for|to|für|um)\s+/iu, '').trim() };
  }
  return undefined;
}

/** Only what names something of ours, or says how long it takes: "slots for my dentist" is none of it. */
function slotsIntent(text: string, { namesItem }: PlanningCircumstances): PlanningIntent | undefined {
  if (text.length > 400 || PRIVATE.test(text)) return undefined;
  const found = [...SLOTS, ...WHEN].map((known) => known.exec(text)).find((match) => match !== null);
  if (!found) return undefined;
  const about = [found[1], found[2]].filter(Boolean).join(' ').replace(/[?!.]+$/, '').trim();
  return namesItem?.(about) === true || saysTime(about) ? { kind: 'slots', text: about } : undefined;
}

function delegationIntent(text: string): PlanningIntent | undefined {
  const said = plain(text);
  if (said.length > 300) return undefined;
  if (matches(END_DELEGATION, said)) return { kind: 'endDelegation' };
  if (matches(WHO_DECIDES, said)) return { kind: 'delegations' };
  if (/^(?:who|wer|does|do|is|can|could|kann|why|warum)(?![\p{L}])/iu.test(said)) return undefined;
  const isMeant = matches(DELEGATE_SURE, said) || (matches(DELEGATE_WITH_TIME, said) && saysTime(said));
  return isMeant ? { kind: 'delegate', text: said } : undefined;
}

function listIntent(text: string): PlanningIntent | undefined {
  const said = plain(text);
  if (said.length > 120) return undefined;
  if (matches(DECIDE_PHRASES, said)) return { kind: 'approvals' };
  if (matches(WEEK_PHRASES, said)) return { kind: 'calendar' };
  const words = wordsOf(said);
  const meaning = words.filter((word) => !FILLERS.has(word));
  if (some(words, CALENDAR_CORE) && every(words, CALENDAR_CORE, CALENDAR_WORDS, FILLERS)) return { kind: 'calendar' };
  if (some(meaning, CHANGE_CORE) && every(meaning, CHANGE_CORE, CHANGE_FILLERS, MINE)) return { kind: some(words, MINE) || words.includes('my') ? 'myChanges' : 'changes' };
  return undefined;
}

const verbOf = (word: string): { readonly decision: DecisionVerb } | { readonly command: ChangeCommand } | undefined => {
  const lower = word.toLowerCase();
  for (const decision of Object.keys(DECISION_WORDS) as DecisionVerb[]) if (DECISION_WORDS[decision].includes(lower)) return { decision };
  for (const command of Object.keys(CHANGE_WORDS) as ChangeCommand[]) if (CHANGE_WORDS[command].includes(lower)) return { command };
  return undefined;
};

const isDecision = (means: DecisionVerb | ChangeCommand): means is DecisionVerb => means in DECISION_WORDS;

/** What comes after a consent could turn it around: "approve CHG12 only after Friday", "approve CHG12?". */
const CONDITION = /^(?:not|nicht|never|nie|only|nur|if|wenn|falls|unless|but|aber|after|nach|once|sobald|when|tomorrow|morgen|later|später|except|außer|until|bis)(?![\p{L}])/iu;

function decided(decision: DecisionVerb, id: string | undefined, after: string): PlanningIntent {
  const isSeparated = /^\s*(?:[:,;–-]|[.!]*\s*$)/.test(after);
  const comment = after.replace(GAP, '').replace(/^(?:because|since|weil|da)\s+/iu, '').trim();
  const isPlain = isSeparated && (decision !== 'approve' || (!CONDITION.test(comment) && !comment.endsWith('?')));
  return { kind: 'decide', decision, ...(id && { id }), comment: /^[?.!]+$/.test(comment) ? '' : comment, isPlain: isPlain && !after.trim().startsWith('?') };
}

const asked = (verb: { readonly decision: DecisionVerb } | { readonly command: ChangeCommand }, id: string | undefined, after: string, said: string): PlanningIntent =>
  'decision' in verb ? decided(verb.decision, id, after) : { kind: 'changeCommand', command: verb.command, ...(id && { id }), rest: after.replace(GAP, '').trim(), said };

const BEFORE_NUMBER = `(?:\\s+(?:my\\s+vote|vote|the|this|den|die|das|change|request|template|zu[rm]?|to|for|on|about|back|wegen|bei|mit|nr\\.?|no\\.?|number|nummer)(?![\\p{L}]))*\\s*:?\\s*`;
const FRONT = new RegExp(`^(?:(?:i|ich|we|wir)\\s+)?([\\p{L}]+)(${BEFORE_NUMBER})(?:${NUMBER})`, 'iu');
const STARTS = new RegExp(`^${NUMBER}`, 'iu');
const ANY = new RegExp(`(?<![\\p{L}\\p{N}])${NUMBER}`, 'giu');
const TAKE_BACK = new RegExp(`^(?:(?:take\\s+back|withdraw|retract|undo)\\s+my\\s+(?:vote|approval|decision)\\s+(?:on|for|about|of)|ziehe?\\s+meine\\s+(?:stimme|freigabe|genehmigung)\\s+(?:zu|für|bei|von))\\s+${NUMBER}(?:\\s+zurück)?\\s*[.!]?$`, 'iu');

const idOf = (prefix: string, digits: string): string => formatId(prefix.toUpperCase(), Number(digits));

/** Requests have their own words; of them only decisions are looked at here. */
const isOurs = (prefix: string, intent: PlanningIntent | undefined): intent is PlanningIntent => intent !== undefined && (prefix.toUpperCase() !== 'REQ' || intent.kind === 'decide');

function frontIntent(text: string): PlanningIntent | undefined {
  const match = FRONT.exec(text);
  if (!match) return undefined;
  const [all, said, between, prefix, digits] = match;
  const id = idOf(prefix!, digits!);
  const after = text.slice(all.length);
  const start = said!.toLowerCase();
  const isBack = /(?<![\p{L}])back(?![\p{L}])/iu.test(between ?? '');
  const split = SPLIT_VERBS.find(({ verb, particle }) => verb.test(start) && (particle.test(after.trim()) || (isBack && particle.test('back'))));
  if (split) {
    const rest = isBack ? after : after.trim().replace(split.particle, '');
    return isDecision(split.means) ? decided(split.means, id, rest === '' ? '' : rest) : { kind: 'changeCommand', command: split.means, id, rest: rest.replace(GAP, '').trim(), said: start };
  }
  const verb = verbOf(start);
  if (verb) return asked(verb, id, after, said!);
  const known = [...Object.values(DECISION_WORDS), ...Object.values(CHANGE_WORDS)].flat().filter((word) => word.length > 4);
  const slip = FILLERS.has(start) ? undefined : meant(start, known);
  return slip === undefined ? undefined : { kind: 'didYouMean', suggestion: `${slip} ${id}${after}`, text };
}

function afterIntent(text: string): PlanningIntent | undefined {
  const match = STARTS.exec(text);
  if (!match) return undefined;
  const id = idOf(match[1]!, match[2]!);
  const rest = text.slice(match[0].length).replace(GAP, '').trim();
  const words = wordsOf(rest);
  if (words.every((word) => FILLERS.has(word))) return { kind: 'changeCommand', command: 'show', id, rest: '', said: '' };
  const first = /^(?:(?:i|ich)\s+)?([\p{L}]+)/iu.exec(rest);
  const verb = first && verbOf(first[1]!);
  const after = first ? rest.slice(first[0].length) : '';
  const needsText = verb && 'command' in verb && ['comment', 'finish', 'reschedule'].includes(verb.command);
  // "CHG12 start of the window?" is a question about it, "CHG12 start" is a command.
  if (verb && (after.replace(GAP, '') === '' || /^\s*[:,;–-]/.test(after) || needsText)) return asked(verb, id, after, first[1]!);
  return { kind: 'aboutChange', id, text: rest };
}

/** Everything with a number of a change, a template or an exception; `what is with CHG12?` shows it. */
function numberedIntent(text: string): PlanningIntent | undefined {
  const numbers = [...text.matchAll(ANY)];
  const [first] = numbers;
  if (!first || text.length > 6_000) return undefined;
  const taken = TAKE_BACK.exec(text);
  if (taken) return { kind: 'changeCommand', command: 'withdrawVote', id: idOf(taken[1]!, taken[2]!), rest: '', said: 'withdraw' };
  const intent = frontIntent(text) ?? afterIntent(text);
  if (isOurs(first[1]!, intent)) return intent;
  const isOnly = numbers.length === 1 && new RegExp(`^${PRACTICES}$`, 'iu').test(first[1]!);
  const rest = wordsOf(text.replace(ANY, ' '));
  const isJustShown = rest.every((word) => FILLERS.has(word) || ['change', 'template', 'exception', 'vorlage', 'ausnahme', 'show', 'zeig', 'zeige', 'hello', 'hi'].includes(word));
  return isOnly && isJustShown ? { kind: 'changeCommand', command: 'show', id: idOf(first[1]!, first[2]!), rest: '', said: '' } : undefined;
}

/** Below the card of a change its number is understood: `approve`, `ablehnen: kein Rückfallplan`, `start`. */
function threadIntent(text: string): PlanningIntent | undefined {
  const own = text.replace(POLITE, '');
  const first = /^(?:(?:i|ich)\s+)?([\p{L}]+)(?:\s+(?:it|this|es|das))?/iu.exec(own);
  const verb = first && verbOf(first[1]!);
  const askedBack = /^(?:ask\s+back|send\s+back|frage\s+zurück)(?![\p{L}])/iu.exec(own);
  if (askedBack) return decided('returnForInfo', undefined, own.slice(askedBack[0].length));
  if (!verb) return undefined;
  const after = own.slice(first[0].length);
  return after.trim().replace(/[.!?]$/, '') === '' || /^\s*:/.test(after) ? asked(verb, undefined, after, first[1]!) : undefined;
}

/**
 * Understands what is about changes, without any model: English and German side by side. Pure. A number stands for itself,
 * whoever writes it; everything else is looked at only for people who work on changes or decide about them, so that nobody's
 * report is taken for a command.
 */
export function understandPlanning(text: string, circumstances: PlanningCircumstances): PlanningIntent | undefined {
  const own = text.replace(POLITE, '').trim();
  const numbered = numberedIntent(own);
  if (numbered) return numbered;
  if (circumstances.isChangeThread) {
    const inThread = threadIntent(own);
    if (inThread) return inThread;
  }
  if (!circumstances.mayPlan) return undefined;
  if (circumstances.inThread) return listIntent(own);
  const planned = circumstances.mayPropose ? (proposeIntent(own) ?? slotsIntent(own, circumstances)) : undefined;
  return listIntent(own) ?? delegationIntent(own) ?? planned ?? slipIntent(own, circumstances);
}

const PHRASES = ['my changes', 'changes', 'meine änderungen', 'freigaben', 'freeze'];
const PROPOSALS = ['propose change', 'new change', 'change vorschlagen', 'change anlegen'];

/** A slip of the keyboard in a phrase that begins like one of ours: asked about, never done. */
function slipIntent(text: string, { mayPropose }: PlanningCircumstances): PlanningIntent | undefined {
  const words = wordsOf(text);
  if (words.length > 0 && words.length <= 2) {
    const suggestion = meant(words.join(' '), mayPropose ? [...PHRASES, ...PROPOSALS] : PHRASES);
    if (suggestion) return { kind: 'didYouMean', suggestion, text };
  }
  if (!mayPropose) return undefined;
  const start = /^([\p{L}]+)\s+(an?\s+|einen?\s+)?(change|chnage|cahnge|chagne|änderung)(?=[\s:,]|$)/iu.exec(text);
  if (!start) return undefined;
  const known = ['propose', 'create', 'request', 'submit'];
  const verb = known.includes(start[1]!.toLowerCase()) ? start[1] : meant(start[1]!.toLowerCase(), known);
  const isSlip = verb !== undefined && (verb !== start[1] || !/^(change|änderung)$/iu.test(start[3]!));
  return isSlip ? { kind: 'didYouMean', suggestion: `${verb} ${start[2] ?? ''}change${text.slice(start[0].length)}`, text } : undefined;
}
