import { basename } from 'node:path';
import type { App } from '../../../shared/app';
import type { LogMapping, RowProblem } from '../../../shared/import';
import type { Terminal } from '../terminal';
import { newGroupNames, unknownPeople } from './names';
import { numbersToKeep } from './own-numbers';
import { reasonOf, type ReportFile } from './report-file';
import type { LogShape } from './scan';
import type { WriteResult } from './write-log';

export interface Preview {
  readonly app: App;
  readonly path: string;
  readonly mapping: LogMapping;
  readonly shape: LogShape;
  readonly report: ReportFile;
}

const STATE_ORDER = ['new', 'assigned', 'inProgress', 'onHold', 'resolved', 'closed', 'cancelled', 'keep'];

/** What the file holds and what would become of it. */
export async function showPreview({ app, path, mapping, shape, report }: Preview, terminal: Terminal): Promise<void> {
  const { t, language } = terminal;
  const number = new Intl.NumberFormat(language);
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: mapping.zone });
  const states = [...shape.states]
    .sort(([left], [right]) => STATE_ORDER.indexOf(left) - STATE_ORDER.indexOf(right))
    .map(([state, count]) => `${state === 'keep' ? t('cli.import.noState') : t(`state.${state}`)} ${number.format(count)}`);
  const kept = await numbersToKeep(app, shape.cases.keys());
  const unknown = unknownPeople(app, mapping);
  const span = { from: instant.format(shape.firstAt), to: instant.format(shape.lastAt), zone: mapping.zone };

  terminal.line(t('cli.import.file', { file: basename(path), source: mapping.source }));
  const rows: (readonly [string, string])[] = [
    ['rows', number.format(shape.rows)],
    ['incidents', number.format(shape.cases.size)],
    ['events', number.format(shape.events)],
    ['span', t('cli.import.spanValue', span)],
    ['states', states.join(' · ')],
    ['groups', t('cli.import.groupsValue', { count: shape.groups.size, fresh: newGroupNames(app, mapping, shape.groups).length })],
    ['open', number.format(shape.openAtEnd)],
    ['numbers', t('cli.import.numbersValue', { kept, fresh: shape.cases.size - kept })],
    ...(shape.plan.missingOptional.length > 0 ? ([['columns', shape.plan.missingOptional.join(', ')]] as const) : []),
    ...(unknown.length > 0 ? ([['people', unknown.slice(0, 10).join(', ')]] as const) : []),
    ['problems', shape.problems === 0 ? t('cli.import.noProblems') : t('cli.import.problemsValue', { count: shape.problems, skipped: shape.skipped })],
  ];
  const width = Math.max(...rows.map(([name]) => t(`cli.import.${name}`).length));
  for (const [name, value] of rows) terminal.line(`  ${t(`cli.import.${name}`).padEnd(width)}   ${value}`);
  if (kept < shape.cases.size) terminal.line(`  ${t('cli.import.numbersHint')}`);
  showProblems(report, terminal, 0);
}

/** The problems beyond the first `shown`, the first few in full. */
export function showProblems(report: ReportFile, terminal: Terminal, shown: number): void {
  if (report.count === shown) return;
  for (const problem of report.first.slice(shown)) terminal.line(`  - ${problemLine(problem, terminal)}`);
  const more = report.count - Math.max(shown, report.first.length);
  if (more > 0) terminal.line(`  ${terminal.t('cli.import.moreProblems', { count: more })}`);
  terminal.line(`  ${terminal.t('cli.import.reportAt', { file: report.path })}`);
}

function problemLine(problem: RowProblem, { t }: Terminal): string {
  const reason = reasonOf(problem, t);
  return problem.caseId && problem.code.match(/^(workedOn|lateRows|caseTooLong)$/)
    ? t('cli.import.problemCase', { case: problem.caseId, reason })
    : t('cli.import.problemLine', { line: problem.line, reason });
}

/** What was written, and last how fast. */
export function showResult(result: WriteResult, mapping: LogMapping, figures: { readonly seconds: number; readonly megabytes: number }, terminal: Terminal): void {
  const { created, continued, unchanged, refused, events, groups } = result;
  if (!result.isComplete) terminal.say('cli.import.stopped');
  terminal.say('cli.import.done', { created, continued, unchanged, refused });
  if (groups.added > 0) terminal.say(mapping.groupMembers.length > 0 ? 'cli.import.groupsStaffed' : 'cli.import.groupsAdded', { count: groups.added });
  const incidents = created + continued;
  const perSecond = (count: number): number => Math.round(count / Math.max(figures.seconds, 0.001));
  terminal.say('cli.import.figures', {
    incidents, events, seconds: figures.seconds, megabytes: figures.megabytes,
    incidentsPerSecond: perSecond(incidents), eventsPerSecond: perSecond(events),
  });
}

/** Most memory this process has held so far. */
export function peakMegabytes(): number {
  // Kilobytes, on every platform.
  return Math.round(process.resourceUsage().maxRSS / 1_024);
}
