import { useState } from 'react';
import type { Schema } from '../../../shared/kernel';
import { isEqual } from '../../../shared/kernel/equal';
import { asApiError, type RefusedView } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import type { EntryView, Problems } from './types';

export type Draft = Readonly<Record<string, unknown>>;

export interface EntryForm {
  readonly draft: Draft;
  readonly problems: Problems;
  /** What is wrong beyond single fields. */
  readonly trouble?: string | undefined;
  readonly isSaving: boolean;
  readonly isChanged: boolean;
  /** Everything that the draft says. */
  readonly values: Draft;
  /** The entry as it would become: what changed of a present one, everything of a new one. */
  readonly proposal: Draft;
  set(field: string, value: unknown): void;
  /** Undefined when the server did not accept it; the problems say why. */
  save(): Promise<EntryView | undefined>;
}

/** The answer to an entry that was added; `secret` is shown this once. */
export interface Added {
  readonly record: EntryView;
  readonly secret?: string;
}

interface Options {
  readonly practice: string;
  readonly schema: Schema;
  /** The entry as it is; absent for a new one. */
  readonly record?: EntryView | undefined;
  readonly initial: Draft;
  /** How practices that are more than registers call it. */
  readonly verbs?: { readonly add: string; readonly change: string };
  /** What a field is when it leaves: drafts may hold more than values, e.g. half a target. */
  clean?(field: string, value: unknown): unknown;
  onAdded?(answer: Added): void;
}

const REGISTER_VERBS = { add: 'add', change: 'change' };

/** Does the server take it for nothing? */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && Object.keys(value).length === 0);

function problemsOf(refused: Pick<RefusedView, 'problems'>): Problems {
  const problems: Record<string, string> = {};
  for (const { field, text } of refused.problems ?? []) {
    // Parts of a structured field (`targets.P1`) are told where the field is.
    const name = field.split('.')[0] ?? field;
    problems[name] = [problems[name], text].filter(Boolean).join(' ');
    if (name !== field) problems[field] = text;
  }
  return problems;
}

/** The values of a draft as the API takes them. */
function valuesOf(schema: Schema, draft: Draft, clean: Options['clean'] = (_field, value) => value): Draft {
  return Object.fromEntries(Object.keys(schema).map((field) => [field, clean(field, draft[field])]).filter(([, value]) => !isNothing(value)) as [string, unknown][]);
}

/** Edits one entry of a register: only what changed is sent, and what the server refuses is shown at its field. */
export function useEntryForm({ practice, schema, record, initial, clean, onAdded, verbs = REGISTER_VERBS }: Options): EntryForm {
  const { api, t, records } = useSession();
  const [draft, setDraft] = useState<Draft>(initial);
  const [base, setBase] = useState(record);
  const [problems, setProblems] = useState<Problems>({});
  const [trouble, setTrouble] = useState<string>();
  const [isSaving, setSaving] = useState(false);

  const values = valuesOf(schema, draft, clean);
  const changes = Object.fromEntries(Object.entries(values).filter(([field, value]) => !isEqual(value, base?.[field])));
  const clear = Object.keys(schema).filter((field) => base && !isNothing(base[field]) && !(field in values));
  const isChanged = Object.keys(changes).length > 0 || clear.length > 0;

  const missing = Object.entries(schema).filter(([field, { required }]) => required && !(field in values)).map(([field]) => field);
  const optional = clear.filter((field) => !schema[field]?.required);
  const proposal = base ? { id: base.id, ...changes, ...(optional.length > 0 && { clear: optional }) } : values;

  async function save(): Promise<EntryView | undefined> {
    if (base && !isChanged) return base;
    if (missing.length > 0) {
      // A change without a field would leave it as it was: what must be there is asked for here.
      setProblems(Object.fromEntries(missing.map((field) => [field, t('problem.required')])));
      setTrouble(t('register.form.problems', { count: missing.length }));
      return undefined;
    }
    setSaving(true);
    setTrouble(undefined);
    try {
      const action = `${practice}.${base ? verbs.change : verbs.add}`;
      const body = base ? { ...proposal, version: base.version } : values;
      const answer = await api.perform<EntryView>(action, body);
      if (answer.refused) {
        const { refused, current } = answer;
        setProblems(problemsOf(refused));
        // Somebody else was faster: what was typed stays, and the next attempt is about their version.
        if (current) setBase(current);
        setTrouble(refused.problems ? t('register.form.problems', { count: refused.problems.length }) : refused.text);
        return undefined;
      }
      setProblems({});
      records.put(answer.record);
      if (!base) onAdded?.(answer);
      return answer.record;
    } catch (error) {
      setTrouble(errorText(asApiError(error), t));
      return undefined;
    } finally {
      setSaving(false);
    }
  }

  return {
    draft, problems, trouble, isSaving, isChanged, values, proposal, save,
    set: (field, value) => {
      setDraft((now) => ({ ...now, [field]: value }));
      setProblems((now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== field && !name.startsWith(`${field}.`))));
    },
  };
}
