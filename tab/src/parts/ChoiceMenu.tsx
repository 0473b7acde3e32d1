import { Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover } from '@fluentui/react-components';
import { Fragment, type ReactElement, type ReactNode } from 'react';

export interface MenuChoice {
  readonly id: string;
  readonly label: string;
  /** At the end of the line: a number. */
  readonly detail?: string;
  readonly icon?: ReactElement;
  readonly isDisabled?: boolean;
}

/** Options of one kind: tick several, pick one, or do something. */
export interface MenuSection {
  readonly name: string;
  readonly kind: 'many' | 'one' | 'actions';
  readonly title?: string;
  readonly chosen?: readonly string[];
  readonly choices: readonly MenuChoice[];
  /** All that are chosen now; for actions, the one that was pressed. */
  onChoose(ids: readonly string[]): void;
}

interface Props {
  readonly target: HTMLElement;
  readonly sections: readonly MenuSection[];
  readonly head?: ReactNode;
  onClose(): void;
}

/** A menu under the button that opened it. Loaded with the first press on any of them. */
export default function ChoiceMenu({ target, sections, head, onClose }: Props) {
  const checkedValues = Object.fromEntries(sections.map((section) => [section.name, [...(section.chosen ?? [])]]));
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'start' }}
      checkedValues={checkedValues}
      onOpenChange={(_event, data) => !data.open && onClose()}
      onCheckedValueChange={(_event, { name, checkedItems }) => sections.find((section) => section.name === name)?.onChoose(checkedItems)}
    >
      <MenuPopover>
        {head}
        <MenuList>
          {sections.map((section, index) => (
            <Fragment key={section.name}>
              {index > 0 && <MenuDivider />}
              <MenuGroup>
                {section.title && <MenuGroupHeader>{section.title}</MenuGroupHeader>}
                {section.choices.map((choice) => (
                  <Choice key={choice.id} section={section} choice={choice} />
                ))}
              </MenuGroup>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Choice({ section, choice }: { readonly section: MenuSection; readonly choice: MenuChoice }) {
  const { id, label, detail, icon, isDisabled = false } = choice;
  if (section.kind === 'actions') {
    return (
      <MenuItem icon={icon ?? null} disabled={isDisabled} onClick={() => section.onChoose([id])}>
        {label}
      </MenuItem>
    );
  }
  const Item = section.kind === 'many' ? MenuItemCheckbox : MenuItemRadio;
  return (
    <Item name={section.name} value={id} secondaryContent={detail ?? null}>
      {label}
    </Item>
  );
}
