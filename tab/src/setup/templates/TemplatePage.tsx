import { DocumentCopyRegular } from '@fluentui/react-icons/svg/document-copy';
import { addTemplateSchema, templateFields } from '../../../../shared/change-templates/change-template-schema';
import type { TemplateView } from '../../../../shared/change-templates/change-template-views';
import { useSession } from '../../lib/session';
import { EntryHead } from '../../parts/Sheet';
import { EntryFields, type FormSection } from '../../registers/EntryFields';
import { EntryPage, type EditorProps } from '../../registers/EntryPage';
import { entryName } from '../../registers/names';
import { SaveBar } from '../../registers/SaveBar';
import { useEntryForm } from '../../registers/use-entry-form';
import { TemplateSummary } from './TemplateSummary';
import { cleanValues, ValuesEditor } from './ValuesEditor';

const PLACE = { page: 'setup', practice: 'changeTemplates' } as const;
/** Templates have a lifecycle: an edit is more than a change of an entry. */
const VERBS = { add: 'add', change: 'edit' };
const SECTIONS: readonly FormSection[] = [
  { title: 'setup.form.basics', fields: ['name', 'nameDe', 'purpose', 'ownerId'] },
  { title: 'setup.templates.limits', hint: 'setup.templates.limits.help', fields: ['maxMinutes', 'allowedItemIds', 'allowedClasses'] },
  { title: 'setup.templates.work', fields: ['tasks', 'evidence'] },
];

/** The entry with what forms of registers need; templates are retired by their state. */
type TemplateEntry = TemplateView & { readonly createdAt: string; readonly updatedAt: string; readonly retired: boolean };

/** One template: what it says, where it stands, and its form. */
export function TemplatePage({ id }: { readonly id: string }) {
  const { t, language } = useSession();
  return (
    <EntryPage<TemplateEntry>
      place={PLACE}
      id={id}
      icon={<DocumentCopyRegular />}
      newTitle={t('setup.changeTemplates.new')}
      missingTitle={t('setup.missing')}
      titleOf={(template) => entryName({ ...template }, language)}
      summary={(template, back, onEdit) => <TemplateSummary template={template} back={back} onEdit={onEdit} />}
      editor={(props) => <Editor {...props} />}
    />
  );
}

function Editor({ entry, title, back, onSaved, onCancel }: EditorProps<TemplateEntry>) {
  const { me } = useSession();
  const form = useEntryForm({
    practice: 'changeTemplates', schema: entry ? templateFields : addTemplateSchema, record: entry, initial: entry ?? { ownerId: me.id, lockedFields: ['implementationPlan'] }, verbs: VERBS,
    clean: (field, value) => (field === 'values' ? cleanValues(value as Readonly<Record<string, unknown>> | undefined) : value),
  });

  async function save(): Promise<void> {
    const saved = await form.save();
    if (saved) onSaved(saved);
  }

  return (
    <>
      <EntryHead back={back} title={title} />
      <EntryFields schema={addTemplateSchema} sections={SECTIONS} form={form} />
      <ValuesEditor form={form} />
      <SaveBar place={PLACE} form={form} isNew={!entry} canSave={entry?.can.includes('changeTemplates.edit') ?? true} onSave={() => void save()} onCancel={onCancel} />
    </>
  );
}
