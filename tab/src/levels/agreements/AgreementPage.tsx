import { Button } from '@fluentui/react-components';
import { HandshakeRegular } from '@fluentui/react-icons/svg/handshake';
import { useState } from 'react';
import { agreementSchema } from '../../../../shared/sla/agreement-schema';
import { useRecord } from '../../lib/records';
import { useSession } from '../../lib/session';
import { EntryHead } from '../../parts/Sheet';
import { EntryPage, type EditorProps } from '../../registers/EntryPage';
import { SaveBar } from '../../registers/SaveBar';
import { useEntryForm } from '../../registers/use-entry-form';
import { AGREEMENTS } from '../access';
import type { AgreementView } from '../types';
import { WhatIf } from '../what-if/WhatIf';
import { AgreementForm } from './AgreementForm';
import { AgreementSummary } from './AgreementSummary';
import { cleanAgreement, NEW_AGREEMENT } from './draft';
import { useAgreementWords } from './use-words';

/** One agreement: what it says, its history, and how it is changed. */
export default function AgreementPage({ id }: { readonly id: string }) {
  const { t } = useSession();
  return (
    <EntryPage<AgreementView>
      place={AGREEMENTS}
      id={id}
      icon={<HandshakeRegular />}
      newTitle={t('levels.agreement.new')}
      missingTitle={t('levels.agreement.missing')}
      titleOf={({ name }) => name}
      summary={(agreement, back, onEdit) => <AgreementSummary agreement={agreement} back={back} onEdit={onEdit} />}
      editor={(props) => <AgreementEditor {...props} />}
    />
  );
}

function AgreementEditor({ entry: agreement, title, back, onSaved, onCancel }: EditorProps<AgreementView>) {
  const { t } = useSession();
  const known = useAgreementWords();
  const form = useEntryForm({ practice: 'agreements', schema: agreementSchema, record: agreement, initial: agreement ?? NEW_AGREEMENT, clean: cleanAgreement });
  const names = useOwnerName(agreement?.ownerId);
  const [isAsking, setAsking] = useState(false);

  async function save(): Promise<void> {
    const saved = await form.save();
    if (saved) onSaved(saved);
  }

  return (
    <>
      <EntryHead back={back} title={title} />
      <AgreementForm form={form} known={known} names={names} />
      {isAsking && <WhatIf draft={{ agreement: form.proposal }} isChanged={form.isChanged} onClose={() => setAsking(false)} />}
      <SaveBar place={AGREEMENTS} form={form} isNew={!agreement} canSave={agreement?.can.includes('agreements.change') ?? true} onSave={() => void save()} onCancel={onCancel}>
        <Button onClick={() => setAsking(true)} disabledFocusable={isAsking}>
          {t('levels.whatIf.ask')}
        </Button>
      </SaveBar>
    </>
  );
}

/** The picker knows only people it has found itself. */
function useOwnerName(ownerId: string | undefined): Readonly<Record<string, string>> {
  const { records } = useSession();
  const { record } = useRecord(records, 'people', ownerId);
  return record ? { [record.id]: String(record['name']) } : {};
}
