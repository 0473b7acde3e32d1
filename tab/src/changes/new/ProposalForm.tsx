import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { Warning16Filled } from '@fluentui/react-icons/svg/warning';
import { useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import type { WorkToPlace } from '../../../../shared/scheduling/schedule-views';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { readStored, writeStored } from '../../lib/stored';
import { useMedia } from '../../lib/use-width';
import { SchemaForm } from '../../parts/schema-form/SchemaForm';
import type { FieldHints, Values } from '../../parts/schema-form/types';
import { afterContentChange, contentHints } from '../change-forms';
import { progressOf, sectionsOf, type FormSection, type Kind } from './sections';
import { useCollisions } from './use-collisions';
import { useProposal } from './use-proposal';
import { WindowHelp } from './WindowHelp';

const useStyles = makeStyles({
  root: { display: 'flex', gap: '24px', alignItems: 'flex-start' },
  nav: { position: 'sticky', top: 0, width: '220px', flexShrink: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '2px' },
  link: { width: '100%', justifyContent: 'flex-start', textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '5px 8px', gap: '8px' },
  name: { flexGrow: 1 },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  icon: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  alarm: { color: tokens.colorStatusDangerForeground1 },
  form: { flexGrow: 1, minWidth: 0, maxWidth: '760px', display: 'flex', flexDirection: 'column', gap: '14px' },
  section: { padding: '18px 20px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1, border: `1px solid ${tokens.colorNeutralStroke3}`, scrollMarginTop: '8px' },
  heading: { margin: '0 0 12px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  lead: { margin: '-8px 0 14px', color: tokens.colorNeutralForeground2 },
  foot: {
    position: 'sticky', bottom: 0, display: 'flex', gap: '8px', alignItems: 'center', flexWrap: 'wrap', padding: '12px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`, boxShadow: tokens.shadow8, zIndex: 1,
  },
  kept: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginLeft: 'auto', '@media (max-width: 639px)': { display: 'none' } },
});

interface Props {
  readonly kind: Kind;
  readonly template?: TemplateRow | undefined;
  /** An incident that asks for the change. */
  readonly incidentId?: string | undefined;
}

const MINUTE_MS = 60_000;
const USUAL_MINUTES = 60;
const asText = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** A new change as a form in sections: what is missing can be added later, only a title is needed to keep it. */
export function ProposalForm({ kind, template, incidentId }: Props) {
  const styles = useStyles();
  const session = useSession();
  const { t, me } = session;
  const hasNav = useMedia('(min-width: 900px)');
  const key = `changeDraft.${me.id}.${kind}.${template?.id ?? ''}`;
  const start = useMemo<Values>(() => ({ ...template?.values, ...(incidentId && { incidentId, emergencyReason: 'majorIncident' }) }), [template, incidentId]);
  const [values, setValues] = useState<Values>(() => ({ ...start, ...readStored<Values>(key, {}) }));
  const proposal = useProposal(kind, template?.id, () => writeStored(key, undefined));
  const form = useRef<HTMLFormElement>(null);
  const sections = sectionsOf(kind);
  const typed: Values = kind === 'record' ? values : { ...values, type: kind };

  const locked = template?.lockedFields ?? [];
  const accepts: Partial<FieldHints> = template ? { accepts: (item) => isAllowed(template, item) } : {};
  const hints: Record<string, FieldHints> = { ...contentHints(values, session), actualStart: { asMoment: true }, actualEnd: { asMoment: true }, isUnauthorized: { asRadios: true } };
  hints.itemIds = { ...hints.itemIds, ...accepts };
  if (kind === 'record') Object.assign(hints, { plannedStart: { isHidden: true }, plannedEnd: { isHidden: true } });
  for (const name of locked) hints[name] = { ...hints[name], isLocked: true };

  const work: WorkToPlace = {
    type: kind === 'record' ? 'emergency' : kind, serviceIds: asList(values.serviceIds), itemIds: asList(values.itemIds),
    ...(template && { templateId: template.id }), ...(asText(values.implementerId) && { implementerId: asText(values.implementerId)! }),
  };
  const [from, to] = [asText(values.plannedStart), asText(values.plannedEnd)];
  const check = useCollisions(work, from, to);
  const minutes = from && to && from < to ? (Date.parse(to) - Date.parse(from)) / MINUTE_MS : USUAL_MINUTES;

  const change = (next: Values): void => {
    const after = afterContentChange(values, next);
    setValues(after);
    writeStored(key, after);
  };

  useEffect(() => {
    if (Object.keys(proposal.problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [proposal.problems]);

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void proposal.send(values, hints, kind !== 'record');
  };
  const discard = (): void => {
    writeStored(key, undefined);
    navigate(href('changes'));
  };
  const isWritten = JSON.stringify(values) !== JSON.stringify(start);

  return (
    <div className={styles.root}>
      {hasNav && <Progress sections={sections} values={typed} hints={hints} problems={proposal.problems} collisions={check.collisions.length} />}
      <form ref={form} className={styles.form} onSubmit={submit} noValidate aria-label={t(`changePage.kind.${kind}`)}>
        {proposal.refusal && (
          <MessageBar intent="warning" role="alert">
            <MessageBarBody>{proposal.refusal}</MessageBarBody>
          </MessageBar>
        )}
        {sections.map((section) => (
          <section key={section.id} id={`new-${section.id}`} className={styles.section} aria-labelledby={`new-${section.id}-title`} data-section={section.id}>
            <h2 id={`new-${section.id}-title`} className={styles.heading} tabIndex={-1}>
              {t(`changePage.section.${section.id}`)}
            </h2>
            {section.id === 'risk' && <p className={styles.lead}>{t('changePage.section.risk.text')}</p>}
            <SchemaForm schema={section.schema} values={typed} problems={proposal.problems} hints={hints} isDisabled={proposal.isBusy} onChange={change} />
            {section.id === 'window' && <WindowHelp work={work} minutes={minutes} check={check} onPick={(window) => change({ ...values, ...window })} />}
          </section>
        ))}
        <div className={styles.foot}>
          <Button type="submit" appearance="primary" disabled={proposal.isBusy} {...(proposal.isBusy && { icon: <Spinner size="tiny" /> })}>
            {t(kind === 'record' ? 'changePage.record' : 'changePage.proposeAndSubmit')}
          </Button>
          {kind !== 'record' && (
            <Button disabled={proposal.isBusy} onClick={() => void proposal.send(values, hints, false)}>
              {t('changePage.keepDraft')}
            </Button>
          )}
          <Button appearance="subtle" disabled={proposal.isBusy} onClick={discard}>
            {t('changePage.discard')}
          </Button>
          {isWritten && <span className={styles.kept}>{t('tab.draftKept')}</span>}
        </div>
      </form>
    </div>
  );
}

/** Which items a template may be used for. */
function isAllowed({ allowedItemIds, allowedClasses }: TemplateRow, item: Readonly<Record<string, unknown>>): boolean {
  if (!allowedItemIds && !allowedClasses) return true;
  return (allowedItemIds?.includes(String(item.id)) ?? false) || (allowedClasses?.includes(String(item.class)) ?? false);
}

interface ProgressProps {
  readonly sections: readonly FormSection[];
  readonly values: Values;
  readonly hints: Readonly<Record<string, FieldHints>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly collisions: number;
}

/** The sections, how far each is, and where something is wrong. */
function Progress({ sections, values, hints, problems, collisions }: ProgressProps) {
  const styles = useStyles();
  const { t } = useSession();
  const go = (id: string) => () => {
    const heading = document.getElementById(`new-${id}-title`);
    heading?.closest('section')?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className={styles.nav} aria-label={t('changePage.sections')}>
      <ol className={styles.list}>
        {sections.map((section) => {
          const { done, all } = progressOf(section, values, hints);
          const isWrong = Object.keys(section.schema).some((name) => problems[name]) || (section.id === 'window' && collisions > 0);
          const icon = isWrong ? <Warning16Filled /> : done === all ? <CheckmarkCircle16Filled /> : <Circle16Regular />;
          return (
            <li key={section.id}>
              <Button appearance="subtle" className={styles.link} onClick={go(section.id)}>
                <span className={mergeClasses(styles.icon, isWrong ? styles.alarm : done === all && styles.done)} aria-hidden="true">
                  {icon}
                </span>
                <span className={styles.name}>{t(`changePage.section.${section.id}`)}</span>
                <span className={styles.count}>{t('changePage.progress', { done, all })}</span>
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
