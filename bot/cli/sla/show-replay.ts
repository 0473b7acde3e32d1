import { attainment, type ReplayView } from '../../../shared/sla';
import type { ReplayChange, ReplayComparison, ReplayRow, Tally } from '../../../shared/sla/replay-views';
import { CHANGE_KINDS } from '../../../shared/sla/replay-views';
import { workingTime } from '../../../shared/strings';
import { tableLines } from '../table';
import type { Terminal } from '../terminal';

/** What stands in the table; the rest is in the JSON. */
const SHOWN_GROUPS = 12;
const SHOWN_CHANGES = 12;
const MINUTE_MS = 60_000;

export interface ReplayDetails {
  readonly compareWith: string | undefined;
  readonly seconds: number;
}

interface Words extends Terminal {
  number(value: number): string;
  percent(share: number | undefined): string;
  minutes(value: number): string;
  instant(at: string): string;
}

function wordsOf(terminal: Terminal): Words {
  const { language } = terminal;
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return {
    ...terminal,
    number: (value) => number.format(value),
    percent: (share) => (share === undefined ? '–' : percent.format(share / 100)),
    minutes: (value) => workingTime(value * MINUTE_MS, language),
    instant: (at) => instant.format(new Date(at)),
  };
}

const tally = ({ met, missed, open }: Tally, words: Words): string[] => [words.number(met), words.number(missed), words.number(open), words.percent(attainment({ met, missed, open }))];

function rowLine(name: string, { asItWas, today, proposed }: ReplayRow, words: Words): readonly string[] {
  return [name, words.percent(attainment(asItWas)), words.percent(attainment(today)), ...tally(proposed, words)];
}

/** The report of a replay; times are UTC. */
export function showReplay(view: ReplayView, { compareWith, seconds }: ReplayDetails, terminal: Terminal): void {
  const words = wordsOf(terminal);
  const { t, line, say } = terminal;
  say('cli.sla.period', { from: words.instant(view.from), until: words.instant(view.until), ended: view.tickets.ended, open: view.tickets.open });
  line();
  for (const row of tableLines(promiseRows(view, words))) line(row);
  const hidden = Math.max(0, view.byGroup.length - SHOWN_GROUPS);
  if (hidden > 0) say('cli.sla.moreGroups', { count: hidden });
  line();
  if (view.decidedOtherwise > 0) say('cli.sla.decidedOtherwise', { count: view.decidedOtherwise });
  if (view.neverOpens > 0) say('cli.sla.neverOpens', { count: view.neverOpens });
  for (const kind of CHANGE_KINDS) {
    const { open, ended } = view.counts[kind];
    if (open + ended > 0) line(`${t(`cli.sla.change.${kind}`)}: ${t('cli.sla.changeCount', { open, ended })}`);
  }
  showChanges(view, words);
  if (view.comparison) showComparison(view.comparison, compareWith ?? '', words);
  const tickets = view.tickets.ended + view.tickets.open;
  say('cli.sla.speed', { tickets, seconds, perSecond: Math.round(tickets / Math.max(seconds, 0.001)) });
}

function promiseRows(view: ReplayView, words: Words): readonly (readonly string[])[] {
  const { t } = words;
  const head = ['', 'asItWas', 'today', 'met', 'missed', 'open', 'proposed'].map((name) => (name === '' ? '' : t(`cli.sla.column.${name}`)));
  const groups = [...view.byGroup].sort((left, right) => right.proposed.missed - left.proposed.missed).slice(0, SHOWN_GROUPS);
  const of = (rows: readonly ReplayRow[], { type, metric }: ReplayRow): readonly ReplayRow[] => rows.filter((row) => row.type === type && row.metric === metric);
  const body = view.total.flatMap((row) => [
    rowLine(promiseName(row, words), row, words),
    ...of(view.byPriority, row).map((entry) => rowLine(`  ${entry.of}`, entry, words)),
    ...of(groups, row).map((entry) => rowLine(`  ${groupName(entry.of, view, words)}`, entry, words)),
  ]);
  return body.length > 0 ? [head, ...body] : [[t('cli.sla.nothingPromised')]];
}

const promiseName = ({ type, metric }: Pick<ReplayRow, 'type' | 'metric'>, { t }: Words): string =>
  type === 'sla' ? t(`metric.${metric}`) : `${t(`metric.${metric}`)} · ${type.toUpperCase()}`;

const groupName = (id: string | undefined, { names }: ReplayView, { t }: Words): string => (id ? (names[id] ?? id) : t('cli.sla.noGroup'));

function showChanges(view: ReplayView, words: Words): void {
  const flips = view.changes.filter(({ kind }) => kind !== 'gained' && kind !== 'lost').slice(0, SHOWN_CHANGES);
  if (flips.length === 0) return;
  words.line();
  for (const flip of flips) words.line(`  ${flipLine(flip, words)}`);
}

function flipLine({ id, priority, kind, before, after, because }: ReplayChange, words: Words): string {
  const { t } = words;
  const due = (at: string | undefined): string => (at === undefined ? '–' : words.instant(at));
  return t('cli.sla.flip', {
    id, priority, change: t(`cli.sla.change.${kind}`), before: due(before?.dueAt), after: due(after?.dueAt),
    used: words.minutes(after?.usedMinutes ?? 0), target: words.minutes(after?.targetMinutes ?? 0),
    because: because.map((reason) => t(`cli.sla.because.${reason}`)).join(', '),
  });
}

function showComparison(rows: readonly ReplayComparison[], label: string, words: Words): void {
  const { t, line } = words;
  const head = ['', ...['bothMet', 'onlyTheirsMet', 'onlyOursMet', 'bothMissed', 'same', 'best', 'bestSame'].map((name) => t(`cli.sla.compare.${name}`))];
  line();
  line(t('cli.sla.compare.title', { label }));
  const body = rows.map(({ priority, bothMet, onlyTheirsMet, onlyOursMet, bothMissed, best }) => {
    const count = bothMet + onlyTheirsMet + onlyOursMet + bothMissed;
    return [
      `  ${priority}`, ...[bothMet, onlyTheirsMet, onlyOursMet, bothMissed].map(words.number), words.percent(((bothMet + bothMissed) * 100) / count),
      words.minutes(best.targetMinutes), words.percent((best.same * 100) / count),
    ];
  });
  for (const row of tableLines([head, ...body])) line(row);
}
