import type { TemplateSummary } from '../../../shared/change-templates/change-template-views';
import type { Directory } from '../../../shared/catalog';
import { isUsable } from '../../../shared/changes';
import type { Language } from '../../../shared/kernel';

/** `from template certificate`, `aus der Vorlage „TLS-Zertifikat“`: what was said of it, and the text without that. */
const SAID =
  /(?:(?<![\p{L}])(?:from|with|using|by|per|aus|nach|mit|per|auf basis)\s+)?(?:(?:the|a|der|dem|einer|meiner)\s+)?(?:template|vorlage)(?:\s*[:=]\s*|\s+)(?:["“„»']([^"”“«']{1,80})["”“«']|([\p{L}\p{N}][^,;:.\n]{0,80}?)(?=\s*(?:[,;:.\n]|$|(?<![\p{L}])(?:for|on|at|of|from|für|am|um|von|auf|vom|im)(?![\p{L}]))))/iu;

export interface TemplateFound {
  /** The one that was meant, where that is clear. */
  readonly template?: TemplateSummary;
  /** What it may be, the likeliest first. */
  readonly candidates: readonly TemplateSummary[];
  /** How it was called, where somebody asked for a template by name. */
  readonly said?: string;
  readonly rest: string;
}

const SMALL = new Set('and the for with from new und der die das den des ein eine einen für von mit aus oder install change'.split(' '));

const wordsOf = (text: string): readonly string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= 3 && !SMALL.has(word));

/** The same word but for its ending, and as part of a longer German one. */
const isLike = (left: string, right: string): boolean => {
  if (left === right) return true;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= 5 && (long.startsWith(short) || long.endsWith(short) || (long.startsWith(short.slice(0, -1)) && long.length - short.length <= 2));
};

/** Which share of the name's words stands in the text. */
function shareOf(name: string, said: readonly string[]): number {
  const own = [...new Set(wordsOf(name))];
  return own.length === 0 ? 0 : own.filter((word) => said.some((other) => isLike(word, other))).length / own.length;
}

/** Templates that may be used now: decided about, and not too old. */
export function usableTemplates(directory: Directory, now: string): readonly TemplateSummary[] {
  const all = [...directory.summaries('changeTemplates')] as unknown as readonly TemplateSummary[];
  return all.filter((template) => isUsable(template, now)).sort((left, right) => left.name.localeCompare(right.name));
}

export const templateName = ({ name, nameDe }: Pick<TemplateSummary, 'name' | 'nameDe'>, language: Language): string => (language === 'de' ? (nameDe ?? name) : name);

/** At least so much of a name must stand in a text that does not speak of templates. */
const ENOUGH = 0.6;

/** The template that a text means: by name where it asks for one, else by what most of its name says. */
export function findTemplate(text: string, directory: Directory, now: string): TemplateFound {
  const templates = usableTemplates(directory, now);
  const asked = SAID.exec(text.slice(0, 2_000));
  const said = (asked?.[1] ?? asked?.[2])?.trim();
  const words = wordsOf(said ?? text.slice(0, 400));
  const ranked = templates
    .map((template) => ({ template, share: Math.max(shareOf(template.name, words), shareOf(template.nameDe ?? '', words)) }))
    .filter(({ share }) => (said ? share > 0 : share >= ENOUGH))
    .sort((left, right) => right.share - left.share || left.template.name.length - right.template.name.length);
  const [first, second] = ranked;
  const isClear = first !== undefined && (second === undefined || first.share > second.share);
  const rest = asked ? `${text.slice(0, asked.index)} ${text.slice(asked.index + asked[0].length)}`.trim() : text;
  return { ...(isClear && { template: first.template }), candidates: ranked.slice(0, 5).map(({ template }) => template), ...(said && { said }), rest };
}
