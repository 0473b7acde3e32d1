import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useSession } from '../lib/session';
import { SchemaForm, visibleFields } from '../parts/schema-form/SchemaForm';
import { Conflict } from './Conflict';
import type { ActionForm } from './use-action-form';

interface Props {
  readonly action: string;
  readonly form: ActionForm;
}

/** The fields of an action, what is wrong with them, and what somebody else did meanwhile. */
export function FormBody({ action, form }: Props) {
  const { t } = useSession();
  const { schema, values, problems, hints, refused, news } = form;
  const root = useRef<HTMLDivElement>(null);

  // The cursor goes where something must be said: to the first required field that is empty.
  useEffect(() => {
    const fields = visibleFields(schema, values, hints);
    const empty = fields.find(([name, field]) => (hints[name]?.isRequired ?? field.required) && !values[name]);
    const field = empty && root.current?.querySelector(`[data-field="${empty[0]}"]`);
    // After the dialog itself has put the focus on its first element.
    queueMicrotask(() => field?.querySelector<HTMLElement>('input, textarea, [role="combobox"]')?.focus());
    // Only when the form opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  return (
    <div ref={root} style={{ display: 'contents' }}>
      {refused && news && <Conflict text={refused.text} seen={news.seen} current={news.current} isGone={news.isGone} />}
      {refused && !news && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{t('tab.notDone', { action: t(`action.${action}`) })}</MessageBarTitle> {refused.text}
          </MessageBarBody>
        </MessageBar>
      )}
      <SchemaForm schema={schema} values={values} problems={problems} hints={hints} isDisabled={form.isBusy} onChange={form.change} />
    </div>
  );
}
