import { TRAINING_LIMITS, type LabelledTicket } from '../../../shared/classifier';
import { CliError } from '../cli-error';
import { readCsv } from '../import/csv-records';
import { openLog } from '../import/lines';
import { createProgress } from '../import/progress';
import type { Terminal } from '../terminal';
import { userPath } from '../user-path';

const TEXT = 'Document';
const LABEL = 'Topic_group';

export interface LabelledFile {
  readonly tickets: readonly LabelledTicket[];
  /** Rows that could not be read or have no topic. */
  readonly skipped: number;
}

/** The tickets of a CSV file with the columns Document and Topic_group, packed or not. What is left out is said. */
export async function readLabelledFile(file: string, terminal: Terminal): Promise<LabelledFile> {
  const progress = createProgress(terminal.t('cli.classify.reading'));
  try {
    const read = await readRows(file, progress.update);
    if (read.tickets.length === 0) throw new CliError('cli.classify.noRows', { file });
    if (read.skipped > 0) terminal.warn('cli.classify.skipped', { count: read.skipped, line: read.firstSkipped });
    return read;
  } catch (error) {
    // The reader speaks of an import, and nothing is imported here.
    throw error instanceof CliError && error.key === 'cli.import.isDamaged' ? new CliError('cli.classify.isDamaged', error.params) : error;
  } finally {
    progress.stop();
  }
}

async function readRows(file: string, onProgress: (share: number) => void): Promise<LabelledFile & { readonly firstSkipped: number }> {
  const log = await openLog(userPath(file));
  const { header, records } = await readCsv(log.lines, file);
  const [text, label] = [header.indexOf(TEXT), header.indexOf(LABEL)];
  const missing = [TEXT, LABEL].filter((name) => !header.includes(name));
  if (missing.length > 0) throw new CliError('cli.classify.columns', { file, missing: missing.join(', '), found: header.slice(0, 20).join(', '), count: missing.length });
  const tickets: LabelledTicket[] = [];
  let [skipped, firstSkipped] = [0, 0];
  for await (const portion of records) {
    for (const record of portion) {
      const topic = 'cells' in record ? (record.cells[label] ?? '').trim() : '';
      if ('cells' in record && topic !== '') {
        tickets.push({ text: record.cells[text] ?? '', label: topic });
        continue;
      }
      skipped += 1;
      firstSkipped ||= record.line;
    }
    if (tickets.length > TRAINING_LIMITS.tickets) throw new CliError('cli.classify.tooManyTickets', { limit: TRAINING_LIMITS.tickets });
    onProgress(log.bytes === 0 ? 1 : log.bytesRead() / log.bytes);
  }
  return { tickets, skipped, firstSkipped };
}
