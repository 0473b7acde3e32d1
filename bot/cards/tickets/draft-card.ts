import type { KnownIssue } from '../../../shared/announcements';
import type { Article } from '../../../shared/knowledge';
import { shortTime } from '../../../shared/strings';
import type { Priority } from '../../../shared/tickets';
import { reportSchema } from '../../../shared/tickets/ticket-schema';
import { execute, openUrl, toggle } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, container, facts, ourText, plainText, type Element, type Fact } from '../parts/elements';
import { formInputs, type FormContext } from '../parts/form';
import { noticeBox } from '../parts/header';
import { cutText, excerpt, fileSize, oneLine } from '../parts/plain-text';
import { knownBoxes } from '../announcements/known-card';
import { articleBlocks } from '../knowledge/article-text';
import type { CardContext, CardJson, Notice } from '../types';
import { offer, openAlready, otherOwnTickets, type DraftOffers } from './draft-offers';
import { draftData } from './draft-state';

export interface DraftCardInput extends DraftOffers {
  /** Running disturbances that it may be about. */
  readonly known: readonly KnownIssue[];
  readonly preview: { readonly priority: Priority; readonly groupName?: string | undefined; readonly dueAt?: string | undefined };
  readonly articles: readonly Article[];
  readonly offerings: readonly { readonly id: string; readonly name: string }[];
  /** What it is about is not clear: the likeliest categories, of which one press chooses. */
  readonly likeliest?: readonly CategoryChoice[] | undefined;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

export interface CategoryChoice {
  readonly categoryId: string;
  readonly category: string;
}

/** Beside more than so many likelier answers there is no room for an article. */
const MOST_LIKELIER = 3;
/** For all articles together; the rest is read in the tab. */
const ARTICLES_BYTES = 5_000;

function helpfulArticles({ articles, known, similar, disturbance, state, reader, context }: DraftCardInput): readonly Element[] {
  const { t } = reader;
  // What is known already is the likelier answer, and takes their place.
  const likelier = known.length + similar.length + (disturbance ? 1 : 0);
  const shown = likelier > MOST_LIKELIER ? [] : likelier > 0 ? articles.slice(0, 1) : articles;
  if (shown.length === 0) return [];
  const sections = shown.flatMap((article, index) => {
    const { blocks, isCut } = articleBlocks(article.body, ARTICLES_BYTES / articles.length);
    const id = `article${index}`;
    return [
      offer(article.title, toggle(t('card.draft.readArticle'), [id], { tooltip: cutText(oneLine(article.title), 100) })),
      container(
        [
          ...blocks,
          ...(isCut ? [ourText(t('card.article.more'), { isSubtle: true, size: 'small' })] : []),
          actionSet([
            execute(t('card.button.solvedIt'), 'card.solveDraft', { card: { ...draftData(state), article: article.id } }, { sendsInputs: true, style: 'positive' }),
            openUrl(t('card.button.openArticle'), context.link(article.id)),
          ]),
        ],
        { id, isVisible: false, style: 'emphasis' },
      ),
    ];
  });
  return [ourText(t('card.draft.articles'), { weight: 'bolder', spacing: 'medium' }), ...sections];
}

function formOf({ state, reader, context }: DraftCardInput): FormContext {
  const { t, language, zone } = reader;
  const { title, description, kind, reach, work, categoryId } = state;
  const kinds = (['incident', 'request'] as const).map((value) => ({ value, title: t(`card.kind.${value}`) }));
  return { directory: context.directory, language, zone, prefix: 'report.', values: { title, description, kind, reach, work, categoryId }, ownChoices: { kind: kinds } };
}

function effectInputs(form: FormContext): Element {
  const noHelp = (name: 'reach' | 'work') => formInputs({ [name]: { ...reportSchema[name], help: undefined } as never }, form);
  return columns([column(noHelp('reach'), { width: 2 }), column(noHelp('work'), { width: 3 })]);
}

function descriptionPart({ state, reader: { t } }: DraftCardInput, form: FormContext): readonly Element[] {
  if (!state.longTextId) return formInputs(reportSchema, { ...form, only: ['description'] });
  return [
    ourText(t('card.draft.longText'), { isSubtle: true, size: 'small' }),
    plainText(excerpt(state.description, 600, 6).text),
  ];
}

/** "Which of these is it?": each answer is a button that creates the ticket with it; what is none of them is chosen from all. */
function categoryQuestion({ likeliest = [], state, reader: { t } }: DraftCardInput): Element | undefined {
  if (state.categoryId || likeliest.length === 0) return undefined;
  const answers = likeliest.map(({ categoryId, category }) => execute(category, 'tickets.report', { card: { ...draftData(state), category: categoryId } }, { sendsInputs: true }));
  return container([
    ourText(t('ask.category'), { weight: 'bolder' }),
    ourText(t('ask.category.create'), { isSubtle: true, size: 'small', spacing: 'none' }),
    actionSet([...answers, toggle(t('ask.category.other'), ['details'])]),
  ], { spacing: 'medium', separator: true });
}

function details(input: DraftCardInput, form: FormContext): Element {
  const { state, reader: { t } } = input;
  return container(
    [
      ...descriptionPart(input, form),
      ...formInputs(reportSchema, { ...form, only: ['categoryId', 'kind'] }),
      actionSet([execute(t('card.draft.update'), 'card.showDraft', { card: draftData(state) }, { sendsInputs: true })]),
    ],
    { id: 'details', isVisible: state.title === '' || (!state.categoryId && !input.likeliest?.length), spacing: 'medium' },
  );
}

function previewFacts({ preview, state, reader }: DraftCardInput): readonly Element[] {
  const { t, language, zone } = reader;
  const files = state.files.map((file) => (file.name ? `${file.name} (${fileSize(file.bytes, language)})` : '…'));
  const entries: (Fact | undefined)[] = [
    preview.groupName ? { label: t('card.fact.goesTo'), value: preview.groupName } : undefined,
    { label: t('field.ticket.priority'), value: t(`priority.plain.${preview.priority}`) },
    preview.dueAt ? { label: t('card.fact.solvedBy'), value: shortTime(preview.dueAt, language, zone) } : undefined,
    files.length > 0 ? { label: t('card.fact.attachments'), value: cutText(files.join(', '), 300) } : undefined,
  ];
  return facts(entries);
}

/** A free text as the ticket it would become: everything can be changed, one press creates it. */
export function draftCard(input: DraftCardInput): CardJson {
  const { state, offerings, reader, notice } = input;
  const { t } = reader;
  const form = formOf(input);
  const own = otherOwnTickets(input);
  const orders = offerings.map((offering) =>
    offer(offering.name, execute(t('card.order.send'), 'card.showOrder', { card: { ...draftData(state), offering: offering.id } }, { sendsInputs: true, tooltip: t('card.order.title', { name: offering.name }) })),
  );
  return createCard({
    fallbackText: t('card.draft.fallback', { title: state.title }),
    body: [
      noticeBox(notice),
      ourText(t('card.draft.title'), { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...(input.known.length > 0 ? [...knownBoxes(input.known, input.reader), ourText(t('card.draft.knownElse'), { isSubtle: true, size: 'small' })] : []),
      ...openAlready(input),
      ...helpfulArticles(input),
      ...(orders.length > 0 ? [ourText(t('card.draft.orders'), { weight: 'bolder', spacing: 'medium' }), ...orders] : []),
      container([...formInputs(reportSchema, { ...form, only: ['title'] }), effectInputs(form)], { spacing: 'medium', separator: input.articles.length > 0 || orders.length > 0 }),
      ...previewFacts(input),
      categoryQuestion(input),
      details(input, form),
      own,
    ],
    actions: [
      execute(t('card.draft.create'), 'tickets.report', { card: draftData(state) }, { sendsInputs: true, style: 'positive' }),
      toggle(t('card.draft.details'), ['details']),
      own && toggle(t('card.draft.belongs'), ['own']),
      execute(t('card.draft.cancel'), 'card.cancelDraft', { card: draftData(state) }),
    ],
    moreText: t('card.timeline.more'),
  });
}
