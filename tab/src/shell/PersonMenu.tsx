import {
  Avatar, Button, makeStyles, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuItemRadio, MenuList, MenuPopover, MenuTrigger, tokens,
} from '@fluentui/react-components';
import { Chat20Regular } from '@fluentui/react-icons/svg/chat';
import { Keyboard20Regular } from '@fluentui/react-icons/svg/keyboard';
import { PersonSwap20Regular } from '@fluentui/react-icons/svg/person-swap';
import { useSession } from '../lib/session';
import { useStore } from '../lib/store';
import { writeStored } from '../lib/stored';
import { AwayItems } from './AwayItems';
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
  return (
    <Menu
      checkedValues={{ theme: [theme], language: [language] }}
      onCheckedValueChange={(_event, { name, checkedItems }) => {
        if (name === 'theme') themeChoice.set(checkedItems[0] as ThemeChoice);
        if (name !== 'language') return;
        writeStored('language', checkedItems[0]);
        onRestart();
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="transparent" className={styles.button} aria-label={t('tab.person', { name: me.name, initials })} icon={<Avatar name={me.name} initials={initials} size={28} color="colorful" aria-hidden />} />
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.who}>
          <span className={styles.name}>{me.name}</span>
          <span>{me.groups.map((group) => group.name).join(', ') || t('role.employee')}</span>
        </div>
        <MenuList>
          {info.mode === 'development' && (
            <MenuItem
              icon={<PersonSwap20Regular />}
              onClick={() => {
                choosePerson(undefined);
                onRestart();
              }}
            >
              {t('tab.switchPerson')}
            </MenuItem>
          )}
          {chatUrl && (
            <MenuItem icon={<Chat20Regular />} onClick={() => host.openLink(chatUrl)}>
              {t('tab.openChat')}
            </MenuItem>
          )}
          <MenuItem icon={<Keyboard20Regular />} onClick={onHelp}>
            {t('tab.help')}
          </MenuItem>
          {me.isAgent && <AwayItems />}
          {!host.isTeams && (
            <>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>{t('tab.theme')}</MenuGroupHeader>
                {THEMES.map((choice) => (
                  <MenuItemRadio key={choice} name="theme" value={choice}>
                    {t(`tab.theme.${choice}`)}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
              <MenuDivider />
              <MenuGroup>
                <MenuGroupHeader>{t('tab.language')}</MenuGroupHeader>
                <MenuItemRadio name="language" value="en">
                  English
                </MenuItemRadio>
                <MenuItemRadio name="language" value="de">
                  Deutsch
                </MenuItemRadio>
              </MenuGroup>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
