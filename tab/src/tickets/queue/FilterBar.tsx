import { Button, makeStyles, Menu, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { TicketRow } from '../../../../shared/tickets/ticket-views';
import { latePart } from '../../lib/late-part';
import { useSession } from '../../lib/session';
import { Opening } from '../../parts/Opening';
import type { PickOption } from '../../parts/PickList';
import type { FilterName, Filters } from './views';

const PickPopover = latePart(() => import('../../parts/PickPopover'));

/** Named here, because the input schemas that hold them are not needed before a form opens. */
const PRIORITIES: readonly TicketRow['priority'][] = ['P1', 'P2', 'P3', 'P4'];
const KINDS: readonly TicketRow['kind'][] = ['incident', 'request'];
const STATES: readonly TicketRow['state'][] = [
  'new', 'submitted', 'awaitingApproval', 'returned', 'approved', 'assigned', 'inProgress', 'inFulfillment', 'onHold', 'resolved', 'fulfilled',
];

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', '@media (max-width: 639px)': { flexWrap: 'nowrap', overflowX: 'auto', padding: '2px', minWidth: 0 } },
  pill: { minWidth: 0, flexShrink: 0, fontWeight: tokens.fontWeightRegular, maxWidth: '240px' },
  active: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, borderTopColor: tokens.colorBrandStroke2, borderRightColor: tokens.colorBrandStroke2, borderBottomColor: tokens.colorBrandStroke2, borderLeftColor: tokens.colorBrandStroke2 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

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
  const styles = useStyles();
  const { t, config } = useSession();
  const groups = config.groups.map(({ id, name }) => ({ id, name }));
  const categories = config.categories.map(({ id, path }) => ({ id, name: path }));
  const isHidden = (name: FilterName): boolean => fixed[name] !== undefined && filters[name] === fixed[name];
  const texts = (values: readonly string[], prefix: string): readonly PickOption[] => values.map((id) => ({ id, name: t(`${prefix}.${id}`) }));
  const common = { filters, onChange };
  return (
    <div className={styles.root} role="group" aria-label={t('tab.filters')}>
      <ManyMenu {...common} name="priority" label={t('field.ticket.priority')} options={texts(PRIORITIES, 'priority')} shorten={(option) => option.id} />
      {!isHidden('state') && <ManyMenu {...common} name="state" label={t('tab.column.state')} options={texts(STATES, 'state')} shorten={(option) => option.name} />}
      <OneList {...common} name="groupId" label={t('tab.column.group')} options={groups} />
      <OneList {...common} name="categoryId" label={t('tab.column.category')} options={categories} />
      <OneMenu {...common} name="kind" label={t('tab.filter.kind')} options={texts(KINDS, 'kind')} />
      {isChanged && (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular aria-hidden />} onClick={onClear}>
          {t('tab.filters.clear')}
        </Button>
      )}
    </div>
  );
}

interface PillProps {
  readonly filters: Filters;
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly PickOption[];
  onChange(name: FilterName, value: string | undefined): void;
}

function usePill(isActive: boolean) {
  const styles = useStyles();
  return {
    size: 'small' as const,
    appearance: 'outline' as const,
    shape: 'circular' as const,
    icon: <ChevronDown16Regular aria-hidden />,
    iconPosition: 'after' as const,
    className: mergeClasses(styles.pill, isActive && styles.active),
  };
}

function ManyMenu({ filters, name, label, options, shorten, onChange }: PillProps & { readonly shorten: (option: PickOption) => string }) {
  const styles = useStyles();
  const chosen = filters[name]?.split(',').filter(Boolean) ?? [];
  const pill = usePill(chosen.length > 0);
  const words = options.filter((option) => chosen.includes(option.id)).map(shorten).join(', ');
  return (
    <Menu
      checkedValues={{ [name]: chosen }}
      onCheckedValueChange={(_event, { checkedItems }) =>
        onChange(name, checkedItems.length > 0 ? options.map((option) => option.id).filter((id) => checkedItems.includes(id)).join(',') : undefined)
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button {...pill}>
          <span className={styles.text}>{words ? `${label}: ${words}` : label}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {options.map((option) => (
            <MenuItemCheckbox key={option.id} name={name} value={option.id}>
              {option.name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function OneMenu({ filters, name, label, options, onChange }: PillProps) {
  const styles = useStyles();
  const { t } = useSession();
  const chosen = options.find((option) => option.id === filters[name]);
  const pill = usePill(chosen !== undefined);
  return (
    <Menu checkedValues={{ [name]: [chosen?.id ?? ''] }} onCheckedValueChange={(_event, { checkedItems }) => onChange(name, checkedItems[0] || undefined)}>
      <MenuTrigger disableButtonEnhancement>
        <Button {...pill}>
          <span className={styles.text}>{chosen ? chosen.name : label}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name={name} value="">
            {t('tab.filter.any')}
          </MenuItemRadio>
          {options.map((option) => (
            <MenuItemRadio key={option.id} name={name} value={option.id}>
              {option.name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function OneList({ filters, name, label, options, onChange }: PillProps) {
  const styles = useStyles();
  const { t } = useSession();
  const [target, setTarget] = useState<HTMLElement>();
  const chosen = options.find((option) => option.id === filters[name]);
  const pill = usePill(chosen !== undefined);
  const close = (): void => {
    target?.focus();
    setTarget(undefined);
  };
  return (
    <>
      <Button {...pill} aria-haspopup="dialog" aria-expanded={target !== undefined} onClick={(event) => setTarget(event.currentTarget)}>
        <span className={styles.text}>{chosen ? chosen.name : label}</span>
      </Button>
      {target && (
        <PickPopover
          while={<Opening onClose={close} />}
          target={target}
          label={label}
          options={[{ id: '', name: t('tab.filter.any') }, ...options]}
          chosenId={chosen?.id ?? ''}
          onClose={close}
          onPick={(id) => {
            close();
            onChange(name, id || undefined);
          }}
        />
      )}
    </>
  );
}
