import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, Spinner, SplitButton, type MenuButtonProps, type MenuTriggerChildProps } from '@fluentui/react-components';
import { Send16Filled } from '@fluentui/react-icons/svg/send';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { useActions } from '../../actions/ActionsProvider';

interface Props {
  readonly ticket: TicketView;
  readonly isNote: boolean;
  readonly text: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  onSend(): void;
  /** The text went out with another action. */
  onSentOtherwise(): void;
}

/** Sends; or sends the same words as a question that puts the ticket on hold, or as its resolution. */
export function SendButton({ ticket, isNote, text, isReady, isBusy, onSend, onSentOtherwise }: Props) {
  const { t } = useSession();
  const { start } = useActions();
  const label = t(isNote ? 'tab.note.save' : 'tab.reply.send');
  const icon = isBusy ? <Spinner size="tiny" /> : <Send16Filled aria-hidden />;
  const canHold = !isNote && ticket.can.includes('tickets.putOnHold');
  const canResolve = !isNote && ticket.can.includes('tickets.resolve');
  if (!canHold && !canResolve) {
    return (
      <Button appearance="primary" size="small" icon={icon} disabled={!isReady} onClick={onSend}>
        {label}
      </Button>
    );
  }
  return (
    <Menu positioning="above-end">
      <MenuTrigger disableButtonEnhancement>
        {(trigger: MenuTriggerChildProps) => (
          <SplitButton
            appearance="primary"
            size="small"
            icon={icon}
            disabled={!isReady}
            menuButton={{ ...(trigger as MenuButtonProps), 'aria-label': t('tab.reply.more') }}
            primaryActionButton={{ onClick: onSend }}
          >
            {label}
          </SplitButton>
        )}
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {canHold && (
            <MenuItem onClick={() => start({ record: ticket, action: 'tickets.putOnHold', initial: { reason: 'requester', comment: text }, onDone: onSentOtherwise })}>
              {t('tab.reply.andHold')}
            </MenuItem>
          )}
          {canResolve && (
            <MenuItem onClick={() => start({ record: ticket, action: 'tickets.resolve', initial: { notes: text }, onDone: onSentOtherwise })}>{t('tab.reply.andResolve')}</MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
