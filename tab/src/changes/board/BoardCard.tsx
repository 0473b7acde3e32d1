import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, mergeClasses, tokens } from '@fluentui/react-components';
import { MoreHorizontal16Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { memo } from 'react';
import type { ChangeRow } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { href, navigate } from '../../lib/router';
import { useText } from '../../lib/session';
import { PersonName } from '../../parts/PersonName';
import { CollidesMark } from '../list/columns';
import { RiskMark, TypeMark } from '../marks';
import { useWindowText } from '../window';
import { movesOf } from './moves';

const useStyles = makeStyles({
  root: { position: 'relative' },
  card: {
    display: 'flex', flexDirection: 'column', gap: '6px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  movable: { cursor: 'grab' },
  mine: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  line: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, fontSize: tokens.fontSizeBase200, flexWrap: 'wrap' },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', maxHeight: '60px', overflow: 'hidden', paddingRight: '20px' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  menu: { position: 'absolute', top: '4px', right: '4px', minWidth: 0 },
});

interface Props {
  readonly row: ChangeRow;
  onDrag(row: ChangeRow | undefined): void;
}

/** A change on the board: pull it to where it may go, or choose from its menu. */
export const BoardCard = memo(function BoardCard({ row, onDrag }: Props) {
  const styles = useStyles();
  const t = useText();
  const { start } = useActions();
  const windowText = useWindowText()(row);
  const moves = movesOf(row);
  return (
    <li className={styles.root}>
      <a
        href={href('changes', row.id)}
        data-row={row.id}
        draggable={moves.length > 0}
        className={mergeClasses(styles.card, moves.length > 0 && styles.movable, row.isMine && styles.mine)}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', row.id);
          onDrag(row);
        }}
        onDragEnd={() => onDrag(undefined)}
      >
        <span className={styles.line}>
          <span className={styles.number}>{row.id}</span>
          {row.type !== 'normal' && <TypeMark type={row.type} />}
        </span>
        <span className={styles.title}>{row.title}</span>
        <span className={styles.line}>
          <RiskMark risk={row.risk} />
          <CollidesMark count={row.collisionCount} />
          {row.isOnHold && <span className={styles.quiet}>{t('state.onHold')}</span>}
        </span>
        <span className={styles.quiet}>{windowText ?? t('changePage.noWindow')}</span>
        <span className={styles.line}>{row.implementerName ? <PersonName name={row.implementerName} /> : <span className={styles.quiet}>{row.groupName}</span>}</span>
      </a>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" className={styles.menu} icon={<MoreHorizontal16Regular />} aria-label={t('changePage.board.move', { id: row.id })} data-move={row.id} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {moves.map((action) => (
              <MenuItem key={action} onClick={() => start({ record: row, action })}>
                {t(`action.${action}`)}
              </MenuItem>
            ))}
            <MenuItem onClick={() => navigate(href('changes', row.id))}>{t('tab.open')}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
});
