import { Badge, Button, Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons/svg/edit';
import { templateFields } from '../../../../shared/change-templates/change-template-schema';
import type { TemplateView } from '../../../../shared/change-templates/change-template-views';
import { useActions } from '../../actions/ActionsProvider';
import { href, navigate, recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EntryHead, Sheet } from '../../parts/Sheet';
import { When } from '../../parts/When';
import type { EntryBack } from '../../registers/EntryPage';
import { Facts } from '../../registers/Facts';
import { entryName } from '../../registers/names';
import { useListStyles } from '../lists/list-styles';
import { TemplateMarks } from './TemplateMarks';
import { TemplateSteps } from './TemplateSteps';
import { TemplateValues } from './TemplateValues';

const VOTES = ['changeTemplates.approve', 'changeTemplates.reject', 'changeTemplates.returnForInfo'];
/** Beside edit and the votes, in this order. */
const ACTIONS = ['propose', 'renew', 'reinstate', 'suspend', 'retire'] as const;

const useStyles = makeStyles({
  timeline: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '10px' },
  text: { margin: '2px 0 0', whiteSpace: 'pre-wrap', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly template: TemplateView;
  readonly back: EntryBack;
  onEdit(): void;
}

/** A template as it stands: whether it may be used, who has to decide, and what it fixes. */
export function TemplateSummary({ template, back, onEdit }: Props) {
  const { t, language } = useSession();
  const name = entryName({ ...template }, language);
  return (
    <>
      <EntryHead
        back={back}
        title={name}
        marks={
          <>
            <Badge appearance="tint" color={template.state === 'suspended' ? 'danger' : template.state === 'proposed' || template.state === 'renewing' ? 'warning' : 'informative'}>
              {t(`setup.templates.state.${template.state}`)}
            </Badge>
            <TemplateMarks template={template} />
          </>
        }
      >
        <Buttons template={template} name={name} onEdit={onEdit} />
      </EntryHead>
      {template.state === 'suspended' && (
        <MessageBar intent="error" data-testid="suspended">
          <MessageBarBody>
            <MessageBarTitle>{t('setup.templates.suspended')}</MessageBarTitle> {template.suspendedBecause ?? t('setup.templates.suspended.text')}
          </MessageBarBody>
        </MessageBar>
      )}
      {template.steps.length > 0 && <TemplateSteps steps={template.steps} />}
      <Sheet title={t('setup.details')}>
        <Facts schema={templateFields} values={{ ...template }} fields={['purpose', 'maxMinutes', 'allowedItemIds', 'allowedClasses', 'tasks', 'evidence', 'ownerId']} />
      </Sheet>
      <TemplateValues template={template} />
      <Samples template={template} />
      <Timeline template={template} />
    </>
  );
}

function Buttons({ template, name, onEdit }: Pick<Props, 'template' | 'onEdit'> & { readonly name: string }) {
  const { t } = useSession();
  const { start } = useActions();
  const may = (verb: string): boolean => template.can.includes(`changeTemplates.${verb}`);
  const [ownVote] = template.myVotes;
  return (
    <>
      {ACTIONS.filter(may).map((verb) => (
        <Button key={verb} onClick={() => start({ record: { ...template, title: name }, action: `changeTemplates.${verb}` })}>
          {t(`action.changeTemplates.${verb}`)}
        </Button>
      ))}
      {ownVote && may('withdrawVote') && (
        <Button onClick={() => start({ record: { ...template, title: name }, action: 'changeTemplates.withdrawVote', initial: { step: ownVote } })}>{t('action.changeTemplates.withdrawVote')}</Button>
      )}
      {may('edit') && (
        <Button icon={<Edit20Regular aria-hidden />} onClick={onEdit}>
          {t('register.edit')}
        </Button>
      )}
      {template.mySeats.length > 0 && VOTES.some((action) => template.can.includes(action)) && (
        <Button appearance="primary" onClick={() => navigate(href('approvals', template.id))}>
          {t('setup.templates.decide')}
        </Button>
      )}
    </>
  );
}

function Samples({ template: { samples } }: Pick<Props, 'template'>) {
  const styles = useListStyles();
  const { t } = useSession();
  if (samples.length === 0) return null;
  return (
    <Sheet title={t('setup.templates.samples')} hint={t('setup.templates.samples.help')}>
      <ul className={styles.list}>
        {samples.map(({ id, title, outcome }) => (
          <li key={id} className={styles.row}>
            <Link href={recordHref(id)} className={styles.strong}>
              {title}
            </Link>
            <span className={styles.quiet}>{id}</span>
            {outcome && <Badge appearance="tint">{t(`outcome.${outcome}`)}</Badge>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Timeline({ template: { timeline } }: Pick<Props, 'template'>) {
  const styles = useStyles();
  const { t } = useSession();
  return (
    <Sheet title={t('setup.templates.history')}>
      <ol className={styles.timeline} data-testid="history">
        {[...timeline].reverse().map(({ seq, at, line, text }) => (
          <li key={seq}>
            {line} <When at={at} className={styles.quiet} />
            {text && <p className={styles.text}>{text}</p>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
