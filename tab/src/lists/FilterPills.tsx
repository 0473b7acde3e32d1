import { Button, makeStyles, Menu, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import { latePart } from '../lib/late-part';
import { useSession } from '../lib/session';
import { Opening } from '../parts/Opening';
import type { PickOption } from '../parts/PickList';
import type { Filters } from './views';

const PickPopover = latePart(() => import('../parts/PickPopover'));

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', '@media (max-width: 639px)': { flexWrap: 'nowrap', overflowX: 'auto', padding: '2px', minWidth: 0 } },
  pill: { minWidth: 0, flexShrink: 0, fontWeight: tokens.fontWeightRegular, maxWidth: '240px' },
  active: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, borderTopColor: tokens.colorBrandStroke2, borderRightColor: tokens.colorBrandStroke2, borderBottomColor: tokens.colorBrandStroke2, borderLeftColor: tokens.colorBrandStroke2 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** One pill per filter: what it is, and what it is set to. */
export function FilterPills({ isChanged, onClear, children }: { readonly isChanged: boolean; onClear(): void; readonly children: ReactNode }) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <div className={styles.root} role="group" aria-label={t('tab.filters')}>
      {children}
      {isChanged && (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular aria-hidden />} onClick={onClear}>
          {t('tab.filters.clear')}
        </Button>
      )}
    </div>
  );
}

export interface PillProps<N extends string> {
  readonly filters: Filters<N>;
  readonly name: N;
  readonly label: string;
  readonly options: readonly PickOption[];
  onChange(name: N, value: string | undefined): void;
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

/** Several of a few. */
export function ManyMenu<N extends string>({ filters, name, label, options, shorten, onChange }: PillProps<N> & { readonly shorten: (option: PickOption) => string }) {
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

/** One of a few. */
export function OneMenu<N extends string>({ filters, name, label, options, onChange }: PillProps<N>) {
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

/** One of many, to type ahead for. */
export function OneList<N extends string>({ filters, name, label, options, onChange }: PillProps<N>) {
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
