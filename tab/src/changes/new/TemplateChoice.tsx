import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { Certificate20Regular } from '@fluentui/react-icons/svg/certificate';
import { ErrorCircle48Regular } from '@fluentui/react-icons/svg/error-circle';
import { useState } from 'react';
import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import { targetDuration } from '../../lib/duration';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Waiting } from '../../parts/Waiting';
import { templateName, useTemplates } from './use-templates';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  search: { width: '100%', maxWidth: '420px' },
  grid: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))', gap: '12px' },
  card: {
    display: 'flex', flexDirection: 'column', gap: '4px', height: '100%', boxSizing: 'border-box', padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke3}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none',
    ':hover': { border: `1px solid ${tokens.colorNeutralStroke1Hover}`, boxShadow: tokens.shadow4 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { display: 'flex', gap: '8px', alignItems: 'center', fontWeight: tokens.fontWeightSemibold },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  text: { color: tokens.colorNeutralForeground2, maxHeight: '60px', overflow: 'hidden' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginTop: 'auto' },
});

/** Ways of changing something that were agreed once and for all: only those that may be used now. */
export function TemplateChoice() {
  const styles = useStyles();
  const { t, language } = useSession();
  const { templates, error, load } = useTemplates();
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (error) {
    return (
      <EmptyState icon={<ErrorCircle48Regular />} title={t('changePage.templates.failed')} text={errorText(error, t)}>
        <Button appearance="primary" onClick={load}>
          {t('tab.retry')}
        </Button>
      </EmptyState>
    );
  }
  if (!templates) return <Waiting label={t('tab.loading')} />;
  const usable = templates.filter(({ isUsable }) => isUsable);
  if (usable.length === 0) {
    return (
      <EmptyState icon={<Certificate20Regular />} title={t('changePage.templates.none')} text={t('changePage.templates.none.text')}>
        <Button appearance="primary" onClick={() => navigate('#/changes/new/normal')}>
          {t('changePage.kind.normal')}
        </Button>
      </EmptyState>
    );
  }
  const matches = (template: TemplateRow): boolean => words.every((word) => `${template.id} ${templateName(template, language)} ${template.purpose ?? ''}`.toLowerCase().includes(word));
  const found = usable.filter(matches);
  return (
    <div className={styles.root}>
      <SearchBox className={styles.search} value={query} placeholder={t('changePage.templates.search')} aria-label={t('changePage.templates.search')} onChange={(_event, data) => setQuery(data.value)} />
      {found.length === 0 && <p className={styles.text}>{t('tab.nothingFound')}</p>}
      <ul className={styles.grid}>
        {found.map((template) => (
          <li key={template.id}>
            <a href={href('changes', 'new/standard', new URLSearchParams({ template: template.id })).replace('%2F', '/')} className={styles.card} data-template={template.id}>
              <span className={styles.name}>
                <span className={styles.icon} aria-hidden="true">
                  <Certificate20Regular />
                </span>
                {templateName(template, language)}
              </span>
              <span className={styles.text}>{template.purpose}</span>
              <span className={styles.quiet}>
                {[template.ownerName, template.maxMinutes && t('changePage.templates.atMost', { time: targetDuration(template.maxMinutes, language) })].filter(Boolean).join(' · ')}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
