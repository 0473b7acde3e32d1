/** What the command line says about backups. */
export const backupCli = {
  'cli.help.backup': 'Write everything a tenant has into one file',
  'cli.help.backup.more':
    'bellhop backup FILE\nAll rows and all attachments, packed, also what is confidential: keep the file as you keep the store. Safe while the server runs. Nothing is overwritten. Secrets of the settings are not in it. More in docs/backup.md.',
  'cli.help.restore': 'Write a backup into an empty store',
  'cli.help.restore.more':
    'bellhop restore FILE\nStop the server first. The whole file is checked before anything is written. After an interruption run the same command again: it goes on where it was. At the end the store is verified.',
  'cli.backup.usage': 'Say into which file: bellhop backup FILE, e.g. bellhop backup bellhop.backup.gz',
  'cli.backup.exists': '{file} is there already, and a backup overwrites nothing. Choose another name.',
  'cli.backup.writing': 'Writing rows',
  'cli.backup.stopped': 'Stopped. {file} was not written.',
  'cli.backup.done': '{rows, plural, one {# row} other {# rows}}, {blobs, plural, one {# attachment or model} other {# attachments and models}}, {bytes, plural, one {# byte} other {# bytes}} in {file}',
  'cli.backup.missing': 'The content of {key} is missing in the store, and so in the backup. "bellhop verify --files" names the record.',
  'cli.restore.usage': 'Say which file: bellhop restore FILE',
  'cli.restore.checking': 'Checking the backup',
  'cli.restore.writing': 'Writing the store',
  'cli.restore.stopped': 'Stopped before the end: the store is not complete, and Bellhop does not start on it. To go on, run the same command again: bellhop restore {file}',
  'cli.restore.done': 'Restored from {file}, begun at {at}: {rows, plural, one {# row} other {# rows}}, {blobs, plural, one {# attachment or model} other {# attachments and models}}.',
  'cli.doctor.storage.restoring': 'A restore has not come to its end. Run the same "bellhop restore" again; it goes on where it was.',

  'error.backup.foreign': '{file} is no backup of Bellhop. Nothing was written. Name a file that "bellhop backup" wrote; an export cannot be restored.',
  'error.backup.version': '{file} was written by another version of Bellhop (format {detail}). Nothing was written. Restore it with the version that wrote it, or a newer one.',
  'error.backup.damaged': '{file} is damaged: it is cut or was altered. Nothing more was written. Copy it again from where you keep it, or take an older backup.',
  'error.backup.otherTenant': '{file} is a backup of the tenant "{detail}". Nothing was written. Set BELLHOP_TENANT={detail}, or choose another file.',
  'error.backup.neverStill': 'The store is written to without a pause, so that no moment could be kept. Nothing was written. Try again when less is going on, and not while an import runs.',
  'error.restore.notEmpty': 'The store is not empty, and a restore changes nothing that is there. Choose an empty one: another folder with DATA_DIR, another BELLHOP_STORAGE, or move the present one away.',
  'error.restore.otherFile': 'An interrupted restore of another backup stands in this store. Run that one again, or choose an empty store: another folder with DATA_DIR, or another BELLHOP_STORAGE.',
  'error.restore.elsewhere': 'Another restore writes to this store at the same time. Let one of them end; if both have ended, run this command again.',
  'error.restore.unfinished': 'A restore into this store has not come to its end. Run the same "bellhop restore" again; it goes on where it was.',
} as const;
