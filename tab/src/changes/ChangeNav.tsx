import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { href, navigate, type Route } from '../lib/router';
import { useSession } from '../lib/session';
import { useIsNarrow } from '../lib/use-width';
import { proposesChanges } from './access';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: '8px', padding: '0 16px 6px', flexShrink: 0, minWidth: 0 },
  narrow: { padding: '0 8px 4px' },
  nav: { display: 'flex', gap: '2px', minWidth: 0, overflowX: 'auto', padding: '2px' },
  link: {
    padding: '4px 10px', '@media (max-width: 479px)': { padding: '4px 6px' }, borderRadius: tokens.borderRadiusMedium, color: tokens.colorNeutralForeground2, textDecorationLine: 'none', whiteSpace: 'nowrap', minHeight: '24px', lineHeight: '24px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground5 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, boxShadow: tokens.shadow2, outline: `1px solid ${tokens.colorTransparentStroke}`,
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  push: { marginLeft: 'auto', flexShrink: 0 },
});

const PAGES = ['list', 'board', 'calendar', 'meetings'] as const;
type Page = (typeof PAGES)[number];

const hrefOf = (page: Page): string => (page === 'list' ? href('changes') : page === 'board' ? href('changes', 'board') : href(page));

/** Where in the area of changes this route is; undefined on pages of one record. */
export function changePageOf({ page, id }: Route): Page | undefined {
  if (page === 'changes') return id === 'board' ? 'board' : id === 'new' || id?.startsWith('CHG') ? undefined : 'list';
  return PAGES.find((name) => name === page);
}

/** The pages about changes, beside each other. */
export function ChangeNav({ route }: { readonly route: Route }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const isNarrow = useIsNarrow();
  const current = changePageOf(route);
  return (
    <div className={mergeClasses(styles.root, isNarrow && styles.narrow)} data-no-print="">
      <nav className={styles.nav} aria-label={t('tab.changes.pages')}>
        {PAGES.map((page) => (
          <a key={page} href={hrefOf(page)} aria-current={page === current ? 'page' : undefined} className={mergeClasses(styles.link, page === current && styles.current)}>
            {t(`tab.changes.page.${page}`)}
          </a>
        ))}
      </nav>
      {proposesChanges(me) && (current === 'list' || current === 'board') && (
        <NewButton isNarrow={isNarrow} />
      )}
    </div>
  );
}

function NewButton({ isNarrow }: { readonly isNarrow: boolean }) {
  const styles = useStyles();
  const { t } = useSession();
  const open = (): void => navigate(href('changes', 'new'));
  if (isNarrow) {
    return (
      <Tooltip content={t('tab.changes.new')} relationship="label">
        <Button className={styles.push} icon={<Add20Regular />} onClick={open} />
      </Tooltip>
    );
  }
  return (
    <Button className={styles.push} icon={<Add20Regular aria-hidden />} onClick={open}>
      {t('tab.changes.new')}
    </Button>
  );
}
