import { Button, makeStyles, Menu, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState, type ReactNode } from 'react';
import { latePart } from '../lib/late-part';
import { useText } from '../lib/session';
import { Opening } from '../parts/Opening';
import type { PickOption } from '../parts/PickList';

const PickPopover = latePart(() => import('../parts/PickPopover'));

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', '@media (max-width: 639px)': { flexWrap: 'nowrap', overflowX: 'auto', padding: '2px', minWidth: 0 } },
  pill: { minWidth: 0, flexShrink: 0, fontWeight: tokens.fontWeightRegular, maxWidth: '240px' },
  active: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, borderTopColor: tokens.colorBrandStroke2, borderRightColor: tokens.colorBrandStroke2, borderBottomColor: tokens.colorBrandStroke2, borderLeftColor: tokens.colorBrandStroke2 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface PillsProps {
  readonly isChanged: boolean;
  readonly className?: string;
  readonly children: ReactNode;
  onClear(): void;
}

/** One pill per filter: what it is, and what it is set to. */
export function FilterPills({ isChanged, onClear, className, children }: PillsProps) {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={mergeClasses(styles.root, className)} role="group" aria-label={t('tab.filters')}>
      {children}
      {isChanged && (
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular aria-hidden />} onClick={onClear}>
          {t('tab.filters.clear')}
        </Button>
      )}
    </div>
  );
}

export interface PillProps {
  readonly label: string;
  readonly options: readonly PickOption[];
  /** Ids of options, separated by commas where a pill takes several. */
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
}

function usePill(words: string | undefined, label: string) {
  const styles = useStyles();
  return {
    size: 'small' as const, appearance: 'outline' as const, shape: 'circular' as const, icon: <ChevronDown16Regular aria-hidden />, iconPosition: 'after' as const,
    className: mergeClasses(styles.pill, words && styles.active),
    children: <span className={styles.text}>{words ? `${label}: ${words}` : label}</span>,
  };
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  onChange(isOn: boolean): void;
}

/** On or off. */
export function SwitchPill({ label, isOn, onChange }: SwitchProps) {
  const styles = useStyles();
  return (
    <Button size="small" appearance="outline" shape="circular" aria-pressed={isOn} className={mergeClasses(styles.pill, isOn && styles.active)} onClick={() => onChange(!isOn)}>
      {label}
    </Button>
  );
}

const nameOf = ({ name }: PickOption): string => name;

/** Several of a few; `shorten` says how those chosen are told on the pill. */
export function ManyPill({ label, options, value, shorten = nameOf, onChange }: PillProps & { readonly shorten?: (option: PickOption) => string }) {
  const chosen = value?.split(',').filter(Boolean) ?? [];
  const pill = usePill(options.filter(({ id }) => chosen.includes(id)).map(shorten).join(', '), label);
  return (
    <Menu
      checkedValues={{ value: chosen }}
      onCheckedValueChange={(_event, { checkedItems }) => onChange(options.map(({ id }) => id).filter((id) => checkedItems.includes(id)).join(',') || undefined)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button {...pill} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {options.map(({ id, name }) => (
            <MenuItemCheckbox key={id} name="value" value={id}>
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** One of a few. */
export function OnePill({ label, options, value, onChange }: PillProps) {
  const t = useText();
  const chosen = options.find(({ id }) => id === value);
  const pill = usePill(chosen?.name, label);
  return (
    <Menu checkedValues={{ value: [chosen?.id ?? ''] }} onCheckedValueChange={(_event, { checkedItems }) => onChange(checkedItems[0] || undefined)}>
      <MenuTrigger disableButtonEnhancement>
        <Button {...pill} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {[{ id: '', name: t('tab.filter.any') }, ...options].map(({ id, name }) => (
            <MenuItemRadio key={id} name="value" value={id}>
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** One of many, to type ahead for. */
export function SearchPill({ label, options, value, onChange }: PillProps) {
  const t = useText();
  const [target, setTarget] = useState<HTMLElement>();
  // What is filtered by may be retired by now, or not loaded yet.
  const pill = usePill(options.find(({ id }) => id === value)?.name ?? value, label);
  const close = (): void => {
    target?.focus();
    setTarget(undefined);
  };
  return (
    <>
      <Button {...pill} aria-haspopup="dialog" aria-expanded={target !== undefined} onClick={(event) => setTarget(event.currentTarget)} />
      {target && (
        <PickPopover
          while={<Opening onClose={close} />}
          target={target}
          label={label}
          options={[{ id: '', name: t('tab.filter.any') }, ...options]}
          chosenId={value ?? ''}
          onClose={close}
          onPick={(id) => {
            close();
            onChange(id || undefined);
          }}
        />
      )}
    </>
  );
}
