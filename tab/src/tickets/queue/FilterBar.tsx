import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { FilterPills, ManyMenu, OneList, OneMenu } from '../../lists/FilterPills';
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
  const groups = config.groups.map(({ id, name }) => ({ id, name }));
  const categories = config.categories.map(({ id, path }) => ({ id, name: path }));
  const isHidden = (name: FilterName): boolean => fixed[name] !== undefined && filters[name] === fixed[name];
  const texts = (values: readonly string[], prefix: string): readonly PickOption[] => values.map((id) => ({ id, name: t(`${prefix}.${id}`) }));
  const common = { filters, onChange };
  return (
    <FilterPills isChanged={isChanged} onClear={onClear}>
      <ManyMenu {...common} name="priority" label={t('field.ticket.priority')} options={texts(PRIORITIES, 'priority')} shorten={(option) => option.id} />
      {!isHidden('state') && <ManyMenu {...common} name="state" label={t('tab.column.state')} options={texts(STATES, 'state')} shorten={(option) => option.name} />}
      <OneList {...common} name="groupId" label={t('tab.column.group')} options={groups} />
      <OneList {...common} name="categoryId" label={t('tab.column.category')} options={categories} />
      <OneMenu {...common} name="kind" label={t('tab.filter.kind')} options={texts(KINDS, 'kind')} />
    </FilterPills>
  );
}
