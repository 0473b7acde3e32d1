import type { Notice, ReaderParam } from '../../shared/app';
import type { Language } from '../../shared/kernel';
import { shortTime, translator, wallTime, zonedTime } from '../../shared/strings';

/** For whom words are put together. */
export interface NoticeReader {
  readonly language: Language;
  /** Absent: everybody in a channel, who may live in different zones. */
  readonly zone?: string;
  /** Not everybody there may know what the ticket is about. */
  readonly isDiscreet?: boolean;
}

const MOST_LABELS = 5;

/** `Planned start, Planned end`; of many only the first. */
function namesOf(keys: readonly string[], language: Language): string {
  const t = translator(language);
  return `${keys.slice(0, MOST_LABELS).map((key) => t(key)).join(', ')}${keys.length > MOST_LABELS ? ', …' : ''}`;
}

function valueOf(value: string | number | ReaderParam, { language, zone }: NoticeReader, channelZone: string): string | number {
  if (typeof value !== 'object') return value;
  if ('text' in value) return translator(language)(value.text);
  if ('labels' in value) return namesOf(value.labels, language);
  if ('lengthMs' in value) return wallTime(value.lengthMs, language);
  return zone ? shortTime(value.at, language, zone) : zonedTime(value.at, language, channelZone);
}

/** What is told, in the reader's language and zone. A notice that may stand in a channel names its ticket by `name`. */
export function noticeWords(notice: Notice, reader: NoticeReader): string {
  const { what, params, more = [], zone = 'UTC' } = notice;
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, valueOf(value, reader, zone)]));
  const named = reader.isDiscreet && values.name !== undefined ? { ...values, name: values.id } : values;
  return [translator(reader.language)(`notice.${what}`, named), ...more.map((other) => noticeWords(other, reader))].join('\n');
}
