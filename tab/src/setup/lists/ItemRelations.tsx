import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import type { ReactNode } from 'react';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { Several } from '../../registers/FieldValue';
import { EntryOf } from '../../registers/names';
import { ItemMarks } from '../kinds/items';
import type { ItemView } from '../kinds/types';
import { ITEM_ROWS } from './kinds';
import { useRows } from './use-rows';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px' },
  level: { display: 'grid', gridTemplateColumns: '130px minmax(0, 1fr)', gap: '4px 16px', alignItems: 'baseline', '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' } },
  term: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  boxes: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0, listStyle: 'none', minWidth: 0 },
  box: {
    display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '5px 10px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2, minWidth: 0, overflowWrap: 'anywhere',
  },
  own: { border: `1px solid ${tokens.colorCompoundBrandStroke}`, fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
  arrow: { color: tokens.colorNeutralForeground3, marginLeft: '146px', '@media (max-width: 639px)': { marginLeft: '0' } },
});

/** What runs on an item, the item, and what it runs on: the neighbors whose changes collide with its own. */
export function ItemRelations({ item }: { readonly item: ItemView }) {
  const styles = useStyles();
  const t = useText();
  const { rows: children, status, cursor, more } = useRows(ITEM_ROWS, 'items', { parentId: item.id });
  const parents = item.parentIds ?? [];
  return (
    <Sheet title={t('setup.relations')} hint={t('setup.relations.help')}>
      <div className={styles.root} data-testid="relations">
        <Level term={t('setup.relations.services')}>
          {item.serviceIds?.length ? <Several ids={item.serviceIds} draw={(id) => <EntryOf practice="services" id={id} />} /> : <p className={styles.none}>{t('setup.relations.noServices')}</p>}
        </Level>
        <ArrowDown20Regular className={styles.arrow} aria-hidden />
        <Level term={t('setup.relations.children')}>
          {status === 'failed' && <p className={styles.none}>{t('register.failed')}</p>}
          {status === 'ready' && children.length === 0 && <p className={styles.none}>{t('setup.relations.noChildren')}</p>}
          {children.length > 0 && (
            <ul className={styles.boxes} data-relation="children">
              {children.map((child) => (
                <li key={child.id} className={styles.box}>
                  <Link href={recordHref(child.id)}>{child.name}</Link>
                  <ItemMarks item={child} />
                </li>
              ))}
              {cursor && (
                <li>
                  <Button size="small" onClick={more}>
                    {t('setup.more')}
                  </Button>
                </li>
              )}
            </ul>
          )}
        </Level>
        <ArrowDown20Regular className={styles.arrow} aria-hidden />
        <Level term={t('setup.relations.own')}>
          <span className={mergeClasses(styles.box, styles.own)}>{item.name}</span>
        </Level>
        <ArrowDown20Regular className={styles.arrow} aria-hidden />
        <Level term={t('setup.relations.parents')}>
          {parents.length === 0 && <p className={styles.none}>{t('setup.relations.noParents')}</p>}
          {parents.length > 0 && (
            <ul className={styles.boxes} data-relation="parents">
              {parents.map((id) => (
                <li key={id} className={styles.box}>
                  <EntryOf practice="items" id={id} />
                </li>
              ))}
            </ul>
          )}
        </Level>
      </div>
    </Sheet>
  );
}

function Level({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.level}>
      <h3 className={styles.term}>{term}</h3>
      <div>{children}</div>
    </div>
  );
}
