import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Fragment, useState, type ReactNode } from 'react';
import { useText } from '../lib/session';

const useStyles = makeStyles({
  fold: { marginLeft: '36px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props<E> {
  readonly entries: readonly E[];
  readonly draw: (entry: E) => ReactNode;
}

/** Several small entries of a timeline in one line that names the last of them; a press shows them all. */
export function FoldedEntries<E extends { readonly seq: number; readonly line: string }>({ entries, draw }: Props<E>) {
  const styles = useStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const last = entries.at(-1);
  return (
    <>
      <Button
        size="small"
        appearance="transparent"
        className={styles.fold}
        aria-expanded={isOpen}
        icon={isOpen ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
        onClick={() => setOpen(!isOpen)}
      >
        {t('tab.changes', { count: entries.length })}
        {!isOpen && last ? ` · ${last.line}` : ''}
      </Button>
      {isOpen && entries.map((entry) => <Fragment key={entry.seq}>{draw(entry)}</Fragment>)}
    </>
  );
}
