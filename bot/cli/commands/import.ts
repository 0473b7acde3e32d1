import { basename } from 'node:path';
import { isZone, readMapping, SERVICENOW_MAPPING, type LogMapping } from '../../../shared/import';
import { CliError } from '../cli-error';
import { textOf, type Command, type Given } from '../command';
import { stopOnInterrupt } from '../interrupt';
import { peakMegabytes, showPreview, showProblems, showResult } from '../import/show';
import { createProgress } from '../import/progress';
import { openReport, type ReportFile } from '../import/report-file';
import { scanLog } from '../import/scan';
import { writeLog } from '../import/write-log';
import { openApp } from '../open-app';
import { readJsonFile } from '../read-json';
import type { Terminal } from '../terminal';
import { userPath } from '../user-path';

const KINDS = ['servicenow', 'log'];

/** `bellhop import`: first looks at the whole file, then, with `--commit`, writes it. */
export const importCommand: Command = {
  name: 'import',
  maxPositionals: 2,
  options: {
    commit: { type: 'boolean', help: 'cli.help.import.commit' },
    mapping: { type: 'string', help: 'cli.help.import.mapping', value: 'MAP.json' },
    report: { type: 'string', help: 'cli.help.import.report', value: 'FILE' },
    zone: { type: 'string', help: 'cli.help.import.zone', value: 'ZONE' },
  },
  async run(given, terminal) {
    const [kind, file] = given.positionals;
    if (!kind || !file) throw new CliError('cli.import.usage', {}, 2);
    if (!KINDS.includes(kind)) throw new CliError('cli.import.unknownKind', { kind }, 2);
    const mapping = await mappingOf(kind, given, terminal);
    const path = userPath(file);
    const report = openReport(userPath(textOf(given, 'report') ?? `${basename(file).replace(/\.gz$/i, '').replace(/\.csv$/i, '')}.problems.csv`), terminal.t);
    try {
      return await importFile({ path, mapping, report, isCommit: given.values['commit'] === true, terminal });
    } finally {
      report.close();
    }
  },
};

interface Job {
  readonly path: string;
  readonly mapping: LogMapping;
  readonly report: ReportFile;
  readonly isCommit: boolean;
  readonly terminal: Terminal;
}

async function importFile({ path, mapping, report, isCommit, terminal }: Job): Promise<number> {
  const started = performance.now();
  const reading = createProgress(terminal.t('cli.import.reading'));
  const shape = await scanLog(path, mapping, report.add, reading.update).finally(reading.stop);
  if (shape.events === 0) {
    report.close();
    throw new CliError('cli.import.noRows', { file: path, report: report.path });
  }
  const opened = await openApp();
  const stop = stopOnInterrupt(terminal);
  try {
    await showPreview({ app: opened.app, path, mapping, shape, report }, terminal);
    if (!isCommit) {
      terminal.say('cli.import.previewOnly');
      return report.count > 0 ? 1 : 0;
    }
    const foundBefore = report.count;
    const writing = createProgress(terminal.t('cli.import.writing'));
    const result = await writeLog({
      app: opened.app, path, mapping, shape, signal: stop.signal, onProblem: report.add, onProgress: writing.update,
    }).finally(writing.stop);
    showProblems(report, terminal, foundBefore);
    showResult(result, mapping, { seconds: (performance.now() - started) / 1_000, megabytes: peakMegabytes() }, terminal);
    return result.isComplete && report.count === 0 ? 0 : 1;
  } finally {
    stop.off();
    await opened.close();
  }
}

async function mappingOf(kind: string, given: Given, terminal: Terminal): Promise<LogMapping> {
  const file = textOf(given, 'mapping');
  if (kind === 'log' && !file) throw new CliError('cli.import.mappingNeeded', {}, 2);
  const base = kind === 'servicenow' ? SERVICENOW_MAPPING : undefined;
  const mapping = file ? await readMappingFile(file, base, terminal) : SERVICENOW_MAPPING;
  const zone = textOf(given, 'zone');
  if (zone !== undefined && !isZone(zone)) throw new CliError('cli.import.badZone', { value: zone }, 2);
  return zone === undefined ? mapping : { ...mapping, zone };
}

async function readMappingFile(file: string, base: LogMapping | undefined, { t }: Terminal): Promise<LogMapping> {
  const read = readMapping(await readJsonFile(file), base);
  if ('mapping' in read) return read.mapping;
  const problems = read.problems.map(({ path, code, params }) => `- ${t(`import.mapping.${code}`, { ...params, path: path || basename(file) })}`);
  throw new CliError('cli.import.badMapping', { file, count: problems.length, problems: problems.join('\n') }, 2);
}
