import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { PlayCircle20Regular } from '@fluentui/react-icons/svg/play-circle';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useActions } from '../../actions/ActionsProvider';
import { useText } from '../../lib/session';
import { notify } from '../../parts/notices';

/** Several actions in one press; the server offers those of which every step is possible now. */
export function MacroMenu({ ticket }: { readonly ticket: TicketView }) {
  const t = useText();
  const { perform } = useActions();
  const { macros = [] } = ticket;
  if (macros.length === 0 || !ticket.can.includes('tickets.runMacro')) return null;
  async function run(macroId: string, name: string): Promise<void> {
    const done = await perform(ticket, 'tickets.runMacro', { macroId });
    if (done?.refused) notify({ title: name, body: done.refused.text, intent: 'error' });
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<PlayCircle20Regular aria-hidden />}>
          {t('tab.macros')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {macros.map(({ id, name, description }) => (
            <MenuItem key={id} title={description} onClick={() => void run(id, name)}>
              {name}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
