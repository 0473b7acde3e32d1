import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import type { Schema } from '../../../../shared/kernel';
import { reportSchema } from '../../../../shared/tickets/ticket-schema';
import type { OfferingConfig } from '../../lib/api-types';
import { targetDuration } from '../../lib/duration';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { Values } from '../../parts/schema-form/types';
import { useReport } from './use-report';

const useStyles = makeStyles({
  form: {
    display: 'flex', flexDirection: 'column', gap: '18px', padding: '20px', maxWidth: '680px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  facts: { margin: '8px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  foot: { display: 'flex', gap: '8px' },
});

const { requesterId, description, neededBy, files } = reportSchema;
const PREFIX = 'answers.';

/** The order form that the catalog item brings, and who must agree. */
export function OrderForm({ offering }: { readonly offering: OfferingConfig }) {
  const styles = useStyles();
  const { t, me, language } = useSession();
  const [values, setValues] = useState<Values>({});
  const [answers, setAnswers] = useState<Values>({});
  const report = useReport(() => undefined);
  const form = offering.form ?? {};
  const own: Schema = { ...(me.isAgent && { requesterId }), neededBy, description, files };
  const ofAnswers = Object.fromEntries(Object.entries(report.problems).flatMap(([name, text]) => (name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), text]] : [])));
  const facts = [
    offering.approvals?.includes('manager') ? t('tab.order.approval') : undefined,
    offering.targetMinutes ? t('tab.order.time', { time: targetDuration(offering.targetMinutes, language) }) : undefined,
  ].filter(Boolean);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void report.send({ ...values, title: offering.name, kind: 'request', offeringId: offering.id }, { schema: form, values: answers });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label={offering.name}>
      <div>
        <h2 className={styles.title}>{offering.name}</h2>
        <p className={styles.text}>{offering.description}</p>
        {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      </div>
      {report.refusal && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{report.refusal}</MessageBarBody>
        </MessageBar>
      )}
      {Object.keys(form).length > 0 && <SchemaForm schema={form} values={answers} problems={ofAnswers} isDisabled={report.isBusy} onChange={setAnswers} />}
      <SchemaForm schema={own} values={values} problems={report.problems} hints={{ description: { label: t('tab.order.more') } }} isDisabled={report.isBusy} onChange={setValues} />
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabled={report.isBusy} {...(report.isBusy && { icon: <Spinner size="tiny" /> })}>
          {t('tab.order.send')}
        </Button>
        <Button onClick={() => navigate(href('new', 'order'))}>{t('tab.back')}</Button>
      </div>
    </form>
  );
}
