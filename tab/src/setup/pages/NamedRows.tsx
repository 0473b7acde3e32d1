import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { href } from '../../lib/router';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { entryName } from '../../registers/names';
import { RegisterPage } from '../../registers/RegisterPage';
import type { EntryView } from '../../registers/types';
import type { SetupRegister } from '../register';
import { EntryRow, useRowListStyles } from './EntryRow';

interface Props<T extends EntryView> {
  readonly register: SetupRegister<T>;
  readonly query: URLSearchParams;
  readonly canAdd: boolean;
  /** Absent: all of them. */
  accepts?(entry: T): boolean;
  order?(left: T, right: T): number;
  text(entry: T): ReactNode;
  end?(entry: T): ReactNode;
}

/** A register as a list of names with what they say, each leading to its page. */
export function NamedRows<T extends EntryView>({ register, query, canAdd, accepts = () => true, order, text, end }: Props<T>) {
  const styles = useRowListStyles();
  const { t, language } = useSession();
  const { practice, icon, Marks } = register;
  return (
    <RegisterPage<T> place={{ page: 'setup', practice }} icon={icon} query={query} canAdd={canAdd}>
      {(shown) => (
        <Sheet>
          <ul className={styles.list} aria-label={t(`setup.tab.${practice}`)}>
            {(order ? [...shown].sort(order) : shown).filter(accepts).map((entry) => (
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
        </Sheet>
      )}
    </RegisterPage>
  );
}
