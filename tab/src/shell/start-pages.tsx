import { Avatar, Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleTeam48Regular } from '@fluentui/react-icons/svg/people-team';
import { PlugDisconnected48Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { Search20Regular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import type { ApiError } from '../lib/api';
import type { DemoPerson } from '../lib/api-types';
import { errorText } from '../lib/error-text';
import type { Translate } from '../lib/texts';
import { EmptyState } from '../parts/EmptyState';
import { BellMark } from './BellMark';
import { choosePerson } from './sign-in';
import { useDemoPeople } from './use-demo-people';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', display: 'flex', flexDirection: 'column', alignItems: 'center', padding: '48px 16px' },
  center: { height: '100%', display: 'flex', flexDirection: 'column' },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'center', gap: '8px', textAlign: 'center', marginBottom: '24px' },
  title: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, maxWidth: '52ch' },
  list: { margin: 0, padding: 0, listStyle: 'none', width: '100%', maxWidth: '560px', display: 'flex', flexDirection: 'column', gap: '6px' },
  search: { width: '100%', maxWidth: '560px', marginBottom: '12px' },
  person: { width: '100%', justifyContent: 'flex-start', textAlign: 'left', padding: '10px 14px', gap: '12px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  groups: { color: tokens.colorBrandForeground1, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, flexShrink: 0, maxWidth: '45%', textAlign: 'right' },
  job: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});

const FIRST = 8;

const describe = (person: DemoPerson): string => `${person.name} ${person.title ?? ''} ${person.groups?.join(' ') ?? ''}`.toLowerCase();

/** Development: nobody is signed in yet. */
export function ChoosePerson({ t, onChosen }: { readonly t: Translate; onChosen(): void }) {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const people = useDemoPeople();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = people.filter((person) => words.every((word) => describe(person).includes(word)));
  const shown = query ? found : found.slice(0, FIRST);
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <BellMark size={48} />
        <h1 className={styles.title}>{t('tab.choosePerson')}</h1>
        <p className={styles.quiet}>{t('tab.choosePerson.text')}</p>
      </div>
      <Input
        className={styles.search}
        size="large"
        value={query}
        placeholder={t('tab.choosePerson.search')}
        aria-label={t('tab.choosePerson.search')}
        contentBefore={<Search20Regular aria-hidden />}
        onChange={(_event, data) => setQuery(data.value)}
      />
      <ul className={styles.list}>
        {shown.map((person) => (
          <li key={person.id}>
            <Button
              className={styles.person}
              onClick={() => {
                choosePerson(person.id);
                onChosen();
              }}
            >
              <Avatar name={person.name} color="colorful" size={36} aria-hidden />
              <span className={styles.words}>
                {person.name}
                <span className={styles.job}>{person.title}</span>
              </span>
              <span className={styles.groups}>{person.groups?.join(', ')}</span>
            </Button>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** The address was opened in a browser, where Teams cannot sign anybody in. */
export function OutsideTeams({ t }: { readonly t: Translate }) {
  const styles = useStyles();
  return (
    <main className={styles.center}>
      <EmptyState icon={<PeopleTeam48Regular />} title={t('tab.outsideTeams')} text={t('tab.outsideTeams.text')}>
        <Button as="a" appearance="primary" href="https://teams.microsoft.com">
          {t('tab.outsideTeams.open')}
        </Button>
      </EmptyState>
    </main>
  );
}

interface FailedProps {
  readonly t: Translate;
  readonly error: ApiError;
  onRetry(): void;
}

export function FailedPage({ t, error, onRetry }: FailedProps) {
  const styles = useStyles();
  const isSignIn = error.code === 'signIn' || error.status === 401;
  const text = isSignIn && !error.text ? t('tab.signInFailed.text') : errorText(error, t);
  return (
    <main className={styles.center}>
      <EmptyState icon={<PlugDisconnected48Regular />} title={t(isSignIn ? 'tab.signInFailed' : 'tab.startFailed')} text={text}>
        <Button appearance="primary" onClick={onRetry}>
          {t('tab.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}
