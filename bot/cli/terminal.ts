import type { Language } from '../../shared/kernel';
import { translator, type TextParams, type Translate } from '../../shared/strings';

/** Where a command writes: results to the standard output, everything else to the error output. */
export interface Terminal {
  readonly language: Language;
  readonly t: Translate;
  /** A text of the command line. */
  say(key: string, params?: TextParams): void;
  /** A line as it is. */
  line(text?: string): void;
  /** A text that is no result: hints, errors. */
  warn(key: string, params?: TextParams): void;
}

export function createTerminal(language: Language): Terminal {
  const t = translator(language);
  return {
    language, t,
    say: (key, params) => write(process.stdout, t(key, params)),
    line: (text = '') => write(process.stdout, text),
    warn: (key, params) => write(process.stderr, t(key, params)),
  };
}

// File contents and names reach the terminal: escape sequences in them must not.
// eslint-disable-next-line no-control-regex
const ESCAPES = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${text.replace(ESCAPES, '')}\n`);
}
