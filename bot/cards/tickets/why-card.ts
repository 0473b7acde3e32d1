import type { ClockEvent, ClockExplanation, HeldShare, LabeledValue, Stretch, TicketExplanation } from '../../../shared/sla/explain-views';
import { percent } from '../../../shared/strings';
import { execute, openUrl, type ButtonData } from '../parts/actions';
import { createCard } from '../parts/card';
import { column, columns, container, facts, ourText, plainRuns, plainText, type Element, type Fact } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson } from '../types';

export interface WhyCardInput {
  readonly explanation: TicketExplanation;
  readonly reader: Reader;
  readonly context: CardContext;
  /** Of the button that leads back to the ticket. */
  readonly back: ButtonData;
}

/** The rest is in the tab. */
const MAX_STRETCHES = 12;
const MAX_EVENTS = 5;
const MAX_OTHERS = 4;
const MAX_HOLDERS = 4;

const sumOf = ({ total, length, isExpected }: Stretch, { t }: Reader): string => (total ? t(isExpected ? 'card.why.willBe' : 'card.why.is', { length, total }) : length);

/** What counts stands out; what does not is quiet. The words say it, too. */
function stretchRow(stretch: Stretch, reader: Reader): Element {
  const { kind, isOverdue, endsAtDue, what, when } = stretch;
  const counts = kind === 'counted';
  const look = { isSubtle: !counts, ...(counts && isOverdue && { color: 'attention' as const }) };
  return container(
    [
      columns([
        column([plainText(cutText(when, 90), { size: 'small', isSubtle: true })]),
        column([plainText(sumOf(stretch, reader), { size: 'small', ...(counts && { weight: 'bolder' as const }), ...look, horizontalAlignment: 'right' })], { width: 'auto' }),
      ]),
      plainText(cutText(what, 150), { spacing: 'none', ...look }),
      ...(endsAtDue ? [plainText(reader.t('card.why.dueHere'), { spacing: 'none', size: 'small', weight: 'bolder', color: 'accent' })] : []),
    ],
    { spacing: 'small', separator: true },
  );
}

/** The first, and those around now and the due time: the middle of a long story is in the tab. */
function chain({ stretches }: ClockExplanation, reader: Reader): readonly Element[] {
  if (stretches.length === 0) return [];
  const isCut = stretches.length > MAX_STRETCHES;
  const shown = isCut ? [...stretches.slice(0, 1), ...stretches.slice(1 - MAX_STRETCHES)] : stretches;
  const rows = shown.map((stretch) => stretchRow(stretch, reader));
  const gap = plainText(reader.t('card.why.between', { count: stretches.length - shown.length }), { size: 'small', isSubtle: true, spacing: 'small' });
  return [ourText(reader.t('card.why.chain'), { weight: 'bolder', spacing: 'medium' }), ...(isCut ? [...rows.slice(0, 1), gap, ...rows.slice(1)] : rows)];
}

const factOf = ({ label, value, help }: LabeledValue): Fact => ({ label, value: help ? `${value} (${help})` : value });

/** Only what did something: the many events that did nothing are in the tab. */
function whatHappened({ events }: ClockExplanation, { t }: Reader): readonly Element[] {
  const shown = events.filter(({ effect }) => effect !== 'none').slice(-MAX_EVENTS);
  if (shown.length === 0) return [];
  const row = ({ when, line, effectText }: ClockEvent): Element =>
    container([plainRuns([[`${when}  `, { size: 'small', isSubtle: true }], [oneLine(line), { size: 'small' }]]), plainText(effectText, { size: 'small', weight: 'bolder', spacing: 'none' })], { spacing: 'small' });
  return [ourText(t('card.why.events'), { weight: 'bolder', spacing: 'medium' }), ...shown.map(row)];
}

function holders(shares: readonly HeldShare[], { t, language }: Reader): readonly Element[] {
  if (shares.length === 0) return [];
  const shown = shares.slice(0, MAX_HOLDERS);
  const rest = shares.slice(MAX_HOLDERS).reduce((sum, { openPercent }) => sum + openPercent, 0);
  const rows = shown.map(({ label, open, openPercent }) => ({ label: cutText(label, 80), value: `${percent(openPercent, language)} · ${open}` }));
  return [
    ourText(t('card.why.held'), { weight: 'bolder', spacing: 'medium' }),
    ...facts([...rows, ...(shares.length > shown.length ? [{ label: t('card.why.heldOthers'), value: percent(rest, language) }] : [])], '190px'),
  ];
}

/** Why a ticket is due then: the clock that matters most as a chain, the others in one line each. */
export function whyCard({ explanation, reader, context, back }: WhyCardInput): CardJson {
  const { t } = reader;
  const { id, title, summary, clocks, held } = explanation;
  const [main, ...others] = clocks;
  const rest = others.slice(0, MAX_OTHERS).map(({ name, headline }) => plainText(`${name}: ${headline}`, { size: 'small', spacing: 'small' }));
  return createCard({
    fallbackText: `${id}: ${summary}`,
    body: [
      container(
        [
          ourText(t('card.why.title', { id }), { size: 'small', isSubtle: true, style: 'heading' }),
          plainText(cutText(oneLine(title), 150), { isSubtle: true, spacing: 'none' }),
          plainText(summary, { size: 'medium', weight: 'bolder', spacing: 'small', ...(main?.isBreached && { color: 'attention' as const }) }),
        ],
        { style: 'emphasis', bleed: true },
      ),
      ...(main ? [plainText(main.promise, { spacing: 'medium' }), ...main.notes.map((note) => container([plainText(note)], { style: 'warning' }))] : []),
      ...(main ? chain(main, reader) : []),
      ...facts(main?.totals.map(factOf) ?? [], '150px'),
      ...(main ? whatHappened(main, reader) : []),
      ...holders(held.shares, reader),
      ...(rest.length > 0 ? [ourText(t('card.why.others'), { weight: 'bolder', spacing: 'medium' }), ...rest] : []),
    ],
    actions: [execute(t('card.why.back'), 'card.showTicket', back), openUrl(t('card.why.all'), context.link(id))],
    moreText: t('card.timeline.more'),
  });
}
