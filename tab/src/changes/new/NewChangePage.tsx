import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left';
import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { Search48Regular } from '@fluentui/react-icons/svg/search';
import { useEffect } from 'react';
import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import type { RecordView } from '../../../../shared/kernel';
import { useRecord } from '../../lib/records';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Waiting } from '../../parts/Waiting';
import { proposesChanges } from '../access';
import { KindChoice } from './KindChoice';
import { ProposalForm } from './ProposalForm';
import { KINDS, type Kind } from './sections';
import { TemplateChoice } from './TemplateChoice';
import { templateName } from './use-templates';

const useStyles = makeStyles({
  root: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '8px 16px 32px', '@media (max-width: 639px)': { padding: '4px 8px 16px' } },
  column: { maxWidth: '1060px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: '14px' },
  head: { display: 'flex', alignItems: 'center', gap: '10px', minWidth: 0 },
  back: { minWidth: 0, marginLeft: '-6px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
});

interface Props {
  readonly kind: string | undefined;
  readonly query: URLSearchParams;
}

/** A new change: first which way it goes, then what it is about. */
export default function NewChangePage({ kind: asked, query }: Props) {
  const styles = useStyles();
  const { t, me } = useSession();
  const kind: Kind | undefined = KINDS.find((name) => name === asked);
  const templateId = kind === 'standard' ? (query.get('template') ?? undefined) : undefined;
  const title = t(kind ? `changePage.kind.${kind}` : 'tab.changes.new');
  useEffect(() => {
    document.title = `${title} · Bellhop`;
  }, [title]);
  if (!proposesChanges(me)) return <EmptyState icon={<LockClosed48Regular />} title={t('changePage.new.closed')} text={t('changePage.new.closed.text')} />;
  return (
    <div className={styles.root}>
      <div className={styles.column}>
        <div className={styles.head}>
          <Button as="a" href={kind ? (templateId ? '#/changes/new/standard' : href('changes', 'new')) : href('changes')} size="small" appearance="subtle" className={styles.back} icon={<ArrowLeft20Regular />} aria-label={t('tab.back')} />
          <h1 className={styles.title}>{title}</h1>
        </div>
        <p className={styles.text}>{t(kind ? `changePage.kind.${kind}.text` : 'changePage.new.which')}</p>
        {!kind && <KindChoice />}
        {kind === 'standard' && !templateId && <TemplateChoice />}
        {kind === 'standard' && templateId && <FromTemplate key={templateId} id={templateId} />}
        {kind && kind !== 'standard' && <ProposalForm key={kind} kind={kind} incidentId={query.get('incident') ?? undefined} />}
      </div>
    </div>
  );
}

/** The form of a standard change starts with what its template says. */
function FromTemplate({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { t, records, language } = useSession();
  const { record, error } = useRecord<TemplateRow & RecordView>(records, 'changeTemplates', id);
  if (error && !record) {
    return (
      <EmptyState icon={<Search48Regular />} title={t('changePage.templates.missing')} text={t('changePage.templates.missing.text')}>
        <Button onClick={() => navigate('#/changes/new/standard')}>{t('changePage.templates.choose')}</Button>
      </EmptyState>
    );
  }
  if (!record) return <Waiting label={t('tab.loading')} />;
  return (
    <>
      <p className={styles.text}>
        <strong>{templateName(record, language)}</strong> {record.purpose}
      </p>
      <ProposalForm kind="standard" template={record} />
    </>
  );
}
