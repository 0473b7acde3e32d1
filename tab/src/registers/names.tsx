import { Link } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordView } from '../../../shared/kernel';
import { useRecord } from '../lib/records';
import { recordHref } from '../lib/router';
import { useSession } from '../lib/session';
import { PersonName } from '../parts/PersonName';

type Named = Readonly<Record<string, unknown>>;

/** The name of an entry in the reader's language; some registers call it a title. */
export function entryName(entry: Named, language: string): string {
  const german = language === 'de' ? entry['nameDe'] || entry['titleDe'] : undefined;
  return String(german || entry['name'] || entry['title'] || entry['id']);
}

/** A person by id. Until the name is there, the id stands for it. */
export function PersonOf({ id }: { readonly id: string }) {
  const { records } = useSession();
  const { record } = useRecord(records, 'people', id);
  return <PersonName name={record ? String(record['name']) : id} />;
}

/** A support group by id. */
export function GroupOf({ id }: { readonly id: string }) {
  const { config } = useSession();
  return config.groups.find((group) => group.id === id)?.name ?? id;
}

interface EntryProps {
  readonly practice: string;
  readonly id: string;
}

/** The name of an entry of a register, without a link. */
export function useEntryName({ practice, id }: EntryProps): string {
  const { records, language } = useSession();
  const { record } = useRecord(records, practice, id);
  return record ? entryName(record, language) : id;
}

/** An entry of a register by id, as a link to its page. */
export function EntryOf(props: EntryProps) {
  const name = useEntryName(props);
  return <Link href={recordHref(props.id)}>{name}</Link>;
}

const SEPARATOR = '\n';

/** Listens to several records at once, and asks for those that are not there. */
function useFollowed(practice: string, ids: readonly string[]): readonly string[] {
  const { records } = useSession();
  const wanted = ids.join(SEPARATOR);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = wanted.split(SEPARATOR).filter(Boolean).map((id) => records.subscribe(id, listener));
      return () => ends.forEach((end) => end());
    },
    [records, wanted],
  );
  // What is known of them, as a text: the same as long as nothing has changed.
  useSyncExternalStore(subscribe, () =>
    wanted.split(SEPARATOR).map((id) => `${records.peek(id).record?.version ?? ''}${records.peek(id).error ? '!' : ''}`).join(SEPARATOR),
  );
  useEffect(() => {
    for (const id of wanted.split(SEPARATOR).filter(Boolean)) records.load(practice, id);
  }, [records, practice, wanted]);
  return useMemo(() => wanted.split(SEPARATOR).filter(Boolean), [wanted]);
}

/** Records by id, those that are there. */
export function useRecordsOf<R extends RecordView>(practice: string, ids: readonly string[]): readonly R[] {
  const { records } = useSession();
  return useFollowed(practice, ids).flatMap((id) => (records.peek(id).record as R | undefined) ?? []);
}

/** Names of records by id; undefined until all of them are there, or have failed. */
export function useRecordNames(practice: string, ids: readonly string[]): Readonly<Record<string, string>> | undefined {
  const { records, language } = useSession();
  const states = useFollowed(practice, ids).map((id) => ({ id, ...records.peek(id) }));
  const names = JSON.stringify(Object.fromEntries(states.flatMap(({ id, record }) => (record ? [[id, entryName(record, language)]] : []))));
  const isThere = states.every(({ record, error }) => record !== undefined || error !== undefined);
  return useMemo(() => (isThere ? (JSON.parse(names) as Readonly<Record<string, string>>) : undefined), [isThere, names]);
}

/** The same for people. */
export const usePeopleNames = (ids: readonly string[]): Readonly<Record<string, string>> | undefined => useRecordNames('people', ids);
