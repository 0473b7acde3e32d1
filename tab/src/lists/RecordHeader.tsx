import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { Copy16Regular } from '@fluentui/react-icons/svg/copy';
import type { ReactNode } from 'react';
import { useText } from '../lib/session';
import { useIsNarrow } from '../lib/use-width';
import { notify } from '../parts/notices';
import type { Neighbors } from './neighbors';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '2px 16px 12px', flexShrink: 0 },
  narrow: { padding: '0 10px 8px' },
  line: { display: 'flex', alignItems: 'center', columnGap: '12px', rowGap: '4px', flexWrap: 'wrap', minWidth: 0 },
  back: { minWidth: 0, marginLeft: '-6px' },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  copy: { marginLeft: '-8px' },
  title: { margin: 0, flexGrow: 1, flexBasis: '320px', minWidth: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  narrowTitle: {
    fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400,
    // Buttons go below, but a menu alone stands beside it.
    flexBasis: 'calc(100% - 48px)',
  },
});

interface Props {
  readonly record: { readonly id: string; readonly title: string };
  readonly neighbors: Neighbors;
  /** Where the way back leads, in words. */
  readonly back: string;
  /** Before the number. */
  readonly lead?: ReactNode;
  /** After the number: state and the like, and the steps to the neighbors. */
  readonly marks: ReactNode;
  readonly actions: ReactNode;
  /** The line below the title. */
  readonly children: ReactNode;
}

/** The head of a record's page: the way back, its number to copy, how it stands, its title and what can be done. */
export function RecordHeader({ record, neighbors, back, lead, marks, actions, children }: Props) {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useIsNarrow();
  const copy = (): void => {
    navigator.clipboard.writeText(record.id).then(
      () => notify({ title: t('tab.copied', { id: record.id }), intent: 'info' }),
      // Some hosts forbid it to the pages they show.
      () => notify({ title: t('tab.notCopied', { id: record.id }), intent: 'warning' }),
    );
  };
  return (
    <header className={mergeClasses(styles.root, isNarrow && styles.narrow)}>
      <div className={styles.line}>
        <Tooltip content={back} relationship="label" withArrow>
          <Button as="a" href={neighbors.backHref} size="small" appearance="subtle" className={styles.back} icon={<ArrowLeft20Regular />} />
        </Tooltip>
        {lead}
        <span className={styles.number}>{record.id}</span>
        <Tooltip content={t('tab.copyNumber')} relationship="label" withArrow>
          <Button size="small" appearance="transparent" className={styles.copy} icon={<Copy16Regular />} onClick={copy} />
        </Tooltip>
        {marks}
      </div>
      <div className={styles.line}>
        <h1 className={mergeClasses(styles.title, isNarrow && styles.narrowTitle)}>{record.title}</h1>
        {actions}
      </div>
      <div className={styles.line}>{children}</div>
    </header>
  );
}
