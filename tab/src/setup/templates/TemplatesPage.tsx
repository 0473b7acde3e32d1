import { Button, Link, makeStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { DocumentCopyRegular } from '@fluentui/react-icons/svg/document-copy';
import { TEMPLATE_STATES } from '../../../../shared/change-templates/change-template-schema';
import type { TemplateRow } from '../../../../shared/change-templates/change-template-views';
import { errorText } from '../../lib/error-text';
import { href, navigate } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';
import { entryName } from '../../registers/names';
import { writesTemplates } from '../access';
import { Pick } from '../editors/Pick';
import { TEMPLATE_ROWS } from '../lists/kinds';
import { useRows } from '../lists/use-rows';
import { EntryRow, useRowListStyles } from '../pages/EntryRow';
import { TemplateMarks } from './TemplateMarks';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 16px' },
  filter: { width: '180px' },
  push: { marginLeft: 'auto' },
});

/** In the order in which they need somebody. */
const ORDER = ['suspended', 'proposed', 'renewing', 'draft', 'approved', 'retired'] as const satisfies readonly (typeof TEMPLATE_STATES)[number][];

/** Pre-approved ways of changing something, by state. */
export default function TemplatesPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t, me } = useSession();
  const state = TEMPLATE_STATES.find((name) => name === query.get('state'));
  const { rows, status, error, cursor, more, retry } = useRows(TEMPLATE_ROWS, 'changeTemplates', { state, sort: 'name' });
  const add = writesTemplates(me) && (
    <Button appearance="primary" icon={<Add20Regular aria-hidden />} onClick={() => navigate(href('setup/changeTemplates', 'new'))}>
      {t('action.changeTemplates.add')}
    </Button>
  );
  const show = (value: string): void => navigate(href('setup', 'changeTemplates', value ? new URLSearchParams({ state: value }) : undefined), true);
  return (
    <>
      <div className={styles.bar}>
        <Pick
          className={styles.filter} label={t('setup.filter.state')} value={state ?? ''}
          choices={[{ value: '', text: t('setup.templates.all') }, ...TEMPLATE_STATES.map((name) => ({ value: name, text: t(`setup.templates.state.${name}`) }))]} onChange={show}
        />
        <span className={styles.push}>{rows.length > 0 && add}</span>
      </div>
      {status === 'loading' && <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />}
      {status === 'failed' && (
        <EmptyState icon={<DocumentCopyRegular />} title={t('register.failed')} text={error && errorText(error, t)}>
          <Button onClick={retry}>{t('tab.retry')}</Button>
        </EmptyState>
      )}
      {status === 'ready' && rows.length === 0 && (
        <EmptyState icon={<DocumentCopyRegular />} title={t(state ? 'setup.templates.noneOf' : 'setup.changeTemplates.none')} text={t('setup.changeTemplates.none.text')}>
          {add}
        </EmptyState>
      )}
      {ORDER.map((name) => (
        <OfState key={name} state={name} rows={rows.filter((row) => row.state === name)} />
      ))}
      {cursor && (
        <div>
          <Button onClick={more}>{t('setup.more')}</Button>
        </div>
      )}
    </>
  );
}

function OfState({ state, rows }: { readonly state: string; readonly rows: readonly TemplateRow[] }) {
  const styles = useRowListStyles();
  const { t, language } = useSession();
  if (rows.length === 0) return null;
  return (
    <Sheet title={t(`setup.templates.state.${state}`)}>
      <ul className={styles.list} aria-label={t(`setup.templates.state.${state}`)}>
        {rows.map((row) => (
          <EntryRow
            key={row.id}
            id={row.id}
            name={
              <Link href={href('setup/changeTemplates', row.id)} className={styles.link}>
                {entryName({ ...row }, language)}
              </Link>
            }
            marks={<TemplateMarks template={row} />}
            end={row.ownerName}
          >
            {row.waitsFor || row.purpose}
          </EntryRow>
        ))}
      </ul>
    </Sheet>
  );
}
