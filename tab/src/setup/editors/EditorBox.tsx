import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex', alignItems: 'flex-start', gap: '8px', padding: '10px 12px', borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2, minWidth: 0,
  },
  content: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 14px', flexGrow: 1, minWidth: 0 },
});

interface Props {
  readonly label: string;
  readonly removeLabel: string;
  readonly children: ReactNode;
  onRemove(): void;
}

/** One of several things that can be added and removed. */
export function EditorBox({ label, removeLabel, children, onRemove }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root} role="group" aria-label={label}>
      <div className={styles.content}>{children}</div>
      <Tooltip content={removeLabel} relationship="label">
        <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={onRemove} />
      </Tooltip>
    </div>
  );
}
