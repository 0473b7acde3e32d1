import * as AC from 'adaptivecards';
import { allActions } from '../../shared/app';
import { CARD_VERBS } from '../../bot/cards/parts/actions';

/** Teams refuses larger messages; the card must leave room for what surrounds it. */
const MAX_BYTES = 25_000;
const MAX_BUTTONS = 5;
/** Written by the schema, not known to the parser. */
const KNOWN_EXTRA: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['$schema', 'msteams', 'actions', 'body', 'type'],
  'Action.Execute': ['associatedInputs'],
  'Action.Submit': ['associatedInputs'],
};
/** Parsed by hand, not through a property of the schema. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  Container: ['items'], Column: ['items'], ColumnSet: ['columns'], ActionSet: ['actions'], RichTextBlock: ['inlines'], 'Action.ShowCard': ['card'],
};
const RUN_PROPERTIES = ['text', 'size', 'weight', 'color', 'isSubtle', 'italic', 'fontType', 'selectAction', 'highlight', 'strikethrough', 'underline'];

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function schemaNames(type: string): ReadonlySet<string> | undefined {
  const registries = [AC.GlobalRegistry.defaultElements, AC.GlobalRegistry.defaultActions];
  if (type === 'AdaptiveCard') return namesOf(new AC.AdaptiveCard());
  if (type === 'Column') return namesOf(new AC.Column());
  if (type === 'TextRun') return new Set(['type', ...RUN_PROPERTIES]);
  for (const registry of registries) {
    const found = registry.findByName(type);
    if (found) return namesOf(new (found.objectType as new () => AC.SerializableObject)());
  }
  return undefined;
}

function namesOf(object: AC.SerializableObject): ReadonlySet<string> {
  const schema = object.getSchema();
  return new Set(['type', ...Array.from({ length: schema.getCount() }, (_entry, index) => schema.getItemAt(index).name)]);
}

/** Everything in a card that has a type, with where it is. */
function* typed(value: unknown, path: string): Generator<{ node: Json; path: string }> {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* typed(entry, `${path}[${index}]`);
    return;
  }
  if (!isObject(value)) return;
  if (typeof value.type === 'string') yield { node: value, path };
  for (const [name, entry] of Object.entries(value)) if (name !== 'data') yield* typed(entry, `${path}.${name}`);
}

function unknownProperties({ node, path }: { node: Json; path: string }): readonly string[] {
  const type = String(node.type);
  const known = schemaNames(type);
  if (!known) return [`${path}: unknown type ${type}`];
  const allowed = new Set([...known, ...(KNOWN_EXTRA[type] ?? []), ...(CONTENT[type] ?? [])]);
  return Object.keys(node).filter((name) => !allowed.has(name)).map((name) => `${path}: ${type} has no property ${name}`);
}

/** The one use of `Action.Submit` on a card: it opens a dialog. */
const opensDialog = ({ data }: Json): boolean => isObject(data) && isObject(data.msteams) && data.msteams.type === 'task/fetch';

function verbProblems({ node, path }: { node: Json; path: string }): readonly string[] {
  if (node.type === 'Action.Submit') return opensDialog(node) ? [] : [`${path}: Action.Submit`];
  if (node.type !== 'Action.Execute') return [];
  const known = new Set<string>([...allActions().map((action) => action.name), ...CARD_VERBS]);
  return known.has(String(node.verb)) ? [] : [`${path}: unknown verb ${String(node.verb)}`];
}

function linkProblems({ node, path }: { node: Json; path: string }): readonly string[] {
  if (node.type !== 'Action.OpenUrl') return [];
  return /^(https?:\/\/|mailto:)/.test(String(node.url)) ? [] : [`${path}: url ${String(node.url)}`];
}

/** Teams shows six buttons; the rest must be meant to stand behind the "…". */
function buttonProblems({ node, path }: { node: Json; path: string }): readonly string[] {
  const actions = Array.isArray(node.actions) ? (node.actions as readonly Json[]) : [];
  const primary = actions.filter((action) => action.mode !== 'secondary').length;
  return primary > MAX_BUTTONS ? [`${path}: ${primary} buttons`] : [];
}

function undefinedValues(card: Json): readonly string[] {
  const text = JSON.stringify(card, (_key, value: unknown) => (value === undefined ? '__undefined__' : value));
  return text.includes('__undefined__') ? ['undefined in the card'] : [];
}

/** A text key where a text should be: the string files have a gap. */
function rawKeys(card: Json): readonly string[] {
  const found = JSON.stringify(card).match(/"(?:text|title|label|placeholder|errorMessage|fallbackText)":"(?:card|chat|field|action|state|kind|priority|help|waits|reach|work|risk|outcome|changeType|changeReach|changeHoldReason|emergencyReason|riskRule|reviewReason|approvalStep|vote|notice)\.[a-zA-Z.]+"/g);
  return (found ?? []).map((text) => `untranslated ${text}`);
}

function parserProblems(card: Json): readonly string[] {
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  // Its own limit counts what stands behind the "…" too; `buttonProblems` counts as Teams does.
  parsed.hostConfig = new AC.HostConfig({ actions: { maxActions: 100 } });
  parsed.parse(JSON.parse(JSON.stringify(card)), context);
  const events = Array.from({ length: context.eventCount }, (_entry, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map((event) => event.message)];
}

/** Everything that Teams, or the person in front of it, would stumble over in this card; empty when it is fine. */
export function cardProblems(card: object): readonly string[] {
  const json = card as Json;
  const bytes = Buffer.byteLength(JSON.stringify(json));
  const nodes = [...typed(json, 'card')];
  return [
    ...(bytes > MAX_BYTES ? [`${bytes} bytes`] : []),
    ...(typeof json.fallbackText === 'string' && json.fallbackText.trim() !== '' ? [] : ['no fallbackText']),
    ...(json.version === '1.5' ? [] : [`version ${String(json.version)}`]),
    ...parserProblems(json),
    ...nodes.flatMap((node) => [...unknownProperties(node), ...verbProblems(node), ...linkProblems(node), ...buttonProblems(node)]),
    ...undefinedValues(json),
    ...rawKeys(json),
  ];
}

/** Every `Action.Execute` of a card, those inside forms too. */
export function buttonsOf(card: object): readonly { readonly title: string; readonly verb: string; readonly data: Json }[] {
  return [...typed(card, 'card')]
    .filter(({ node, path }) => node.type === 'Action.Execute' && !path.startsWith('card.refresh'))
    .map(({ node }) => ({ title: String(node.title), verb: String(node.verb), data: (node.data ?? {}) as Json }));
}

/** Titles of everything that can be pressed, in order: `Reply`, `Resolve`, `Open in tab`. */
export function actionTitles(card: object): readonly string[] {
  return [...typed(card, 'card')].filter(({ node, path }) => String(node.type).startsWith('Action.') && !path.startsWith('card.refresh')).map(({ node }) => String(node.title));
}

/** Ids of all inputs. */
export function inputIds(card: object): readonly string[] {
  return [...typed(card, 'card')].filter(({ node }) => String(node.type).startsWith('Input.')).map(({ node }) => String(node.id));
}

/** Everything a reader can read on a card, for asserting what is there and what is not. */
export function cardText(card: object): string {
  return [...typed(card, 'card')].map(({ node }) => [node.text, node.title, node.label, node.value].filter((text) => typeof text === 'string').join(' ')).join('\n');
}
