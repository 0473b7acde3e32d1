import type { Agreement, ClosedReason, Line, PauseReason, Piece } from '../sla';
import type { LabeledValue, Stretch } from '../sla/explain-views';
import type { ExplainReader } from './explain-reader';

const list = (language: string, words: readonly string[]): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
/** One day after another in a folded line is read at a glance up to here; longer ones are told by their sum only. */
const MAX_PARTS = 250;

function closedWords({ t, language }: ExplainReader, reasons: readonly ClosedReason[], isFold: boolean): string {
  const words = reasons.map((reason) => (reason.kind === 'holiday' && reason.name ? reason.name : t(`${isFold ? 'why.inFold' : 'why.closed'}.${reason.kind}`)));
  return list(language, [...new Set(words)]);
}

/** Why a clock does not run, in words; what groups and suppliers promise among themselves is never asked for by others. */
export function pauseWords({ t, isYou, directory }: ExplainReader, pause: PauseReason | undefined, agreement: Agreement | undefined): string {
  switch (pause?.kind) {
    case 'hold':
      return t(`why.pause.${pause.holdReason}`, { isYou, supplier: pause.supplier ?? t('why.pause.anySupplier') });
    case 'state':
      return t('why.pause.state', { state: t(`state.${pause.state}`) });
    case 'notOwned':
      return t('why.pause.notOwned', { group: directory.group(agreement?.groupId)?.name ?? '' });
    default:
      return t(`why.pause.${pause?.kind ?? 'waiting'}`);
  }
}

function countedWords(reader: ExplainReader, line: Line | Piece): string {
  const { t } = reader;
  const key = line.isOverdue ? 'overdue' : line.isExpected ? 'expected' : 'counted';
  const count = 'businessDays' in line ? line.businessDays : undefined;
  if (count === undefined) return t(`why.stretch.${key}`);
  const what = t(`why.stretch.${key}Days`, { count });
  return line.closed ? t('why.stretch.without', { what, closed: closedWords(reader, line.closed, true) }) : what;
}

function whatOf(reader: ExplainReader, line: Line | Piece, agreement: Agreement | undefined): string {
  if (line.kind === 'counted') return countedWords(reader, line);
  return line.kind === 'closed' ? closedWords(reader, line.closed ?? [], false) : pauseWords(reader, line.pause, agreement);
}

interface Drawn {
  readonly agreement: Agreement | undefined;
  readonly dueAt: string | undefined;
}

function stretch(reader: ExplainReader, line: Line | Piece, { agreement, dueAt }: Drawn): Stretch {
  const { from, to, kind, openMs, isExpected, isOverdue } = line;
  const pieces = 'pieces' in line ? line.pieces : undefined;
  const isDue = kind === 'counted' && dueAt !== undefined && to === Date.parse(dueAt);
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    kind,
    when: pieces ? reader.days(from, to) : reader.range(from, to),
    what: whatOf(reader, line, agreement),
    length: kind === 'counted' ? reader.work(openMs) : reader.wall(to - from),
    ...(kind === 'counted' && 'totalMs' in line && { total: reader.work(line.totalMs) }),
    ...(isExpected && { isExpected }),
    ...(isOverdue && { isOverdue }),
    ...(isDue && { endsAtDue: true }),
    ...(pieces && pieces.length <= MAX_PARTS && { parts: pieces.map((piece) => stretch(reader, piece, { agreement, dueAt: undefined })) }),
  };
}

/** The chain of a clock in words. */
export function stretchesOf(reader: ExplainReader, lines: readonly Line[], drawn: Drawn): readonly Stretch[] {
  return lines.map((line) => stretch(reader, line, drawn));
}

export interface Sums {
  readonly countedMs: number;
  readonly pausedMs: number;
  readonly pausedOpenMs: number;
  readonly closedMs: number;
  readonly actualMs: number;
}

/** Both elapsed kinds (domain.md 5.3) and what did not count; those who wait get the same without our words. */
export function totalsInWords({ t, work, wall, isHandler }: ExplainReader, sums: Sums, targetMinutes: number): readonly LabeledValue[] {
  const key = isHandler ? 'why.total' : 'why.total.plain';
  const target = work(targetMinutes * 60_000);
  const paused = sums.pausedMs > 0 ? [{ label: t(`${key}.paused`), value: wall(sums.pausedMs), help: t('why.total.pausedOpen', { open: work(sums.pausedOpenMs) }) }] : [];
  return [
    { label: t(`${key}.counted`), value: work(sums.countedMs), help: t('why.total.ofTarget', { target }) },
    ...paused,
    ...(sums.closedMs > 0 ? [{ label: t(`${key}.closed`), value: wall(sums.closedMs) }] : []),
    ...(isHandler ? [{ label: t('why.total.actual'), value: wall(sums.actualMs), help: t('why.total.actual.help') }] : []),
  ];
}
