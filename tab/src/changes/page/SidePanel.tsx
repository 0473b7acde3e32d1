import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { CalendarLtr16Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { useState } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { targetDuration } from '../../lib/duration';
import { latePart } from '../../lib/late-part';
import { useDates } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { FileChip } from '../../parts/FileChip';
import { Fact, Facts, Section } from '../../parts/Panel';
import { PersonName } from '../../parts/PersonName';
import { When } from '../../parts/When';
import { Opening } from '../../parts/Opening';
import { TypeMark } from '../marks';
import { useWindowText } from '../window';
import { ApprovalsSection } from './ApprovalsSection';

const SlotDialog = latePart(() => import('./SlotDialog'));

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '10px' },
});

interface Props {
  readonly change: ChangeView;
}

const MINUTE_MS = 60_000;

/** When it is to be done, and where else there would be room. */
function WindowSection({ change }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const { start } = useActions();
  const windowText = useWindowText();
  const [isFinding, setFinding] = useState(false);
  const canMove = change.can.includes('changes.reschedule');
  const move = (initial?: { readonly plannedStart: string; readonly plannedEnd: string }): void => start({ record: change, action: 'changes.reschedule', ...(initial && { initial }) });
  const minutes = change.plannedStart && change.plannedEnd ? (Date.parse(change.plannedEnd) - Date.parse(change.plannedStart)) / MINUTE_MS : 60;
  return (
    <Section title={t('changePage.part.window')} action={canMove ? { label: t('action.changes.reschedule'), icon: <Edit16Regular />, run: () => move() } : undefined}>
      <Facts>
        <Fact label={t('changePage.window.when')}>{windowText(change) ?? t('changePage.noWindow')}</Fact>
        <Fact label={t('changePage.window.length')}>{change.plannedStart && targetDuration(minutes, language)}</Fact>
        <Fact label={t('changePage.window.outage')}>
          {change.isOutage === undefined ? undefined : change.isOutage && change.outageMinutes ? t('changePage.window.outageOf', { minutes: change.outageMinutes }) : t(change.isOutage ? 'answer.yes' : 'answer.no')}
        </Fact>
      </Facts>
      {canMove && (
        <div className={styles.buttons}>
          <Button size="small" icon={<CalendarLtr16Regular aria-hidden />} onClick={() => setFinding(true)}>
            {t('changePage.window.findSlot')}
          </Button>
        </div>
      )}
      {isFinding && (
        <SlotDialog
          while={<Opening onClose={() => setFinding(false)} />}
          change={change}
          minutes={minutes}
          onClose={() => setFinding(false)}
          onPick={({ from, to }) => {
            setFinding(false);
            move({ plannedStart: from, plannedEnd: to });
          }}
        />
      )}
    </Section>
  );
}

function PeopleSection({ change }: Props) {
  const { t, config } = useSession();
  const dates = useDates();
  const category = config.categories.find(({ id }) => id === change.categoryId)?.path;
  return (
    <Section title={t('tab.panel.details')}>
      <Facts>
        <Fact label={t('field.change.type')}>
          <TypeMark type={change.type} />
        </Fact>
        <Fact label={t('field.change.template')}>{change.templateName && change.templateId ? <Link href={recordHref(change.templateId)}>{change.templateName}</Link> : change.templateName}</Fact>
        <Fact label={t('tab.column.requester')}>
          <PersonName name={change.requesterName} />
        </Fact>
        <Fact label={t('field.change.group')}>{change.groupName}</Fact>
        <Fact label={t('field.change.implementer')}>{change.implementerName && <PersonName name={change.implementerName} />}</Fact>
        <Fact label={t('field.change.category')}>{category}</Fact>
        <Fact label={t('field.change.reach')}>{change.reach && t(`changeReach.${change.reach}`)}</Fact>
        <Fact label={t('field.change.isVendorInvolved')}>{change.isVendorInvolved === undefined ? undefined : t(change.isVendorInvolved ? 'answer.yes' : 'answer.no')}</Fact>
        <Fact label={t('tab.opened')}>
          <When at={change.createdAt} />
        </Fact>
        <Fact label={t('changePage.recorded')}>{change.isRetroactive ? t(change.isUnauthorized ? 'changePage.recorded.unauthorized' : 'changePage.recorded.after') : undefined}</Fact>
        <Fact label={t('state.onHold')} help={change.hold?.note}>
          {change.hold && `${t(`changeHoldReason.${change.hold.reason}`)} · ${t('tab.since')} ${dates.short(change.hold.since)}`}
        </Fact>
      </Facts>
    </Section>
  );
}

/** What it touches. */
function ScopeSection({ change }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const canEdit = change.can.includes('changes.edit');
  const edit = { label: t('changePage.editPart', { part: t('changePage.part.scope') }), icon: <Edit16Regular />, run: () => start({ record: change, action: 'changes.edit', fields: ['serviceIds', 'itemIds', 'categoryId', 'groupId', 'implementerId'] }) };
  return (
    <Section title={t('changePage.part.scope')} action={canEdit ? edit : undefined}>
      {change.services.length === 0 && change.items.length === 0 && <span className={styles.quiet}>{t('tab.none')}</span>}
      <ul className={styles.list}>
        {change.services.map(({ id, name }) => (
          <li key={id} className={styles.words}>
            <Link href={recordHref(id)}>{name}</Link>
            <span className={styles.quiet}>{t('field.change.service')}</span>
          </li>
        ))}
        {change.items.map(({ id, name, environment, criticality }) => (
          <li key={id} className={styles.words}>
            <Link href={recordHref(id)}>{name}</Link>
            <span className={styles.quiet}>{[environment && t(`environment.${environment}`), criticality && t(`criticality.${criticality}`)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function IncidentsSection({ change }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  if (change.incidents.length === 0) return null;
  return (
    <Section title={t('changePage.part.incidents')}>
      <ul className={styles.list}>
        {change.incidents.map(({ id, title, priority }) => (
          <li key={id} className={styles.words}>
            <Link href={recordHref(id)}>{id}</Link> {title}
            {priority && <span className={styles.quiet}>{t(`priority.${priority}`)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function LinksSection({ change }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const canLink = change.can.includes('changes.link');
  if (change.links.length === 0 && !canLink) return null;
  const add = { label: t('tab.addLink'), icon: <Add16Regular />, run: () => start({ record: change, action: 'changes.link' }) };
  return (
    <Section title={t('changePage.part.links')} action={canLink ? add : undefined}>
      {change.links.length === 0 && <span className={styles.quiet}>{t('tab.none')}</span>}
      <ul className={styles.list}>
        {change.links.map((link) => (
          <li key={`${link.relation} ${link.id}`} className={styles.item}>
            <span className={styles.words}>
              <span className={styles.quiet}>{t(`relation.${link.relation}`)}</span>
              <Link href={recordHref(link.id)}>{link.id}</Link> {link.title}
              {link.state && <span className={styles.quiet}>{t(`state.${link.state}`)}</span>}
            </span>
            {change.can.includes('changes.unlink') && (
              <Button
                size="small"
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={t('tab.removeLink', { id: link.id })}
                onClick={() => start({ record: change, action: 'changes.unlink', initial: { relation: link.relation, otherId: link.id } })}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FilesSection({ change }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  if (change.attachments.length === 0) return null;
  return (
    <Section title={t('field.change.files')}>
      <ul className={styles.list}>
        {change.attachments.map((file) => (
          <li key={file.id}>
            <FileChip file={file} recordId={change.id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who decides, when, who does it, and what it touches. */
export function SidePanel({ change }: Props) {
  return (
    <>
      <ApprovalsSection change={change} />
      <WindowSection change={change} />
      <ScopeSection change={change} />
      <PeopleSection change={change} />
      <IncidentsSection change={change} />
      <LinksSection change={change} />
      <FilesSection change={change} />
    </>
  );
}
