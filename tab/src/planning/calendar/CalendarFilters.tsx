import { makeStyles } from '@fluentui/react-components';
import { useSession } from '../../lib/session';
import { FilterPills, ManyPill, SearchPill, SwitchPill } from '../../lists/FilterPills';
import type { PickOption } from '../../parts/PickList';
import { RISKS, TYPES } from '../words';
import type { FilterName, Filters } from './filters';

const useStyles = makeStyles({
  // Above the calendar, which takes all the room that is left.
  root: { flexShrink: 0 },
});

interface Props {
  readonly filters: Filters;
  readonly services: readonly PickOption[];
  readonly items: readonly PickOption[];
  readonly withWindows: boolean;
  onChange(name: FilterName, value: string | undefined): void;
  onWindows(isShown: boolean): void;
  onClear(): void;
}

/** Which changes are shown, and whether maintenance windows are. */
export function CalendarFilters({ filters, services, items, withWindows, onChange, onWindows, onClear }: Props) {
  const styles = useStyles();
  const { t, config } = useSession();
  const set = (name: FilterName) => (value: string | undefined) => onChange(name, value);
  return (
    <FilterPills isChanged={Object.keys(filters).length > 0} onClear={onClear} className={styles.root}>
      <SwitchPill label={t('planning.filter.mine')} isOn={filters.mine !== undefined} onChange={(isOn) => onChange('mine', isOn ? 'true' : undefined)} />
      <ManyPill label={t('planning.type')} options={TYPES.map((id) => ({ id, name: t(`changeType.${id}`) }))} value={filters.type} onChange={set('type')} />
      <ManyPill label={t('planning.risk')} options={RISKS.map((id) => ({ id, name: t(`risk.${id}`) }))} value={filters.risk} onChange={set('risk')} />
      <SearchPill label={t('planning.group')} options={config.groups} value={filters.groupId} onChange={set('groupId')} />
      <SearchPill label={t('planning.service')} options={services} value={filters.serviceId} onChange={set('serviceId')} />
      <SearchPill label={t('planning.item')} options={items} value={filters.itemId} onChange={set('itemId')} />
      <SwitchPill label={t('planning.filter.windows')} isOn={withWindows} onChange={onWindows} />
    </FilterPills>
  );
}
