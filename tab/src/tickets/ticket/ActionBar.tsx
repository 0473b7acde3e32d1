import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { useSession } from '../../lib/session';
import { useIsNarrow } from '../../lib/use-width';
import { useActions } from '../../actions/ActionsProvider';
import { TICKET_SCHEMAS } from '../ticket-action-schemas';

/** What most likely comes next, in this order; the first that is possible is the primary button. */
const IN_FRONT = ['approve', 'reject', 'returnForInfo', 'resubmit', 'close', 'reopen', 'take', 'start', 'resume', 'resolve', 'putOnHold', 'assign'];
/** Found elsewhere on the page: in the composer, and beside what they change. */
const ELSEWHERE = new Set(['reply', 'addNote', 'attach', 'rate', 'unlink']);
const MOST = 4;
const MOST_NARROW = 2;

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' } });

function isUseful(verb: string, ticket: TicketView, personId: string): boolean {
  const isWatching = ticket.watchers.some((watcher) => watcher.id === personId);
  if (verb === 'watch') return !isWatching;
  if (verb === 'unwatch') return isWatching;
  return verb !== 'clearPriority' || ticket.isPriorityOverridden;
}

/** The possible actions as the server names them: likely ones as buttons, the others in a menu. */
export function ActionBar({ ticket }: { readonly ticket: TicketView }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const { start } = useActions();
  const isNarrow = useIsNarrow();
  const possible = ticket.can
    .filter((action) => Object.hasOwn(TICKET_SCHEMAS, action))
    .map((action) => action.replace('tickets.', ''))
    .filter((verb) => !ELSEWHERE.has(verb) && isUseful(verb, ticket, me.id));
  const front = IN_FRONT.filter((verb) => possible.includes(verb)).slice(0, isNarrow ? MOST_NARROW : MOST);
  const rest = possible.filter((verb) => !front.includes(verb));
  const run = (verb: string) => () => start({ record: ticket, action: `tickets.${verb}` });
  return (
    <div className={styles.root} role="group" aria-label={t('tab.actions')} data-testid="actions">
      {front.map((verb, index) => (
        <Button key={verb} appearance={index === 0 ? 'primary' : 'secondary'} onClick={run(verb)}>
          {t(`action.tickets.${verb}`)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t('tab.moreActions')} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {rest.map((verb) => (
                <MenuItem key={verb} onClick={run(verb)}>
                  {t(`action.tickets.${verb}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}
