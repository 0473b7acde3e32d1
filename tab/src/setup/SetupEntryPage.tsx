import { Badge, makeStyles } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';
import { useSession } from '../lib/session';
import { labelText } from '../lib/texts';
import { EntryHead, Sheet } from '../parts/Sheet';
import { EntryButtons } from '../registers/EntryButtons';
import { EntryFields } from '../registers/EntryFields';
import { EntryPage, type EditorProps, type EntryBack } from '../registers/EntryPage';
import { Facts } from '../registers/Facts';
import { FieldValue, isEmpty } from '../registers/FieldValue';
import { History } from '../registers/History';
import { entryName } from '../registers/names';
import { SaveBar } from '../registers/SaveBar';
import type { EntryView } from '../registers/types';
import { useEntryForm } from '../registers/use-entry-form';
import type { SetupRegister } from './register';

const useStyles = makeStyles({ words: { display: 'flex', flexDirection: 'column', gap: '6px' } });

interface Props<T extends EntryView> {
  readonly register: SetupRegister<T>;
  readonly id: string;
}

/** One entry of any register: what it says, what belongs to it, its versions, and its form. */
export function SetupEntryPage<T extends EntryView>({ register, id }: Props<T>) {
  const { t, language } = useSession();
  const { practice, icon } = register;
  return (
    <EntryPage<T>
      place={{ page: 'setup', practice }}
      id={id}
      icon={icon}
      newTitle={t(`setup.${practice}.new`)}
      missingTitle={t('setup.missing')}
      titleOf={(entry) => entryName(entry, language)}
      summary={(entry, back, onEdit) => <Summary register={register} entry={entry} back={back} onEdit={onEdit} />}
      editor={(props) => <Editor register={register} {...props} />}
    />
  );
}

interface SummaryProps<T extends EntryView> {
  readonly register: SetupRegister<T>;
  readonly entry: T;
  readonly back: EntryBack;
  onEdit(): void;
}

type Words = ComponentType<{ readonly value: unknown; readonly entry: EntryView }>;

function Summary<T extends EntryView>({ register, entry, back, onEdit }: SummaryProps<T>) {
  const styles = useStyles();
  const { t, language, me } = useSession();
  const { practice, schema, facts, Marks, Buttons, Lead, Try, More } = register;
  const words = (register.words ?? {}) as Readonly<Record<string, Words>>;
  const name = entryName(entry, language);
  const recorded = { ...register.recorded, ...schema };
  const labelOf = (field: string): string => labelText(recorded[field]?.label ?? field, language, t);
  const describe = (field: string, value: unknown): readonly ReactNode[] => {
    const Own = words[field];
    const own = recorded[field];
    if (Own) return [<Own key={field} value={value} entry={entry} />];
    return own ? [<FieldValue key={field} field={own} value={value} />] : [String(value)];
  };
  return (
    <>
      <EntryHead
        back={register.isSingle ? undefined : back}
        title={name}
        marks={
          <>
            {entry.retired && <Badge appearance="outline">{t('register.retired')}</Badge>}
            {Marks && <Marks entry={entry} />}
          </>
        }
      >
        {Buttons ? (
          <Buttons entry={entry} onEdit={onEdit} />
        ) : (
          <EntryButtons place={{ page: 'setup', practice }} entry={entry} name={name} retire={register.isSingle ? false : register.retire} onEdit={onEdit} />
        )}
      </EntryHead>
      {Lead && <Lead entry={entry} />}
      {Object.entries(words).map(([field, Own]) => (
        <Sheet key={field} title={labelOf(field)}>
          <div className={styles.words} data-words={field}>
            <Own value={isEmpty(entry[field]) ? undefined : entry[field]} entry={entry} />
          </div>
        </Sheet>
      ))}
      <Sheet title={t('setup.details')}>
        <Facts schema={schema} values={entry} fields={facts} />
      </Sheet>
      {Try && <Try id={entry.id} values={Object.fromEntries(Object.keys(schema).flatMap((field) => (isEmpty(entry[field]) ? [] : [[field, entry[field]]])))} />}
      {More && <More entry={entry} />}
      {!register.hasOwnHistory && (register.seesHistory?.(me) ?? true) && <History record={entry} describe={describe} labelOf={labelOf} />}
    </>
  );
}

function Editor<T extends EntryView>({ register, entry, title, back, onSaved, onCancel }: EditorProps<T> & { readonly register: SetupRegister<T> }) {
  const { zone } = useSession();
  const { practice, controls, clean, Try, adding } = register;
  const { schema, sections } = !entry && adding ? adding : register;
  const edited = entry && register.edited ? register.edited(entry) : entry;
  const form = useEntryForm({
    practice, schema, record: edited, initial: edited ?? register.initial(zone), ...(clean && { clean: (field, value) => clean(field, value) }),
    ...(!entry && adding && { onAdded: adding.onAdded }),
  });

  async function save(): Promise<void> {
    const saved = await form.save();
    if (saved) onSaved(saved);
  }

  return (
    <>
      <EntryHead back={register.isSingle ? undefined : back} title={title} />
      <EntryFields schema={schema} sections={sections} form={form} {...(controls && { controls })} />
      {Try && <Try id={entry?.id} values={form.values} />}
      <SaveBar
        place={{ page: 'setup', practice }} form={form} isNew={!entry} canSave={entry?.can.includes(`${practice}.change`) ?? true} onSave={() => void save()} onCancel={onCancel}
      />
    </>
  );
}
