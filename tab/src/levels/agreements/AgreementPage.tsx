import { Button } from '@fluentui/react-components';
import { HandshakeRegular } from '@fluentui/react-icons/svg/handshake';
import { useEffect, useState } from 'react';
import { agreementSchema } from '../../../../shared/sla/agreement-schema';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { notify } from '../../parts/notices';
import { Placeholder } from '../../parts/Placeholder';
import { EntryHead } from '../parts';
import { SaveBar } from '../SaveBar';
import type { AgreementView } from '../types';
import { useEntryForm } from '../use-entry-form';
import { WhatIf } from '../what-if/WhatIf';
import { AgreementForm } from './AgreementForm';
import { AgreementSummary } from './AgreementSummary';
import { cleanAgreement, NEW_AGREEMENT } from './draft';
import { useAgreementWords } from './use-words';

/** One agreement: what it says, its history, and how it is changed. */
export default function AgreementPage({ id }: { readonly id: string }) {
  const { records, t } = useSession();
  const isNew = id === 'new';
  const { record, error } = useRecord<AgreementView>(records, 'agreements', isNew ? undefined : id);
  const [isEditing, setEditing] = useState(isNew);
  const title = isNew ? t('levels.agreement.new') : record?.name;
  useEffect(() => {
    if (title) document.title = `${title} · Bellhop`;
  }, [title]);

  const back = { href: href('levels', 'agreements'), label: t('levels.tab.agreements') };
  if (!isNew && !record) {
    if (!error) return <Placeholder label={t('tab.loading')} widths={[40, 90, 80, 85, 60]} />;
    return (
      <EmptyState icon={<HandshakeRegular />} title={t('levels.agreement.missing')} text={error.status === 404 ? t('levels.missing.text') : errorText(error, t)}>
        <Button as="a" href={back.href}>
          {back.label}
        </Button>
      </EmptyState>
    );
  }
  if (!isEditing && record) return <AgreementSummary agreement={record} back={back} onEdit={() => setEditing(true)} />;
  return <AgreementEditor agreement={record} title={title ?? ''} back={back} onDone={() => setEditing(false)} />;
}

interface EditorProps {
  readonly agreement: AgreementView | undefined;
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  onDone(): void;
}

function AgreementEditor({ agreement, title, back, onDone }: EditorProps) {
  const { t } = useSession();
  const known = useAgreementWords();
  const form = useEntryForm({ practice: 'agreements', schema: agreementSchema, record: agreement, initial: agreement ?? NEW_AGREEMENT, clean: cleanAgreement });
  const names = useOwnerName(agreement?.ownerId);
  const [isAsking, setAsking] = useState(false);

  async function save(): Promise<void> {
    const saved = await form.save();
    if (!saved) return;
    notify({ title: t('levels.done.saved', { name: String(saved['name']) }) });
    onDone();
    if (!agreement) navigate(href('levels/agreements', saved.id), true);
  }

  return (
    <>
      <EntryHead back={back} title={title} />
      <AgreementForm form={form} known={known} names={names} />
      {isAsking && (
        <WhatIf
          draft={{ agreement: form.proposal }}
          isChanged={form.isChanged}
          onClose={() => setAsking(false)}
        />
      )}
      <SaveBar form={form} isNew={!agreement} canSave={agreement?.can.includes('agreements.change') ?? true} onSave={() => void save()} onCancel={() => (agreement ? onDone() : navigate(back.href))}>
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
