import { Button, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useSession } from '../../lib/session';
import type { PickOption } from '../../parts/PickList';
import { ManyPill, OnePill, SwitchPill } from '../FilterPill';
import { RISKS, TYPES } from '../words';
import type { FilterName, Filters } from './filters';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', flexShrink: 0, '@media (max-width: 639px)': { flexWrap: 'nowrap', overflowX: 'auto', padding: '2px', minWidth: 0 } },
  still: { flexShrink: 0 },
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
    <div className={styles.root} role="group" aria-label={t('tab.filters')}>
      <SwitchPill label={t('planning.filter.mine')} isOn={filters.mine !== undefined} onChange={(isOn) => onChange('mine', isOn ? 'true' : undefined)} />
      <ManyPill label={t('planning.type')} options={TYPES.map((id) => ({ id, name: t(`changeType.${id}`) }))} value={filters.type} onChange={set('type')} />
      <ManyPill label={t('planning.risk')} options={RISKS.map((id) => ({ id, name: t(`risk.${id}`) }))} value={filters.risk} onChange={set('risk')} />
      <OnePill label={t('planning.group')} options={config.groups} value={filters.groupId} onChange={set('groupId')} />
      <OnePill label={t('planning.service')} options={services} value={filters.serviceId} onChange={set('serviceId')} />
      <OnePill label={t('planning.item')} options={items} value={filters.itemId} onChange={set('itemId')} />
      <SwitchPill label={t('planning.filter.windows')} isOn={withWindows} onChange={onWindows} />
      {Object.keys(filters).length > 0 && (
        <Button size="small" appearance="subtle" className={styles.still} icon={<Dismiss16Regular aria-hidden />} onClick={onClear}>
          {t('tab.filters.clear')}
        </Button>
      )}
    </div>
  );
}
