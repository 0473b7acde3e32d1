import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { entryName } from '../../registers/names';
import type { EntryView } from '../../registers/types';
import type { SetupRegister } from '../register';
import { EntryRow, useRowListStyles } from './EntryRow';

/** What a row says beside the name. */
export interface RowWords<T extends EntryView> {
  text(entry: T): ReactNode;
  end?(entry: T): ReactNode;
}

interface Props<T extends EntryView> extends RowWords<T> {
  readonly practice: string;
  readonly entries: readonly T[];
  /** Beside the name; absent: nothing. */
  readonly Marks?: SetupRegister<T>['Marks'];
}

/** Entries of a register as names with what they say, each leading to its page. */
export function EntryRows<T extends EntryView>({ practice, entries, Marks, text, end }: Props<T>) {
  const styles = useRowListStyles();
  const { t, language } = useSession();
  return (
    <ul className={styles.list} aria-label={t(`setup.tab.${practice}`)}>
      {entries.map((entry) => (
        <EntryRow
          key={entry.id}
          id={entry.id}
          isRetired={entry.retired}
          name={
            <Link href={href(`setup/${practice}`, entry.id)} className={styles.link}>
              {entryName(entry, language)}
            </Link>
          }
          marks={Marks && <Marks entry={entry} />}
          end={end?.(entry)}
        >
          {text(entry)}
        </EntryRow>
      ))}
    </ul>
  );
}
