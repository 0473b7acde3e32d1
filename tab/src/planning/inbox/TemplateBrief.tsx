import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { TemplateView } from '../../../../shared/change-templates/change-template-views';
import { recordHref } from '../../lib/router';
import { useText } from '../../lib/session';
import { usePlanningWords } from '../words';
import { Brief, Section, WrittenSection } from './Brief';
import { DecideBoxes } from './DecideBox';

const PLANS = ['implementationPlan', 'testPlan', 'backoutPlan'] as const;

const useStyles = makeStyles({
  purpose: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: 0 },
  samples: { margin: 0, paddingLeft: '18px', fontSize: tokens.fontSizeBase200 },
});

/** A way of changing something that would need no approval any more: what it fixes, and how it went so far. */
export function TemplateBrief({ template }: { readonly template: TemplateView }) {
  const styles = useStyles();
  const t = useText();
  const words = usePlanningWords();
  return (
    <Brief
      id={template.id}
      marks={<span>{t('planning.practice.changeTemplates')}</span>}
      title={template.name}
      href={recordHref(template.id)}
      decision={<DecideBoxes record={template} seats={template.mySeats} />}
      facts={[
        [t('planning.requester'), template.requesterName],
        [t('planning.inbox.owner'), template.ownerName],
        [t('planning.inbox.expires'), template.expiresAt && words.exact(template.expiresAt)],
        [t('field.changeTemplate.renewsUntil'), template.renewsUntil && words.exact(template.renewsUntil)],
        [t('planning.inbox.maxMinutes'), template.maxMinutes && String(template.maxMinutes)],
      ]}
      steps={template.steps}
    >
      {template.purpose && <p className={styles.purpose}>{template.purpose}</p>}
      {template.samples.length > 0 && (
        <Section heading={t('planning.inbox.samples')}>
          <ul className={styles.samples}>
            {template.samples.map(({ id, title, outcome }) => (
              <li key={id}>
                <Link href={recordHref(id)}>{id}</Link> {title}
                {outcome && `, ${t(`outcome.${outcome}`)}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {PLANS.map((name) => (
        <WrittenSection key={name} heading={t(`field.change.${name}`)} text={template.values[name]} />
      ))}
    </Brief>
  );
}
