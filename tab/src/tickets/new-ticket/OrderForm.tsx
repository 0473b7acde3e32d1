import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import { plannedCost } from '../../../../shared/catalog/plan-flow-views';
import type { Schema } from '../../../../shared/kernel';
import { money } from '../../../../shared/strings/dates';
import { defaultsOf } from '../../../../shared/kernel/form-check';
import { reportSchema } from '../../../../shared/tickets/ticket-schema';
import type { OfferingConfig } from '../../lib/api-types';
import { targetDuration } from '../../lib/duration';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { Values } from '../../parts/schema-form/types';
import { filled } from '../../actions/types';
import { MAX_LINES, useCart } from './cart';
import { orderInput } from './order-input';
import { useReport } from './use-report';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '24px', alignItems: 'flex-start', flexWrap: 'wrap' },
  form: {
    flexGrow: 3, flexBasis: '420px', minWidth: 0, display: 'flex', flexDirection: 'column', gap: '18px', padding: '20px', maxWidth: '720px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '4px 0 0', color: tokens.colorNeutralForeground2 },
  side: { flexBasis: '280px', flexGrow: 1, minWidth: 0, padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  steps: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '6px', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', gap: '8px' },
});

const { requesterId, description, neededBy, files } = reportSchema;
const PREFIX = 'answers.';

/** The order form that the catalog item brings, and who must agree. */
export function OrderForm({ offering }: { readonly offering: OfferingConfig }) {
  const styles = useStyles();
  const { t, me, language } = useSession();
  const [values, setValues] = useState<Values>({});
  const [answers, setAnswers] = useState<Values>(() => defaultsOf(offering.form ?? {}));
  const report = useReport(() => undefined);
  const cart = useCart();
  const form = offering.form ?? {};
  const own: Schema = { ...(me.isAgent && { requesterId }), neededBy, description, files };
  const ofAnswers = Object.fromEntries(Object.entries(report.problems).flatMap(([name, text]) => (name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), text]] : [])));
  const cost = plannedCost(offering.costs, form, filled(answers));
  const steps = [
    cost ? t('tab.order.cost', { cost: money(cost, offering.currency ?? 'EUR', language) }) : undefined,
    offering.consents.length > 0 ? t('tab.order.approval', { people: offering.consents.join(', ') }) : undefined,
    offering.targetMinutes ? t('tab.order.time', { time: targetDuration(offering.targetMinutes, language) }) : undefined,
    t('tab.order.told'),
  ].filter((step) => step !== undefined);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void report.send(orderInput({ offeringId: offering.id, answers, values }, offering), { schema: form, values: answers });
  };

  return (
    <div className={styles.root}>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={offering.name}>
      <div>
        <h2 className={styles.title}>{offering.name}</h2>
        <p className={styles.text}>{offering.description}</p>
      </div>
      {report.refusal && (
        <MessageBar intent="warning" role="alert">
          <MessageBarBody>{report.refusal}</MessageBarBody>
        </MessageBar>
      )}
      {Object.keys(form).length > 0 && <SchemaForm schema={form} values={answers} problems={ofAnswers} isDisabled={report.isBusy} onChange={setAnswers} />}
      <SchemaForm schema={own} values={values} problems={report.problems} hints={{ description: { label: t('tab.order.more') }, requesterId: { help: t('tab.new.forMe') } }} isDisabled={report.isBusy} onChange={setValues} />
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabled={report.isBusy} {...(report.isBusy && { icon: <Spinner size="tiny" /> })}>
          {t('tab.order.send')}
        </Button>
        <Button
          disabled={report.isBusy || cart.lines.length >= MAX_LINES}
          onClick={() => {
            if (!report.check(values, { schema: form, values: answers })) return;
            cart.add({ offeringId: offering.id, answers, values });
            navigate(href('new', 'cart'));
          }}
        >
          {t('tab.cart.add')}
        </Button>
        <Button appearance="subtle" onClick={() => navigate(href('new', 'order'))}>{t('tab.back')}</Button>
      </div>
      </form>
      <aside className={styles.side} aria-label={t('tab.order.next')}>
        <h2 className={styles.heading}>{t('tab.order.next')}</h2>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </aside>
    </div>
  );
}
