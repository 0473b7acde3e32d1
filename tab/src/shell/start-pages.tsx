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
  columns: { display: 'flex', flexWrap: 'wrap', gap: '24px', width: '100%', maxWidth: '920px', alignItems: 'flex-start' },
  column: { flexGrow: 1, flexBasis: '300px', minWidth: 0 },
  heading: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  search: { width: '100%', maxWidth: '920px', marginBottom: '20px' },
  person: { width: '100%', justifyContent: 'flex-start', textAlign: 'left', padding: '10px 14px', gap: '12px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  job: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
});

const describe = (person: DemoPerson): string => `${person.name} ${person.title ?? ''} ${person.groups?.join(' ') ?? ''}`.toLowerCase();

const worksOnTickets = (person: DemoPerson): boolean => (person.groups?.length ?? 0) > 0;

/** Development: nobody is signed in yet. */
export function ChoosePerson({ t, onChosen }: { readonly t: Translate; onChosen(): void }) {
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const people = useDemoPeople();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = people.filter((person) => words.every((word) => describe(person).includes(word)));
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
      <div className={styles.columns}>
        <People title={t('tab.choosePerson.agents')} people={found.filter(worksOnTickets)} onChosen={onChosen} />
        <People title={t('tab.choosePerson.employees')} people={found.filter((person) => !worksOnTickets(person))} onChosen={onChosen} />
      </div>
    </main>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly DemoPerson[];
  onChosen(): void;
}

function People({ title, people, onChosen }: PeopleProps) {
  const styles = useStyles();
  if (people.length === 0) return null;
  return (
    <section className={styles.column} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <ul className={styles.list}>
        {people.map((person) => (
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
                <span className={styles.job}>{[person.title, person.groups?.join(', ')].filter(Boolean).join(' · ')}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
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
