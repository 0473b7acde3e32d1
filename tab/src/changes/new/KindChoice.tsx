import { makeStyles, tokens } from '@fluentui/react-components';
import { Certificate24Regular } from '@fluentui/react-icons/svg/certificate';
import { ClipboardTask24Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { Flash24Regular } from '@fluentui/react-icons/svg/flash';
import { History24Regular } from '@fluentui/react-icons/svg/history';
import type { ReactNode } from 'react';
import { useText } from '../../lib/session';
import { KINDS, type Kind } from './sections';

const ICONS: Readonly<Record<Kind, ReactNode>> = {
  normal: <ClipboardTask24Regular />, standard: <Certificate24Regular />, emergency: <Flash24Regular />, record: <History24Regular />,
};

const useStyles = makeStyles({
  grid: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))', gap: '12px' },
  card: {
    display: 'flex', flexDirection: 'column', gap: '6px', height: '100%', boxSizing: 'border-box', padding: '18px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { color: tokens.colorBrandForeground1, height: '28px', display: 'inline-flex', alignItems: 'center' },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  text: { color: tokens.colorNeutralForeground2 },
});

/** Which way it has to go: told by what people know about their change. */
export function KindChoice() {
  const styles = useStyles();
  const t = useText();
  return (
    <ul className={styles.grid}>
      {KINDS.map((kind) => (
        <li key={kind}>
          <a href={`#/changes/new/${kind}`} className={styles.card} data-kind={kind}>
            <span className={styles.icon} aria-hidden="true">
              {ICONS[kind]}
            </span>
            <span className={styles.name}>{t(`changePage.kind.${kind}`)}</span>
            <span className={styles.text}>{t(`changePage.kind.${kind}.text`)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
