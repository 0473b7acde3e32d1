import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { RiskLevel } from '../../../../shared/changes/change-schema';
import { useSession } from '../../lib/session';
import { FilterPills, ManyMenu, OneList } from '../../lists/FilterPills';
import type { PickOption } from '../../parts/PickList';
import type { FilterName, Filters } from './views';

/** Named here, because the input schemas that hold them are not needed before a form opens. */
const STATES: readonly ChangeRow['state'][] = ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review'];
const TYPES: readonly ChangeRow['type'][] = ['standard', 'normal', 'emergency'];
const RISKS: readonly RiskLevel[] = ['low', 'moderate', 'high', 'veryHigh'];

interface Props {
  readonly filters: Filters;
  readonly isChanged: boolean;
  onChange(name: FilterName, value: string | undefined): void;
  onClear(): void;
}

/** One pill per filter of changes. */
export function ChangeFilters({ filters, isChanged, onChange, onClear }: Props) {
  const { t, config } = useSession();
  const texts = (values: readonly string[], prefix: string): readonly PickOption[] => values.map((id) => ({ id, name: t(`${prefix}.${id}`) }));
  const common = { filters, onChange, shorten: ({ name }: PickOption) => name };
  return (
    <FilterPills isChanged={isChanged} onClear={onClear}>
      <ManyMenu {...common} name="state" label={t('tab.column.state')} options={texts(STATES, 'state')} />
      <ManyMenu {...common} name="type" label={t('field.change.type')} options={texts(TYPES, 'changeType')} />
      <ManyMenu {...common} name="risk" label={t('field.change.risk')} options={texts(RISKS, 'changes.riskShort')} />
      <OneList filters={filters} onChange={onChange} name="groupId" label={t('tab.column.group')} options={config.groups.map(({ id, name }) => ({ id, name }))} />
    </FilterPills>
  );
}
