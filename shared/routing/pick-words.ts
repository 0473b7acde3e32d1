import type { Directory } from '../catalog';
import type { Language } from '../kernel';
import { nearTime, translator, wallTime, type Translate } from '../strings';
import type { Considered, Picked, PickedView, RuledOut } from './pick-views';

/** For whom it is put into words. */
export interface PickReader {
  readonly language: Language;
  /** IANA zone. */
  readonly zone: string;
}

interface Words {
  readonly t: Translate;
  readonly picked: Picked;
  readonly directory: Directory;
  readonly reader: PickReader;
  readonly nameOf: (id: string) => string;
}

function wordsFor(picked: Picked, directory: Directory, reader: PickReader): Words {
  return { t: translator(reader.language), picked, directory, reader, nameOf: (id) => directory.person(id)?.name ?? id };
}

const time = ({ picked, reader }: Words, at: string): string => nearTime(at, picked.at, reader.language, reader.zone);

/** "last assigned 40 min ago", as it was then. */
function lastAssigned({ t, picked, reader }: Words, { lastAssignedAt }: Considered): string {
  if (!lastAssignedAt) return t('pick.neverAssigned');
  return t('pick.lastAssigned', { ago: wallTime(Date.parse(picked.at) - Date.parse(lastAssignedAt), reader.language) });
}

const number = ({ reader }: Words, value: number): string => new Intl.NumberFormat(reader.language, { maximumFractionDigits: 2 }).format(value);

function loadOf(words: Words, { open, capacity, load }: Considered): string {
  return words.t('pick.load', { open, capacity, load: number(words, load) });
}

function skillName({ directory, reader }: Words, id: string): string {
  const skill = directory.summary(id) as { readonly name?: string; readonly nameDe?: string } | undefined;
  return (reader.language === 'de' ? (skill?.nameDe ?? skill?.name) : skill?.name) ?? id;
}

/** Everything that was compared of one who was considered. */
function consideredText(words: Words, entry: Considered): string {
  const { t } = words;
  return [
    ...(entry.level ? [t(`dutyLevel.${entry.level}`)] : []),
    ...(entry.skill !== undefined ? [t('pick.skillScore', { score: entry.skill })] : []),
    loadOf(words, entry),
    lastAssigned(words, entry),
  ].join(', ');
}

function ruledOutText(words: Words, { why, until, skillId, limit }: RuledOut): string {
  const { t } = words;
  if (until) return t(`ruledOut.${why}.until`, { until: time(words, until) });
  return t(`ruledOut.${why}`, { skill: skillId ? skillName(words, skillId) : '', limit: limit ?? 0 });
}

/** Why nobody could get it: how many of the group for which reason. */
function nobodyText({ t, picked }: Words): string {
  const { ruledOut, ruledOutCount } = picked;
  if (ruledOutCount === 0) return t('pick.emptyGroup');
  const counts = new Map<string, number>();
  for (const { why } of ruledOut) counts.set(why, (counts.get(why) ?? 0) + 1);
  const parts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([why, count]) => t(`ruledOut.count.${why}`, { count }));
  return t('pick.nobody', { reasons: parts.join(', ') });
}

/** The decisive reason, by what told the person from the next one. */
function becauseText(words: Words, first: Considered): string {
  const { t, picked, nameOf } = words;
  const { decidedBy = 'only', consideredCount: count, solvedAt, insteadOf, strategy } = picked;
  const params = { count, load: loadOf(words, first), last: lastAssigned(words, first), score: first.skill ?? 0, level: first.level ? t(`dutyLevel.${first.level}`) : '' };
  const because = decidedBy === 'sticky'
    ? t(insteadOf ? 'pick.because.stickyFor' : 'pick.because.sticky', { at: time(words, solvedAt ?? picked.at), person: insteadOf ? nameOf(insteadOf) : '' })
    : t(strategy === 'onCall' && decidedBy === 'only' ? 'pick.because.onlyOnCall' : `pick.because.${decidedBy}`, params);
  return insteadOf && decidedBy !== 'sticky' ? t('pick.standsIn', { because, person: nameOf(insteadOf) }) : because;
}

/** "Bob: least loaded of 4 on shift (5 of 12 open, load 9); last assigned 40 min ago." One sentence, in the reader's language. */
export function pickSentence(picked: Picked, directory: Directory, reader: PickReader): string {
  const words = wordsFor(picked, directory, reader);
  const [first] = picked.considered;
  if (picked.personId === undefined || !first) return nobodyText(words);
  return words.t('pick.sentence', { person: words.nameOf(picked.personId), because: becauseText(words, first) });
}

/** The whole explanation for a reader who may see the people of the group and their work. */
export function pickedView(picked: Picked, directory: Directory, reader: PickReader): PickedView {
  const words = wordsFor(picked, directory, reader);
  const left = picked.consideredCount - picked.considered.length + picked.ruledOutCount - picked.ruledOut.length;
  return {
    ...(picked.personId && { personId: picked.personId }),
    at: picked.at,
    sentence: pickSentence(picked, directory, reader),
    considered: picked.considered.map((entry) => ({ personId: entry.personId, name: words.nameOf(entry.personId), text: consideredText(words, entry) })),
    ruledOut: picked.ruledOut.map((entry) => ({ personId: entry.personId, name: words.nameOf(entry.personId), text: ruledOutText(words, entry) })),
    ...(left > 0 && { more: words.t('pick.more', { count: left }) }),
  };
}
