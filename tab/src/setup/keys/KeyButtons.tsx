import { Button } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import { rotateKeySchema, SUGGESTED_DAYS, SUGGESTED_OVERLAP_HOURS } from '../../../../shared/integration-keys/integration-key-schema';
import { useText } from '../../lib/session';
import { notify } from '../../parts/notices';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { Values } from '../../parts/schema-form/types';
import { showSecret } from './fresh-secret';
import { KeyDialog } from './KeyDialog';
import type { KeyEntry } from './types';

interface Props {
  readonly entry: KeyEntry;
  onEdit(): void;
}

/** What the reader may do with a key. */
export function KeyButtons({ entry, onEdit }: Props) {
  const t = useText();
  const [asked, setAsked] = useState<'rotate' | 'revoke'>();
  const [values, setValues] = useState<Values>({ days: SUGGESTED_DAYS, overlapHours: SUGGESTED_OVERLAP_HOURS });
  const may = (verb: string): boolean => entry.can.includes(`integrationKeys.${verb}`);
  const { name } = entry;
  const close = (): void => setAsked(undefined);
  return (
    <>
      {may('revoke') && <Button onClick={() => setAsked('revoke')}>{t('action.integrationKeys.revoke')}</Button>}
      {may('rotate') && <Button onClick={() => setAsked('rotate')}>{t('action.integrationKeys.rotate')}</Button>}
      {may('change') && <Button appearance="primary" icon={<Edit20Regular aria-hidden />} onClick={onEdit}>{t('register.edit')}</Button>}
      {asked === 'rotate' && (
        <KeyDialog
          verb="rotate" entry={entry} title={t('setup.integrationKeys.rotate.title', { name })} text={t('setup.integrationKeys.rotate.text')} input={values} onClose={close}
          fields={(problems) => <SchemaForm schema={rotateKeySchema} values={values} problems={problems} onChange={setValues} />}
          onDone={({ secret }) => showSecret(entry.id, secret)}
        />
      )}
      {asked === 'revoke' && (
        <KeyDialog
          verb="revoke" entry={entry} title={t('setup.integrationKeys.revoke.title', { name })} text={t('setup.integrationKeys.revoke.text')} onClose={close}
          onDone={() => notify({ title: t('setup.integrationKeys.revoked', { name }) })}
        />
      )}
    </>
  );
}
