import { useState } from 'react';
import type { Schema } from '../../../shared/kernel';
import { isEqual } from '../../../shared/kernel/equal';
import { parseInput } from '../../../shared/kernel/parse';
import { governing } from '../../../shared/kernel/schema';
import type { RefusedView } from '../lib/api';
import { useSession } from '../lib/session';
import { visibleFields } from '../parts/schema-form/SchemaForm';
import type { FieldHints, Values } from '../parts/schema-form/types';
import { useActions, type Asked } from './ActionsProvider';
import { formsOf } from './practice-forms';
import { filled, type ActedOn, type TimelineRecord } from './types';

export type Problems = Readonly<Record<string, string>>;

export interface ActionForm {
  readonly schema: Schema;
  readonly values: Values;
  readonly problems: Problems;
  readonly hints: Readonly<Record<string, FieldHints>>;
  readonly isBusy: boolean;
  readonly refused: RefusedView | undefined;
  /** Somebody was faster: what the person had seen, and how it is now. */
  readonly news: { readonly seen: number; readonly current: TimelineRecord; readonly isGone: boolean } | undefined;
  change(values: Values): void;
  /** True when it is done. */
  submit(): Promise<boolean>;
}

/** The chosen fields, with those that depend on them. */
function only(schema: Schema, fields: readonly string[] | undefined): Schema {
  if (!fields) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([name, { visibleIf }]) => fields.includes(name) || governing(visibleIf).some((other) => fields.includes(other))));
}

/** An action that can empty fields is sent what differs from the record; every other one is sent all that was said. */
function inputOf(schema: Schema, start: Values, values: Values): Values {
  if (!schema.clear) return filled(values);
  const given = filled(values);
  const before = filled(start);
  const clear = Object.keys(before).filter((name) => !(name in given) && schema[name]);
  const changed = Object.fromEntries(Object.entries(given).filter(([name, value]) => !isEqual(value, before[name])));
  // A field that depends on another one is only looked at beside it.
  const governors = Object.keys(changed).flatMap((name) => governing(schema[name]?.visibleIf));
  return { ...Object.fromEntries(governors.filter((name) => name in given).map((name) => [name, given[name]])), ...changed, ...(clear.length > 0 && { clear }) };
}

/** The form of an action: values, problems, and what to do when somebody else was faster. */
export function useActionForm({ action, record: first, initial, fields, onDone }: Asked): ActionForm {
  const session = useSession();
  const { t } = session;
  const { perform } = useActions();
  const forms = formsOf(action);
  const whole = forms.schemas[action] ?? {};
  const { clear: _clear, ...asked } = whole;
  const schema = only(asked, fields);
  const [record, setRecord] = useState<ActedOn | undefined>(first);
  const [start] = useState<Values>(() => forms.initialValues(action, first, session));
  const [values, setValues] = useState<Values>(() => ({ ...start, ...initial }));
  const [problems, setProblems] = useState<Problems>({});
  const [refused, setRefused] = useState<RefusedView>();
  const [news, setNews] = useState<{ readonly seen: number; readonly current: TimelineRecord }>();
  const [isBusy, setBusy] = useState(false);
  const hints = forms.hints(action, record, values, session);

  function check(input: Values): Problems {
    const parsed = parseInput(whole.clear ? { ...schema, clear: whole.clear } : schema, input);
    const found: Record<string, string> = {};
    for (const problem of 'problems' in parsed ? parsed.problems : []) found[problem.field] = t(`problem.${problem.code}`, problem.params);
    const said = filled(values);
    for (const [name, field] of visibleFields(schema, values, hints)) {
      const isRequired = hints[name]?.isRequired ?? field.required;
      if (isRequired && said[name] === undefined) found[name] ??= t('problem.required');
    }
    return found;
  }

  async function submit(): Promise<boolean> {
    const drawn = new Set(visibleFields(schema, values, hints).filter(([name]) => !hints[name]?.isLocked).map(([name]) => name));
    const isSent = (name: string): boolean => drawn.has(name) || Boolean(hints[name]?.isFixed && schema[name]);
    const pick = (all: Values): Values => Object.fromEntries(Object.entries(all).filter(([name]) => isSent(name)));
    const input = inputOf(whole, pick(start), pick(values));
    const found = check(input);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    setBusy(true);
    const done = await perform<TimelineRecord>(record, action, input);
    setBusy(false);
    if (!done) return false;
    if (!done.refused) {
      onDone?.(done.record);
      return true;
    }
    setRefused(done.refused);
    setProblems(Object.fromEntries((done.refused.problems ?? []).map((problem) => [problem.field, problem.text])));
    if (done.refused.code !== 'kernel.stale' || !done.current || !record) return false;
    setNews({ seen: record.version, current: done.current });
    setRecord(done.current);
    return false;
  }

  const isStale = refused?.code === 'kernel.stale' && news !== undefined;
  return {
    schema, values, problems, hints, isBusy, refused, submit,
    news: isStale ? { ...news, isGone: !news.current.can.includes(action) } : undefined,
    change: (next) => setValues(forms.afterChange?.(action, values, next) ?? next),
  };
}
