import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { Send16Filled } from '@fluentui/react-icons/svg/send';
import type { RefObject } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { MessageBox } from '../../actions/MessageBox';
import { useText } from '../../lib/session';

const useStyles = makeStyles({
  root: { marginTop: '14px' },
});

interface Props {
  readonly change: ChangeView;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

/** A comment on a change, with files. */
export function CommentBox({ change, box }: Props) {
  const styles = useStyles();
  const t = useText();
  return (
    <MessageBox
      record={change}
      action="changes.comment"
      kind="comment"
      box={box}
      label={t('field.change.comment')}
      placeholder={t('changePage.comment.placeholder')}
      maxLength={10_000}
      className={styles.root}
      button={({ isReady, isBusy, send }) => (
        <Button appearance="primary" size="small" icon={isBusy ? <Spinner size="tiny" /> : <Send16Filled aria-hidden />} disabled={!isReady} onClick={send}>
          {t('changePage.comment.send')}
        </Button>
      )}
    />
  );
}
