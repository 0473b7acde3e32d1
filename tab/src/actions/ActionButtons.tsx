import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useSession } from '../lib/session';
import { useIsNarrow } from '../lib/use-width';
import { useActions } from './ActionsProvider';
import type { ActedOn } from './types';

const MOST = 4;
const MOST_NARROW = 2;

const useStyles = makeStyles({ root: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' } });

interface Props {
  readonly record: ActedOn;
  /** Names of the actions that are offered here, of those that the server allows. */
  readonly offered: readonly string[];
  /** What most likely comes next, in this order. */
  readonly inFront: readonly string[];
  /** Actions that move nothing on are never the primary button; else the first one is. */
  readonly aside?: readonly string[];
}

/** The possible actions as the server names them: likely ones as buttons, the others in a menu. */
export function ActionButtons({ record, offered, inFront, aside = [] }: Props) {
  const styles = useStyles();
  const { t, config } = useSession();
  const { start } = useActions();
  const isNarrow = useIsNarrow();
  // Most organizations have none.
  const isUseless = (action: string): boolean => action.endsWith('.callWebhook') && !config.settings.hasWebhooks;
  const possible = record.can.filter((action) => offered.includes(action) && !isUseless(action));
  const front = inFront.filter((action) => possible.includes(action)).slice(0, isNarrow ? MOST_NARROW : MOST);
  const rest = possible.filter((action) => !front.includes(action));
  const run = (action: string) => () => start({ record, action });
  return (
    <div className={styles.root} role="group" aria-label={t('tab.actions')} data-testid="actions" data-no-print="">
      {front.map((action, index) => (
        <Button key={action} appearance={index === 0 && !aside.includes(action) ? 'primary' : 'secondary'} onClick={run(action)}>
          {t(`action.${action}`)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t('tab.moreActions')} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {rest.map((action) => (
                <MenuItem key={action} onClick={run(action)}>
                  {t(`action.${action}`)}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}
