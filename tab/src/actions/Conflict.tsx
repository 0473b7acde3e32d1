import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useSession } from '../lib/session';
import { When } from '../parts/When';
import type { TimelineRecord } from './types';

const MOST = 4;

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: '18px' },
  when: { color: tokens.colorNeutralForeground3 },
  text: { color: tokens.colorNeutralForeground2, display: 'block', maxHeight: '40px', overflow: 'hidden' },
});

interface Props {
  readonly text: string;
  /** The version the person had seen; it is also the number of the last entry they saw. */
  readonly seen: number;
  readonly current: TimelineRecord;
  /** What they wanted to do is no longer possible. */
  readonly isGone: boolean;
}

/** Somebody was faster: what they changed, while everything that was typed stays. */
export function Conflict({ text, seen, current, isGone }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const changes = (current.timeline ?? []).filter((entry) => entry.seq > seen).slice(-MOST);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert" data-testid="conflict">
      <MessageBarBody>
        <MessageBarTitle>{text}</MessageBarTitle>
        <ul className={styles.list}>
          {changes.map((entry) => (
            <li key={entry.seq}>
              {entry.line} <When at={entry.at} className={styles.when} />
              {entry.text && <span className={styles.text}>“{entry.text}”</span>}
            </li>
          ))}
        </ul>
        {t(isGone ? 'tab.conflict.gone' : 'tab.conflict.kept')}
      </MessageBarBody>
    </MessageBar>
  );
}
