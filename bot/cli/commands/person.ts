import { existsSync } from 'node:fs';
import { erasePerson, exportPerson, personNamed, verifyStore, type ErasedReport } from '../../../shared/app';
import { isRefused } from '../../../shared/kernel';
import type { Person } from '../../../shared/people';
import { CliError } from '../cli-error';
import { textOf, type Command } from '../command';
import { openApp, type OpenedApp } from '../open-app';
import { showVerified } from '../show-verified';
import type { Terminal } from '../terminal';
import { userPath } from '../user-path';
import { writeWholeFile } from '../whole-file';

const OWNER_ONLY = 0o600;

function onePerson({ app }: OpenedApp, text: string): Person {
  const [person, ...others] = personNamed(app, text);
  if (!person) throw new CliError('cli.person.unknown', { person: text });
  if (others.length > 0) throw new CliError('cli.person.several', { person: text, ids: [person, ...others].map(({ id }) => id).join(', ') });
  return person;
}

async function writeExport(opened: OpenedApp, person: Person, file: string, terminal: Terminal): Promise<number> {
  const path = userPath(file);
  if (existsSync(path)) throw new CliError('cli.person.exists', { file });
  const found = await exportPerson(opened.app, person.id);
  if (isRefused(found)) throw new CliError('cli.person.unknown', { person: person.id });
  const text = `${JSON.stringify(found, null, 2)}\n`;
  await writeWholeFile((async function* () { yield text; })(), path, { file, isPacked: false, mode: OWNER_ONLY });
  const { internalNotes, confidentialRecords } = found.leftOut;
  terminal.say('cli.person.exported', { person: person.id, records: found.records.length, told: found.told.length, file });
  if (internalNotes + confidentialRecords > 0) terminal.say('cli.person.leftOut', { notes: internalNotes, records: confidentialRecords });
  return 0;
}

function counts({ records, events, rows, removed, files, isNameUnclear }: ErasedReport, terminal: Terminal): void {
  terminal.say('cli.person.counts', { records, events, rows, removed });
  if (files > 0) terminal.say('cli.person.files', { files });
  if (isNameUnclear) terminal.say('cli.person.unclear');
}

async function eraseOrCount(opened: OpenedApp, person: Person, confirmed: string | undefined, terminal: Terminal): Promise<number> {
  if (confirmed !== undefined && confirmed !== person.id) throw new CliError('cli.person.otherConfirmed', { confirmed, person: person.id }, 2);
  const { app } = opened;
  const found = await erasePerson(app, person.id, confirmed === undefined);
  if (isRefused(found)) throw new CliError(found.refused.code === 'storage.inUse' ? 'cli.person.serverRuns' : 'cli.person.notRetired', { person: person.id });
  counts(found, terminal);
  if (confirmed === undefined) {
    terminal.say('cli.person.dryRun', { person: person.id });
    return 0;
  }
  terminal.say('cli.person.erased', { person: person.id });
  return showVerified(terminal, (onProblem) => verifyStore(app.storage, app.partition, { onProblem, anchors: app.anchors }));
}

/** `bellhop person export` and `bellhop person erase`: what is stored about one person (GDPR Art. 15, 17 and 20). */
export const personCommand: Command = {
  name: 'person',
  maxPositionals: 2,
  options: {
    out: { type: 'string', help: 'cli.help.person.out', value: 'FILE' },
    confirm: { type: 'string', help: 'cli.help.person.confirm', value: 'ID' },
  },
  async run(given, terminal) {
    const [verb, text] = given.positionals;
    const out = textOf(given, 'out');
    const isRight = text !== undefined && (verb === 'erase' ? out === undefined : verb === 'export' && out !== undefined);
    if (!isRight) throw new CliError('cli.person.usage', {}, 2);
    const opened = await openApp();
    try {
      const person = onePerson(opened, text);
      return out !== undefined ? await writeExport(opened, person, out, terminal) : await eraseOrCount(opened, person, textOf(given, 'confirm'), terminal);
    } finally {
      await opened.close();
    }
  },
};
