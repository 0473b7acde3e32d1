import type { ChangeRow } from '../../../../shared/changes/change-views';
import type { RiskLevel } from '../../../../shared/changes/change-schema';
import { useSession } from '../../lib/session';
import { FilterPills, ManyPill, OnePill, SearchPill } from '../../lists/FilterPills';
import type { PickOption } from '../../parts/PickList';
import type { FilterName, Filters } from './views';

/** Named here, because the input schemas that hold them are not needed before a form opens. */
const STATES: readonly ChangeRow['state'][] = ['new', 'assess', 'authorize', 'scheduled', 'implement', 'review'];
const TYPES: readonly ChangeRow['type'][] = ['standard', 'normal', 'emergency'];
const SCOPES = ['awaiting', 'mine', 'implementing', 'myGroups', 'colliding'] as const;
const RISKS: readonly RiskLevel[] = ['low', 'moderate', 'high', 'veryHigh'];

interface Props {
  readonly filters: Filters;
  /** The columns are the states already. */
  readonly isBoard?: boolean;
  readonly isChanged: boolean;
  onChange(name: FilterName, value: string | undefined): void;
  onClear(): void;
}

/** One pill per filter of changes. */
export function ChangeFilters({ filters, isBoard, isChanged, onChange, onClear }: Props) {
  const { t, config } = useSession();
  const texts = (values: readonly string[], prefix: string): readonly PickOption[] => values.map((id) => ({ id, name: t(`${prefix}.${id}`) }));
  const pill = (name: FilterName) => ({ value: filters[name], onChange: (value: string | undefined) => onChange(name, value) });
  return (
    <FilterPills isChanged={isChanged} onClear={onClear}>
      {isBoard ? (
        <OnePill {...pill('scope')} label={t('filter.scope')} options={texts(SCOPES, 'changeScope')} />
      ) : (
        <ManyPill {...pill('state')} label={t('tab.column.state')} options={texts(STATES, 'state')} />
      )}
      <ManyPill {...pill('type')} label={t('field.change.type')} options={texts(TYPES, 'changeType')} />
      <ManyPill {...pill('risk')} label={t('field.change.risk')} options={texts(RISKS, 'riskShort')} />
      <SearchPill {...pill('groupId')} label={t('tab.column.group')} options={config.groups} />
    </FilterPills>
  );
}
