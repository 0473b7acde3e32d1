/** Something the person at the command line has to change. `key` is a text key; the text says what to do. */
export class CliError extends Error {
  constructor(
    readonly key: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    /** 2: the command was not used as it should be. */
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(key);
    this.name = 'CliError';
  }
}
