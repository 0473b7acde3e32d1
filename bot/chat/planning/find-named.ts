import type { Directory } from '../../../shared/catalog';
import type { Item, ItemGraph, Service } from '../../../shared/configuration';

/** What a text names, as it was written there. */
export interface NamesFound {
  readonly serviceIds: readonly string[];
  readonly itemIds: readonly string[];
  /** The text with a sign of its own in the place of every name, so that `DB-01` is not read as a date; `restore` takes it back. */
  readonly masked: string;
  readonly restore: (text: string) => string;
}

interface Token {
  readonly text: string;
  readonly index: number;
}

interface NameIndex {
  /** `db01` for `DB-01`, with who is called so. */
  readonly byName: ReadonlyMap<string, readonly { readonly id: string; readonly name: string; readonly isItem: boolean }[]>;
}

const MAX_WORDS = 8;
const MAX_FOUND = 20;
/** Private-use characters: nobody types them, and they are neither letters nor digits. */
const FIRST_SIGN = 0xe000;
const MAX_TEXT = 4_000;

const tokensOf = (text: string): readonly Token[] => [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ text: match[0], index: match.index }));
const compact = (text: string): string => tokensOf(text.toLowerCase()).map((token) => token.text).join('');

/** Built once for each state of the register of items. */
const indexes = new WeakMap<ItemGraph, NameIndex>();

function indexOf(directory: Directory): NameIndex {
  const known = indexes.get(directory.itemGraph());
  if (known) return known;
  const byName = new Map<string, { id: string; name: string; isItem: boolean }[]>();
  for (const item of directory.items()) if (!item.retired) put(byName, item.name, { id: item.id, name: item.name, isItem: true });
  const index = { byName };
  indexes.set(directory.itemGraph(), index);
  return index;
}

function put(byName: Map<string, { id: string; name: string; isItem: boolean }[]>, name: string, entry: { id: string; name: string; isItem: boolean }): void {
  const key = compact(name);
  if (key.length < 2) return;
  const same = byName.get(key);
  if (same) same.push(entry);
  else byName.set(key, [entry]);
}

/** Services are few, and change without the items. */
function services(directory: Directory): NameIndex {
  const byName = new Map<string, { id: string; name: string; isItem: boolean }[]>();
  for (const service of directory.services()) {
    if (service.retired) continue;
    for (const name of new Set([service.name, service.nameDe ?? service.name])) put(byName, name, { id: service.id, name, isItem: false });
  }
  return { byName };
}

/** "IT" is a name, "it" is a word: where a name is that short, its capitals count. */
const isWritten = (said: string, key: string, name: string): boolean => key.length > 3 || /\d/.test(key) || name.includes(said.trim());

/** Services and items whose names stand in a text: longer names first, spaces and hyphens do not matter. */
export function findNamed(text: string, directory: Directory): NamesFound {
  const cut = text.slice(0, MAX_TEXT);
  const tokens = tokensOf(cut);
  const sources = [indexOf(directory), services(directory)];
  const found: { id: string; isItem: boolean; from: number; to: number }[] = [];
  for (let start = 0; start < tokens.length && found.length < MAX_FOUND; start += 1) {
    for (let count = Math.min(MAX_WORDS, tokens.length - start); count > 0; count -= 1) {
      const last = tokens[start + count - 1]!;
      const [from, to] = [tokens[start]!.index, last.index + last.text.length];
      const said = cut.slice(from, to);
      // A name does not run over the end of a sentence.
      if (count > 1 && /[\n;!?]|[.,:]\s/.test(said)) continue;
      const key = tokens.slice(start, start + count).map((token) => token.text.toLowerCase()).join('');
      const entries = sources.flatMap(({ byName }) => byName.get(key) ?? []).filter(({ name }) => isWritten(said, key, name));
      const byId = count === 1 ? recordOf(said.toUpperCase(), directory) : undefined;
      const all = byId ? [byId] : entries;
      if (all.length === 0) continue;
      found.push(...all.map(({ id, isItem }) => ({ id, isItem, from, to })));
      start += count - 1;
      break;
    }
  }
  return { ...masked(text, found), serviceIds: unique(found.filter(({ isItem }) => !isItem)), itemIds: unique(found.filter(({ isItem }) => isItem)) };
}

const unique = (found: readonly { readonly id: string }[]): readonly string[] => [...new Set(found.map(({ id }) => id))];

function recordOf(id: string, directory: Directory): { readonly id: string; readonly isItem: boolean } | undefined {
  const item = directory.item(id);
  if (item && !item.retired) return { id, isItem: true };
  const service = directory.service(id);
  return service && !service.retired ? { id, isItem: false } : undefined;
}

function masked(text: string, found: readonly { readonly from: number; readonly to: number }[]): Pick<NamesFound, 'masked' | 'restore'> {
  const plain = text.replace(/[\ue000-\ue0ff]/g, '');
  if (plain !== text) return { masked: plain, restore: (part) => part };
  const places = [...new Map(found.map(({ from, to }) => [from, to]))];
  let result = '';
  let end = 0;
  places.forEach(([from, to], index) => {
    result += text.slice(end, from) + String.fromCharCode(FIRST_SIGN + index);
    end = to;
  });
  const restore = (part: string): string =>
    part.replace(/[\ue000-\ue0ff]/g, (sign) => {
      const place = places[sign.charCodeAt(0) - FIRST_SIGN];
      return place ? text.slice(place[0], place[1]) : '';
    });
  return { masked: result + text.slice(end), restore };
}

/** Does the text name a service or an item? */
export function namesSomething(text: string, directory: Directory): boolean {
  const { serviceIds, itemIds } = findNamed(text, directory);
  return serviceIds.length + itemIds.length > 0;
}

const NO_NAMES = new Set(
  'the a an of on in at to for with from my our your this that and or new server servers service system database please can when i we it change changes patch update restart der die das den dem des ein eine einen im am um für von mit und oder wann kann ich wir es neu bitte'.split(' '),
);

export interface NearName {
  readonly id: string;
  readonly name: string;
  readonly isItem: boolean;
}

const nearness = (words: readonly string[], name: string): number => {
  const own = tokensOf(name.toLowerCase()).map((token) => token.text);
  const whole = own.join('');
  return words.reduce((sum, word) => {
    if (own.includes(word)) return sum + 3;
    if (word.length >= 4 && (whole.startsWith(word) || own.some((part) => part.length >= 4 && (part.startsWith(word) || word.startsWith(part))))) return sum + 2;
    return sum + (word.length >= 5 && isClose(word, whole) ? 2 : 0);
  }, 0);
};

/** One letter too much, too few or wrong. */
function isClose(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1) return false;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const [restLeft, restRight] = [left.slice(same), right.slice(same)];
  return restLeft.slice(1) === restRight || restLeft === restRight.slice(1) || restLeft.slice(1) === restRight.slice(1);
}

/** Names that may have been meant where none was found: the closest first. */
export function nearNames(text: string, directory: Directory, limit = 5): readonly NearName[] {
  const words = tokensOf(text.slice(0, 400).toLowerCase()).map((token) => token.text).filter((word) => word.length >= 2 && !NO_NAMES.has(word));
  if (words.length === 0) return [];
  const joined = [...words, ...words.slice(1).map((word, index) => `${words[index]}${word}`)];
  const found: (NearName & { readonly rank: number })[] = [];
  const look = (entries: Iterable<Pick<Item | Service, 'id' | 'name' | 'retired'>>, isItem: boolean): void => {
    for (const { id, name, retired } of entries) {
      const rank = retired ? 0 : nearness(joined, name);
      if (rank > 0) found.push({ id, name, isItem, rank });
    }
  };
  look(directory.services(), false);
  look(directory.items(), true);
  return found.sort((left, right) => right.rank - left.rank || left.name.length - right.name.length || left.name.localeCompare(right.name)).slice(0, limit);
}
