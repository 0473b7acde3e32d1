import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { FilterPills, ManyPill, OnePill, SearchPill } from '../../lists/FilterPills';
import type { PickOption } from '../../parts/PickList';
import type { FilterName, Filters } from './views';

/** Named here, because the input schemas that hold them are not needed before a form opens. */
const PRIORITIES: readonly TicketRow['priority'][] = ['P1', 'P2', 'P3', 'P4'];
const KINDS: readonly TicketRow['kind'][] = ['incident', 'request'];
const STATES: readonly TicketRow['state'][] = [
  'new', 'submitted', 'awaitingApproval', 'returned', 'approved', 'assigned', 'inProgress', 'inFulfillment', 'onHold', 'resolved', 'fulfilled',
];

interface Props {
  readonly filters: Filters;
  /** What the view itself filters by: those pills would only confuse. */
  readonly fixed: Filters;
  readonly isChanged: boolean;
  onChange(name: FilterName, value: string | undefined): void;
  onClear(): void;
}

/** One pill per filter: what it is, and what it is set to. */
export function FilterBar({ filters, fixed, isChanged, onChange, onClear }: Props) {
  const { t, config } = useSession();
  const isHidden = (name: FilterName): boolean => fixed[name] !== undefined && filters[name] === fixed[name];
  const texts = (values: readonly string[], prefix: string): readonly PickOption[] => values.map((id) => ({ id, name: t(`${prefix}.${id}`) }));
  const pill = (name: FilterName) => ({ value: filters[name], onChange: (value: string | undefined) => onChange(name, value) });
  return (
    <FilterPills isChanged={isChanged} onClear={onClear}>
      <ManyPill {...pill('priority')} label={t('field.ticket.priority')} options={texts(PRIORITIES, 'priority')} shorten={({ id }) => id} />
      {!isHidden('state') && <ManyPill {...pill('state')} label={t('tab.column.state')} options={texts(STATES, 'state')} />}
      <SearchPill {...pill('groupId')} label={t('tab.column.group')} options={config.groups} />
      <SearchPill {...pill('categoryId')} label={t('tab.column.category')} options={config.categories.map(({ id, path }) => ({ id, name: path }))} />
      <OnePill {...pill('kind')} label={t('tab.filter.kind')} options={texts(KINDS, 'kind')} />
    </FilterPills>
  );
}
