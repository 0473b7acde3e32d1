import { categoryPath, type Directory } from '../../../shared/catalog';
import type { Field, Language } from '../../../shared/kernel';
import { labelText, translator } from '../../../shared/strings';
import { bytesOf, cutText, oneLine } from './plain-text';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface ChoiceContext {
  readonly directory: Directory;
  readonly language: Language;
  /** Limits person pickers to the members of one group. */
  readonly groupId?: string | undefined;
  /** Better words for the choices of a field than its schema has, by field name. */
  readonly ownChoices?: Readonly<Record<string, readonly Choice[]>> | undefined;
}

/** One picker may take this much of a card; what does not fit is chosen in the tab. */
const MAX_PICKER_BYTES = 6_000;
const MAX_TITLE = 80;

type Named = { readonly id: string; readonly name: string; readonly retired: boolean };

function named<T extends Named>(entries: Iterable<T>, nameOf: (entry: T) => string | undefined): Choice[] {
  return [...entries]
    .filter((entry) => !entry.retired)
    .map((entry) => ({ value: entry.id, title: cutText(oneLine(nameOf(entry) ?? entry.name), MAX_TITLE) }))
    .sort((left, right) => left.title.localeCompare(right.title));
}

function peopleOf({ directory, groupId }: ChoiceContext): Choice[] {
  const group = directory.group(groupId);
  if (!group) return named(directory.people(), (person) => person.name);
  const ids = new Set([...(group.memberIds ?? []), ...(group.leadIds ?? [])]);
  return named([...ids].flatMap((id) => directory.person(id) ?? []), (person) => person.name);
}

function choicesOf(field: Field, context: ChoiceContext): readonly Choice[] {
  const { directory, language } = context;
  switch (field.kind) {
    case 'choice':
    case 'multiChoice':
      return (field.options ?? []).map(({ value, label }) => ({ value, title: labelText(label, language) }));
    case 'yesNo':
      return ['true', 'false'].map((value) => ({ value, title: translator(language)(value === 'true' ? 'answer.yes' : 'answer.no') }));
    case 'number':
      return range(field).map((value) => ({ value: String(value), title: String(value) }));
    case 'person':
    case 'people':
      return peopleOf(context);
    case 'group':
      return named([...directory.groups()].filter(({ isBoard }) => !isBoard || field.of === 'boards'), (group) => group.name);
    case 'category':
      return named(directory.categories(), (category) => categoryPath(directory, category.id, language));
    case 'offering':
      return named([...directory.offerings()].filter(({ state }) => state === 'published'), (offering) => (language === 'de' ? offering.nameDe : undefined));
    case 'entry':
    case 'entries':
      return field.of === 'services' ? named(directory.services(), (service) => (language === 'de' ? service.nameDe : undefined)) : field.of === 'items' ? named(directory.items(), (item) => item.name) : [];
    case 'article':
      return [...directory.articles()]
        .filter((article) => !article.retired && article.audience === 'everyone')
        .map((article) => ({ value: article.id, title: cutText(oneLine(article.title), MAX_TITLE) }));
    default:
      return [];
  }
}

/** `1, 2, 3, 4, 5` for a number with narrow limits. */
function range({ atLeast, atMost }: Field): readonly number[] {
  if (atLeast === undefined || atMost === undefined || atMost - atLeast > 9) return [];
  return Array.from({ length: atMost - atLeast + 1 }, (_entry, index) => atLeast + index);
}

/** What a picker offers, as much as fits on a card; what is chosen already is always among it. */
export function fieldChoices(name: string, field: Field, context: ChoiceContext, chosen: readonly string[] = []): { readonly choices: readonly Choice[]; readonly isCut: boolean } {
  const all = context.ownChoices?.[name] ?? choicesOf(field, context);
  if (bytesOf(all) <= MAX_PICKER_BYTES) return { choices: all, isCut: false };
  const first = all.filter((choice) => chosen.includes(choice.value));
  const kept = new Set(first);
  let bytes = bytesOf(first);
  for (const choice of all) {
    bytes += bytesOf(choice) + 1;
    if (bytes > MAX_PICKER_BYTES) break;
    kept.add(choice);
  }
  return { choices: all.filter((choice) => kept.has(choice)), isCut: true };
}
