import { Button, makeStyles, Menu, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { useState } from 'react';
import { latePart } from '../lib/late-part';
import { useText } from '../lib/session';
import { Opening } from '../parts/Opening';
import type { PickOption } from '../parts/PickList';

const PickPopover = latePart(() => import('../parts/PickPopover'));

const useStyles = makeStyles({
  pill: { minWidth: 0, flexShrink: 0, fontWeight: tokens.fontWeightRegular, maxWidth: '240px' },
  active: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2, borderTopColor: tokens.colorBrandStroke2, borderRightColor: tokens.colorBrandStroke2, borderBottomColor: tokens.colorBrandStroke2, borderLeftColor: tokens.colorBrandStroke2 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly value: string | undefined;
  onChange(value: string | undefined): void;
}

function usePill(isActive: boolean) {
  const styles = useStyles();
  return {
    size: 'small' as const, appearance: 'outline' as const, shape: 'circular' as const, icon: <ChevronDown16Regular aria-hidden />, iconPosition: 'after' as const,
    className: mergeClasses(styles.pill, isActive && styles.active),
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

/** Several of a few values, separated by commas. */
export function ManyPill({ label, options, value, onChange }: Props) {
  const styles = useStyles();
  const chosen = value?.split(',').filter(Boolean) ?? [];
  const pill = usePill(chosen.length > 0);
  const words = options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name).join(', ');
  return (
    <Menu
      checkedValues={{ value: chosen }}
      onCheckedValueChange={(_event, { checkedItems }) => onChange(options.map(({ id }) => id).filter((id) => checkedItems.includes(id)).join(',') || undefined)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button {...pill}>
          <span className={styles.text}>{words ? `${label}: ${words}` : label}</span>
        </Button>
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

/** One of many values, to type ahead for. */
export function OnePill({ label, options, value, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  const [target, setTarget] = useState<HTMLElement>();
  const chosen = options.find(({ id }) => id === value);
  const pill = usePill(value !== undefined);
  const close = (): void => {
    target?.focus();
    setTarget(undefined);
  };
  return (
    <>
      <Button {...pill} aria-haspopup="dialog" aria-expanded={target !== undefined} onClick={(event) => setTarget(event.currentTarget)}>
        <span className={styles.text}>{value ? `${label}: ${chosen?.name ?? value}` : label}</span>
      </Button>
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
