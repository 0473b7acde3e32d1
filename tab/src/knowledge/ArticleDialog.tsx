import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, Spinner } from '@fluentui/react-components';
import type { RecordView } from '../../../shared/kernel';
import type { ArticleView } from '../lib/api-types';
import { errorText } from '../lib/error-text';
import { useRecord } from '../lib/records';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { Markdown } from '../parts/Markdown';

const useStyles = makeStyles({ surface: { maxWidth: '720px' } });

type ArticleRecord = RecordView & ArticleView;

/** An article over the form: what was typed stays where it is. */
export default function ArticleDialog({ id, onClose }: { readonly id: string; onClose(): void }) {
  const styles = useStyles();
  const { t, records } = useSession();
  const { record: article, error } = useRecord<ArticleRecord>(records, 'articles', id);
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{article?.title ?? t('tab.loading')}</DialogTitle>
          <DialogContent>
            {article ? <Markdown text={article.body} /> : error ? errorText(error, t) : <Spinner />}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => navigate(href('my'))}>{t('tab.knowledge.solved')}</Button>
            <Button appearance="primary" onClick={onClose}>
              {t('tab.knowledge.notSolved')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
