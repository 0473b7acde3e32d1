import { Button, makeStyles, Switch } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import type { ReactElement, ReactNode } from 'react';
import { errorText } from '../lib/error-text';
import { href, navigate } from '../lib/router';
import { useText } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { Placeholder } from '../parts/Placeholder';
import { ReadOnlyNote } from './ReadOnlyNote';
import type { EntryView, RegisterPlace } from './types';
import { useRegister } from './use-register';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px' },
  push: { marginLeft: 'auto' },
});

interface Props<T> {
  readonly place: RegisterPlace;
  readonly icon: ReactElement;
  readonly query: URLSearchParams;
  readonly canAdd: boolean;
  /** The entries to show, at least one, and all there are. */
  children(shown: readonly T[], all: readonly T[]): ReactNode;
}

/** All entries of a register: retired ones on demand, a way to add one, and what to do when there are none. */
export function RegisterPage<T extends EntryView>({ place: { page, practice }, icon, query, canAdd, children }: Props<T>) {
  const styles = useStyles();
  const t = useText();
  const { entries, status, error, reload } = useRegister<T>(practice);
  const withRetired = query.get('retired') === 'true';
  const shown = entries.filter((entry) => withRetired || !entry.retired);
  const retired = entries.filter((entry) => entry.retired).length;
  if (status === 'loading') return <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />;
  if (status === 'failed') {
    return (
      <EmptyState icon={icon} title={t('register.failed')} text={error && errorText(error, t)}>
        <Button onClick={reload}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  const add = canAdd && (
    <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={() => navigate(href(`${page}/${practice}`, 'new'))}>
      {t(`action.${practice}.add`)}
    </Button>
  );
  return (
    <>
      <div className={styles.bar}>
        {!canAdd && <ReadOnlyNote page={page} />}
        {retired > 0 && (
          <Switch
            label={t('register.showRetired', { count: retired })}
            checked={withRetired}
            onChange={(_event, data) => navigate(href(page, practice, data.checked ? new URLSearchParams({ retired: 'true' }) : undefined), true)}
          />
        )}
        <span className={styles.push}>{shown.length > 0 && add}</span>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={icon} title={t(`${page}.${practice}.none`)} text={t(`${page}.${practice}.none.text`)}>
          {add}
        </EmptyState>
      ) : (
        children(shown, entries)
      )}
    </>
  );
}
