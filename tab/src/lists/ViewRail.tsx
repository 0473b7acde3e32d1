import { makeStyles, Menu, MenuButton, MenuDivider, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { Bookmark20Regular } from '@fluentui/react-icons/svg/bookmark';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import type { ListView } from './views';

const useStyles = makeStyles({
  rail: { width: '216px', flexShrink: 0, overflowY: 'auto', padding: '4px 0' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '2px' },
  heading: { margin: '16px 12px 6px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground3 },
  view: {
    display: 'flex', alignItems: 'center', gap: '10px', minHeight: '34px', padding: '0 12px', borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2, textDecorationLine: 'none', fontSize: tokens.fontSizeBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground5 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, boxShadow: tokens.shadow2, outline: `1px solid ${tokens.colorTransparentStroke}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    '@media (forced-colors: active)': { outline: '1px solid Highlight' },
  },
  icon: { display: 'inline-flex', flexShrink: 0, color: 'inherit' },
  currentIcon: { color: tokens.colorBrandForeground1 },
  name: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  count: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  alarm: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  menu: { minWidth: 0, flexShrink: 0, maxWidth: '60%', paddingLeft: '8px', fontSize: tokens.fontSizeBase400, whiteSpace: 'nowrap', overflow: 'hidden' },
  item: { display: 'flex', gap: '12px', justifyContent: 'space-between', minWidth: '220px' },
});

interface Props {
  /** The page that shows the list. */
  readonly page: string;
  readonly views: readonly ListView[];
  readonly own: readonly ListView[];
  readonly currentId: string;
  readonly counts: ReadonlyMap<string, number | undefined>;
  readonly icons: Readonly<Record<string, ReactNode>>;
  /** The view that should be empty. */
  readonly alarmId?: string;
}

/** Views under their headings, in order; those without one come first. */
function sectionsOf(views: readonly ListView[]): readonly (readonly [string | undefined, readonly ListView[]])[] {
  const headings = [...new Set(views.map((view) => view.headingKey))];
  return headings.map((heading) => [heading, views.filter((view) => view.headingKey === heading)] as const);
}

export function useViewName(): (view: ListView) => string {
  const { t } = useSession();
  return (view) => (view.labelKey ? t(view.labelKey) : (view.name ?? ''));
}

/** The views with their counters, beside the table. */
export function ViewRail({ page, views, own, currentId, counts, icons, alarmId }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const name = useViewName();
  const item = (view: ListView) => {
    const isCurrent = view.id === currentId;
    const count = counts.get(view.id);
    const isAlarm = view.id === alarmId && (count ?? 0) > 0;
    return (
      <li key={view.id}>
        <a href={href(page, view.id)} aria-current={isCurrent ? 'page' : undefined} className={mergeClasses(styles.view, isCurrent && styles.current)} data-view={view.id}>
          <span className={mergeClasses(styles.icon, isCurrent && styles.currentIcon)} aria-hidden="true">
            {icons[view.id] ?? <Bookmark20Regular />}
          </span>
          <span className={styles.name}>{name(view)}</span>
          {count !== undefined && <span className={mergeClasses(styles.count, isAlarm && styles.alarm)}>{count}</span>}
        </a>
      </li>
    );
  };
  return (
    <nav className={styles.rail} aria-label={t('tab.views')}>
      {sectionsOf(views).map(([heading, entries]) => (
        <Fragment key={heading ?? ''}>
          {heading && <h2 className={styles.heading}>{t(heading)}</h2>}
          <ul className={styles.list}>{entries.map(item)}</ul>
        </Fragment>
      ))}
      {own.length > 0 && (
        <>
          <h2 className={styles.heading}>{t('tab.ownViews')}</h2>
          <ul className={styles.list}>{own.map(item)}</ul>
        </>
      )}
    </nav>
  );
}

/** The same as a menu, where there is no room beside the table. */
export function ViewMenu({ page, views, own, currentId, counts }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const name = useViewName();
  const current = [...views, ...own].find((view) => view.id === currentId);
  const item = (view: ListView) => (
    <MenuItemRadio key={view.id} name="view" value={view.id} secondaryContent={String(counts.get(view.id) ?? '')}>
      {name(view)}
    </MenuItemRadio>
  );
  return (
    <Menu checkedValues={{ view: [currentId] }} onCheckedValueChange={(_event, { checkedItems }) => navigate(href(page, checkedItems[0]))}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent" className={styles.menu} aria-label={t('tab.views.current', { view: current ? name(current) : '' })}>
          {current ? name(current) : t('tab.views')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {sectionsOf(views).map(([heading, entries], index) => (
            <Fragment key={heading ?? ''}>
              {index > 0 && <MenuDivider />}
              {entries.map(item)}
            </Fragment>
          ))}
          {own.length > 0 && <MenuDivider />}
          {own.map(item)}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
