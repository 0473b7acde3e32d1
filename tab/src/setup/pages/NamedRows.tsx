import { Sheet } from '../../parts/Sheet';
import { RegisterPage } from '../../registers/RegisterPage';
import type { EntryView } from '../../registers/types';
import type { SetupRegister } from '../register';
import { EntryRows, type RowWords } from './EntryRows';

interface Props<T extends EntryView> extends RowWords<T> {
  readonly register: SetupRegister<T>;
  readonly query: URLSearchParams;
  readonly canAdd: boolean;
  order?(left: T, right: T): number;
}

/** A register that is small enough to be there as a whole. */
export function NamedRows<T extends EntryView>({ register, query, canAdd, order, ...words }: Props<T>) {
  const { practice, icon, Marks } = register;
  return (
    <RegisterPage<T> place={{ page: 'setup', practice }} icon={icon} query={query} canAdd={canAdd}>
      {(shown) => (
        <Sheet>
          <EntryRows practice={practice} entries={order ? [...shown].sort(order) : shown} Marks={Marks} {...words} />
        </Sheet>
      )}
    </RegisterPage>
  );
}
