import type { Finder, Found } from './secret';

/** Words that announce something secret. Long ones count glued to others, too: `WLAN-Passwort`, `DB_PASSWORD`. */
const PASSWORD = String.raw`(?<password>passw(?:or[dt]|örter)s?|passwd|passphrase|passcode|kennw(?:ort|örter)|pwd|(?<![\p{L}\d])(?:pw|psw|pass))`;
const PIN = String.raw`(?<pin>(?:(?<![\p{L}\d])|(?<=sim))(?:pin|puk)(?:[ -]?code)?)`;
const KEY = String.raw`(?<key>(?:api|access|client|account|shared|secret)[ _-]?(?:access[ _-]?)?(?:key|secret|token)|(?:api|zugangs|zugriffs)-?(?:token|schlüssel)|(?<![\p{L}\d])(?:token|secret))`;
/** Of quotes and markup around such a word. */
const CLOSERS = '["\'`*_»”“]{0,3}';
/** `for SAP`, `für das WLAN im Büro`, `(SAP)`. */
const WHAT_FOR = String.raw`(?<about>(?:[ ]{1,2}(?:for|of|to|in|on|für|fuer|von|vom|zum|zu|im|bei)(?:[ ]{1,2}[\p{L}\d._/-]{1,30}){1,4}?)|[ ]?\([^()\n]{1,30}\))?`;
const SIGN = String.raw`(?<sign>\s{0,3}[:=][*_]{0,3}\s{0,3}|[ ]{0,2}(?:->|=>|→)[ ]{0,2})`;
const VERB = String.raw`(?<verb>\s{1,3}(?:is|was|ist|war|lautet|lautete|sei)(?:[ ]{1,2}(?:now|still|currently|jetzt|nun|aktuell|wie folgt|as follows))?[ ]{0,2}:?\s{1,3})`;
/** Nothing, or how it was changed. */
const LOOSE = String.raw`(?<loose>[ ]{1,3}(?:(?:changed |set |geändert |gesetzt )?(?:to|auf) )?)`;
const ANNOUNCED = new RegExp(`(?:${PASSWORD}|${PIN}|${KEY})\\d?${CLOSERS}(?:${WHAT_FOR}(?:${SIGN}|${VERB})|${LOOSE})`, 'giu');

const QUOTED = /["'`»«„“”‚‘*]{1,3}([^\s"'`»«„“”‚‘*][^"`»«„“”\n]{2,80}?)["'`»«„“”’‘*]{1,3}(?![\p{L}\d])/uy;
const MOST_READ = 200;
const WORD = new RegExp(`[^\\s•]{1,${MOST_READ}}`, 'uy');

/** Never a password: what people say about one, what stands for one, and what else has digits in it. */
const SAID = /^(?:true|false|null|none|undefined|unknown|required|expired|wrong|incorrect|invalid|locked|missing|empty|abgelaufen|falsch|ungültig|gesperrt|fehlt|leer|unbekannt|nicht.*|kein.*|not|no)$/i;
const STANDS_FOR_ONE = /^(?:(.)\1*|[$%][{(]?[A-Z][A-Z\d_]*[})%]?|[<{[].*[>}\]])$/su;
const SOMETHING_ELSE = [
  /^(?:https?|ftp):\/\//i, /^\S+@\S+\.[a-z]{2,}$/i, /^(?:INC|REQ|CHG|TPL|FEX|ART|KB|CVE-|RITM|TASK)\d/i, /^0x[\da-f]+$/i, /^v?\d+(?:\.\d+)+$/i,
  /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/, /^\d{1,2}:\d\d(?::\d\d)?\p{L}{0,3}$/u, /^\d+(?:[.,]\d+)?(?:%|€|\$)$/, /^(?:office|microsoft|windows|win|o|m|exchange|outlook|sap|s)-?\d+$/i,
];
/** `90 days`, `12-character`, `24h`: how long one is, or how old. */
const A_MEASURE = /^\d{1,3}[-–]?(?:\p{L}{1,2}|da(?:y|ys)|tag\p{L}*|character\p{L}*|zeichen\p{L}*|digit\p{L}*|stellig\p{L}*|month\p{L}*|monat\p{L}*|hour\p{L}*|stunde\p{L}*|minute\p{L}*|min|week\p{L}*|woche\p{L}*|year\p{L}*|jahr\p{L}*)$/iu;
const MARK = /[!@#$%^*~§]/;

const BLANK = /\s/g;
const SHORTEST = 4;
const hasDigit = (text: string): boolean => /\d/.test(text);

function isNothing(core: string): boolean {
  return core.length < SHORTEST || SAID.test(core) || STANDS_FOR_ONE.test(core) || SOMETHING_ELSE.some((other) => other.test(core));
}

/** Digits or marks: words have none. */
const looksChosen = (core: string): boolean => (hasDigit(core) || MARK.test(core)) && !A_MEASURE.test(core);

/** Several sorts of characters at once, as passwords have to have: enough where nothing but the word itself announces one. */
function looksStrong(core: string): boolean {
  const sorts = [/\p{Ll}/u, /\p{Lu}/u, /\d/, MARK].filter((sort) => sort.test(core)).length;
  return core.length >= 6 && sorts >= 3 && looksChosen(core);
}

/** Letters and digits without an end. What has brackets in it is a piece of a program. */
const looksRandom = (core: string): boolean => /^[\w+/=.:~-]{12,}$/.test(core) && hasDigit(core) && /[a-z]/i.test(core);

interface Value {
  readonly start: number;
  readonly end: number;
  /** Without what stands around it in a sentence. */
  readonly core: string;
  readonly whole: string;
  readonly isQuoted: boolean;
  /** Not read to its end. */
  readonly isLong: boolean;
}

interface Announced {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly isQuoted: boolean;
}

/** Does the value look like what was announced? */
function isSecret(core: string, whole: string, { groups, isQuoted }: Announced): boolean {
  const { pin, key, about, sign, loose } = groups;
  // "Please pin 1234 of them" is a verb.
  if (pin) return /^\d{4,10}$/.test(core) && (loose === undefined || pin.startsWith('P'));
  if (isNothing(core)) return false;
  if (key) return !loose && looksRandom(core);
  // "password for user: bob42" names somebody.
  if (about && /(?:user\S*|name|login|konto|account|benutzer\S*|mail)\)?$/i.test(about)) return false;
  if (loose !== undefined || about) return looksStrong(whole);
  if (isQuoted) return looksChosen(core) || !/\s/.test(core);
  // After an equals sign it is a setting, whatever it looks like.
  return looksChosen(core) || (sign?.trim() === '=' && !sign.includes('\n'));
}

/** The value at this place: in quotes, or up to the next blank; in connection strings and addresses up to the next setting. */
function valueAt(text: string, at: number): Value | undefined {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted?.[1] !== undefined) {
    const start = at + quoted[0].indexOf(quoted[1]);
    return { start, end: start + quoted[1].length, core: quoted[1], whole: quoted[1], isQuoted: true, isLong: false };
  }
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const own = word.replace(/[;&](?=[a-z][\w ]{0,40}=).*$/isu, '');
  const cut = own.replace(/[.,;:)\]}>"'“”’»`*?]{1,5}$/u, '');
  const lead = /^[("'„“‚‘*`_]{0,3}/u.exec(cut)?.[0].length ?? 0;
  const whole = cut.slice(lead);
  return { start: at + lead, end: at + cut.length, core: whole.replace(/^[@#]|!{1,5}$/g, ''), whole, isQuoted: false, isLong: own.length === MOST_READ };
}

function blankAfter(text: string, at: number): number {
  BLANK.lastIndex = at;
  return BLANK.exec(text)?.index ?? text.length;
}

/** Passwords, PINs and keys that the words before them announce. */
export const findPasswords: Finder = (text) => {
  const found: Found[] = [];
  ANNOUNCED.lastIndex = 0;
  for (let match = ANNOUNCED.exec(text); match; match = ANNOUNCED.exec(text)) {
    const at = match.index + match[0].length;
    const value = valueAt(text, at);
    if (!value || !isSecret(value.core, value.whole, { groups: match.groups ?? {}, isQuoted: value.isQuoted })) continue;
    const end = value.isLong ? blankAfter(text, value.end) : value.end;
    found.push({ kind: match.groups?.key ? 'token' : 'password', start: value.start, end });
    ANNOUNCED.lastIndex = end;
  }
  return found;
};
