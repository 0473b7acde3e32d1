import { Button } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { errorText } from '../lib/error-text';
import { useRecord } from '../lib/records';
import { href, navigate } from '../lib/router';
import { useSession } from '../lib/session';
import { EmptyState } from '../parts/EmptyState';
import { notify } from '../parts/notices';
import { Placeholder } from '../parts/Placeholder';
import type { EntryView, RegisterPlace } from './types';

export interface EntryBack {
  readonly href: string;
  readonly label: string;
}

/** What the form of an entry needs to know about the page it is on. */
export interface EditorProps<T> {
  /** Absent for a new entry. */
  readonly entry: T | undefined;
  readonly title: string;
  readonly back: EntryBack;
  onSaved(saved: EntryView): void;
  onCancel(): void;
}

interface Props<T> {
  readonly place: RegisterPlace;
  /** `new` for one that does not exist yet. */
  readonly id: string;
  readonly icon: ReactElement;
  readonly newTitle: string;
  readonly missingTitle: string;
  titleOf(entry: T): string;
  summary(entry: T, back: EntryBack, onEdit: () => void): ReactNode;
  editor(props: EditorProps<T>): ReactNode;
}

/** One entry of a register: what it says, or its form. */
export function EntryPage<T extends EntryView>({ place: { page, practice }, id, icon, newTitle, missingTitle, titleOf, summary, editor }: Props<T>) {
  const { records, t } = useSession();
  const isNew = id === 'new';
  const { record, error } = useRecord<T>(records, practice, isNew ? undefined : id);
  const [isEditing, setEditing] = useState(isNew);
  const title = isNew ? newTitle : record && titleOf(record);
  useEffect(() => {
    if (title) document.title = `${title} · Bellhop`;
  }, [title]);

  const back = { href: href(page, practice), label: t(`${page}.tab.${practice}`) };
  if (!isNew && !record) {
    if (!error) return <Placeholder label={t('tab.loading')} widths={[40, 90, 80, 85, 60]} />;
    return (
      <EmptyState icon={icon} title={missingTitle} text={error.status === 404 ? t('register.missing.text') : errorText(error, t)}>
        <Button as="a" href={back.href}>
          {back.label}
        </Button>
      </EmptyState>
    );
  }
  if (!isEditing && record) return summary(record, back, () => setEditing(true));
  return editor({
    entry: record, title: title ?? '', back,
    onSaved: (saved) => {
      notify({ title: t('register.done.saved', { name: titleOf(saved as T) }) });
      setEditing(false);
      if (!record) navigate(href(`${page}/${practice}`, saved.id), true);
    },
    onCancel: () => (record ? setEditing(false) : navigate(back.href)),
  });
}
