import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Tooltip } from '@fluentui/react-components';
import { TextQuote20Regular } from '@fluentui/react-icons/svg/text-quote';
import { useState } from 'react';
import { useSession } from '../../lib/session';

interface Filled {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

interface Props {
  readonly ticketId: string;
  onInsert(text: string): void;
}

/** Texts that are written again and again, with names and numbers filled in. Asked for when the menu opens. */
export function CannedMenu({ ticketId, onInsert }: Props) {
  const { api, t } = useSession();
  const [answer, setAnswer] = useState<readonly Filled[]>();
  const load = (): void => {
    api.get<{ readonly items: readonly Filled[] }>(`/api/tickets/${ticketId}/responses`).then(
      ({ items }) => setAnswer(items),
      () => setAnswer([]),
    );
  };
  return (
    <Menu onOpenChange={(_event, { open }) => open && load()}>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={t('tab.canned')} relationship="label" withArrow>
          <MenuButton size="small" appearance="subtle" icon={<TextQuote20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {answer?.map(({ id, name, text }) => (
            <MenuItem key={id} onClick={() => onInsert(text)}>
              {name}
            </MenuItem>
          ))}
          {(!answer || answer.length === 0) && <MenuItem disabled>{t(answer ? 'tab.canned.none' : 'tab.loading')}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
