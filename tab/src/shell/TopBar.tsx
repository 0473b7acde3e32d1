import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle';
import { Settings20Filled, Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { href, navigate, type Route } from '../lib/router';
import { useSession } from '../lib/session';
import { seesChanges } from '../changes/access';
import { seesSetup } from '../setup/access';
import { seesDuty } from '../duty/access';
import { seesLevels } from '../levels/access';
import { useIsNarrow, useMedia } from '../lib/use-width';
import { BellMark } from './BellMark';
import { PersonMenu } from './PersonMenu';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '0 16px', height: '52px', flexShrink: 0 },
  narrow: { padding: '0 8px', height: '48px' },
  brand: { display: 'flex', alignItems: 'center', gap: '10px', marginRight: '20px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  nav: { display: 'flex', alignItems: 'stretch', height: '100%', gap: '2px', minWidth: 0 },
  link: {
    position: 'relative', display: 'flex', alignItems: 'center', padding: '0 10px', color: tokens.colorNeutralForeground2, textDecorationLine: 'none', whiteSpace: 'nowrap',
    ':hover': { color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px', borderRadius: tokens.borderRadiusMedium },
  },
  more: { minWidth: 0, alignSelf: 'center', position: 'relative' },
  slim: { padding: '0 7px' },
  current: {
    color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', left: '10px', right: '10px', bottom: '7px', height: '2px', borderRadius: '2px', backgroundColor: tokens.colorCompoundBrandStroke },
  },
  end: { display: 'flex', alignItems: 'center', gap: '6px', marginLeft: 'auto', flexShrink: 0 },
});

/** Pages that fit beside each other in Teams' side pane, and on a tablet, in German, too; with more of them the last ones are in a menu. */
const MAX_NARROW = 3;
const MAX_MEDIUM = 5;

/** Reached from the page of changes, not from here. */
const CHANGE_PAGES = new Set(['calendar', 'meetings']);

interface Props {
  readonly route: Route;
  readonly seesQueue: boolean;
  onHelp(): void;
  onRestart(): void;
}

export function TopBar({ route, seesQueue, onHelp, onRestart }: Props) {
  const styles = useStyles();
  const { t, host, me } = useSession();
  const isNarrow = useIsNarrow();
  const pages = [...(seesQueue ? ['queue'] : []), 'my', ...(seesChanges(me) ? ['changes', 'approvals'] : []), ...(seesDuty(me) ? ['duty'] : []), 'knowledge', ...(seesLevels(me) ? ['levels'] : [])];
  const isSmall = useMedia('(max-width: 899px)');
  const isMedium = useMedia('(max-width: 1139px)');
  const most = isSmall ? MAX_NARROW : isMedium ? MAX_MEDIUM : pages.length;
  const shown = pages.length > most ? pages.slice(0, most - 1) : pages;
  const hasSetup = seesSetup(me);
  const folded = [...pages.slice(shown.length), ...(isNarrow && hasSetup ? ['setup'] : [])];
  const isSetup = route.page === 'setup';
  const isAt = (page: string): boolean =>
    route.page === page || (route.page === 'tickets' && page === (seesQueue ? 'queue' : 'my')) || (page === 'changes' && CHANGE_PAGES.has(route.page));
  const newTicket = (): void => navigate(href('new'));
  return (
    <header className={mergeClasses(styles.bar, isNarrow && styles.narrow)} data-no-print="">
      {!isNarrow && !host.isTeams && (
        <span className={styles.brand}>
          <BellMark size={26} />
          {!isSmall && 'Bellhop'}
        </span>
      )}
      <nav className={styles.nav} aria-label={t('tab.navigation')}>
        {shown.map((page) => (
          <a
            key={page}
            href={href(page)}
            aria-current={route.page === page ? 'page' : undefined}
            className={mergeClasses(styles.link, isNarrow && styles.slim, isAt(page) && styles.current)}
          >
            {t(`tab.page.${page}`)}
          </a>
        ))}
        {folded.length > 0 && (
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button appearance="transparent" className={mergeClasses(styles.more, folded.includes(route.page) && styles.current)} icon={<MoreHorizontal20Regular />} aria-label={t('tab.morePages')} />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {folded.map((page) => (
                  <MenuItem key={page} onClick={() => navigate(href(page))} aria-current={route.page === page ? 'page' : undefined}>
                    {t(`tab.page.${page}`)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </nav>
      <div className={styles.end}>
        {isNarrow ? (
          <Tooltip content={t('tab.page.new')} relationship="label">
            <Button appearance="primary" icon={<Add20Regular />} onClick={newTicket} />
          </Tooltip>
        ) : (
          <>
            <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={newTicket}>
              {t('tab.page.new')}
            </Button>
            {hasSetup && (
              <Tooltip content={t('tab.page.setup')} relationship="label" withArrow>
                <Button
                  as="a"
                  href={href('setup')}
                  appearance="subtle"
                  aria-current={isSetup ? 'page' : undefined}
                  icon={isSetup ? <Settings20Filled /> : <Settings20Regular />}
                />
              </Tooltip>
            )}
            <Tooltip content={t('tab.help')} relationship="label" withArrow>
              <Button appearance="subtle" icon={<QuestionCircle20Regular />} onClick={onHelp} />
            </Tooltip>
          </>
        )}
        <PersonMenu onRestart={onRestart} onHelp={onHelp} />
      </div>
    </header>
  );
}
