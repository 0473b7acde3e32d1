import { Avatar, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons/svg/chat';
import { Keyboard20Regular } from '@fluentui/react-icons/svg/keyboard';
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap';
import { useSession } from '../lib/session';
import { useStore } from '../lib/store';
import { writeStored } from '../lib/stored';
import type { MenuSection } from '../parts/ChoiceMenu';
import { MenuOpener } from '../parts/MenuOpener';
import { choosePerson } from './sign-in';
import { themeChoice, type ThemeChoice } from './theme';

const THEMES: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];

const useStyles = makeStyles({
  who: { display: 'flex', flexDirection: 'column', padding: '8px 12px 10px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  button: { minWidth: 0, padding: '2px', borderRadius: '50%' },
});

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

interface Props {
  onRestart(): void;
  onHelp(): void;
}

/** Who is signed in, and what can be chosen: in Teams, theme and language are Teams' own. */
export function PersonMenu({ onRestart, onHelp }: Props) {
  const styles = useStyles();
  const { t, me, host, info, language } = useSession();
  const theme = useStore(themeChoice);
  // What is seen is part of the name, so that people who speak to their computer can say it.
  const initials = initialsOf(me.name);
  const chatUrl = info.playgroundUrl ?? (info.clientId ? `https://teams.microsoft.com/l/chat/0/0?users=28:${info.clientId}` : undefined);
  const doing: Readonly<Record<string, () => void>> = {
    switch: () => {
      choosePerson(undefined);
      onRestart();
    },
    chat: () => chatUrl && host.openLink(chatUrl),
    help: onHelp,
  };
  const actions: MenuSection = {
    name: 'actions',
    kind: 'actions',
    choices: [
      ...(info.mode === 'development' ? [{ id: 'switch', label: t('tab.switchPerson'), icon: <PersonSwap20Regular /> }] : []),
      ...(chatUrl ? [{ id: 'chat', label: t('tab.openChat'), icon: <Chat20Regular /> }] : []),
      { id: 'help', label: t('tab.help'), icon: <Keyboard20Regular /> },
    ],
    onChoose: ([id]) => doing[id ?? '']?.(),
  };
  const looks: MenuSection = {
    name: 'theme',
    kind: 'one',
    title: t('tab.theme'),
    chosen: [theme],
    choices: THEMES.map((choice) => ({ id: choice, label: t(`tab.theme.${choice}`) })),
    onChoose: ([choice]) => themeChoice.set(choice as ThemeChoice),
  };
  const languages: MenuSection = {
    name: 'language',
    kind: 'one',
    title: t('tab.language'),
    chosen: [language],
    choices: [{ id: 'en', label: 'English' }, { id: 'de', label: 'Deutsch' }],
    onChoose: ([choice]) => {
      writeStored('language', choice);
      onRestart();
    },
  };
  const head = (
    <div className={styles.who}>
      <span className={styles.name}>{me.name}</span>
      <span>{me.groups.map((group) => group.name).join(', ') || t('role.employee')}</span>
    </div>
  );
  return (
    <MenuOpener head={head} sections={host.isTeams ? [actions] : [actions, looks, languages]}>
      {(opener) => (
        <Button
          appearance="transparent"
          className={styles.button}
          aria-label={t('tab.person', { name: me.name, initials })}
          icon={<Avatar name={me.name} initials={initials} size={28} color="colorful" aria-hidden />}
          {...opener}
        />
      )}
    </MenuOpener>
  );
}
