import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { errorText } from '../../../lib/error-text';
import { useNow } from '../../../lib/now';
import { useSession } from '../../../lib/session';
import { Placeholder } from '../../../parts/Placeholder';
import { Sheet } from '../../../parts/Sheet';
import { useYear, type YearSource } from './use-year';
import { YearView } from './YearView';

/** The year of a calendar, also of one that is being edited. */
export function YearPanel({ source }: { readonly source: YearSource }) {
  const { t } = useSession();
  const [year, setYear] = useState(Number(useNow().slice(0, 4)));
  const { view, error, isOld } = useYear(source, year);
  return (
    <Sheet title={t('levels.year.title')} hint={t('levels.year.help')}>
      {error && (
        <MessageBar intent="warning" role="status">
          <MessageBarBody>{errorText(error, t)}</MessageBarBody>
        </MessageBar>
      )}
      {view ? <YearView view={view} isOld={isOld || error !== undefined} onYear={setYear} /> : !error && <Placeholder label={t('tab.loading')} widths={[96, 88, 92, 84]} />}
    </Sheet>
  );
}
