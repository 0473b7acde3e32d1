import type { Command } from './command';
import type { Terminal } from './terminal';

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}   ${right}`);
};

export function printHelp(commands: readonly Command[], { t, line }: Terminal): void {
  line(t('cli.help.intro'));
  line();
  line(t('cli.help.usage'));
  line();
  line(`${t('cli.help.commands')}:`);
  for (const row of columns(commands.map(({ name }) => [name, t(`cli.help.${name}`)]))) line(row);
  line();
  line(t('cli.help.more'));
  line(t('cli.help.settings'));
  line(t('cli.help.exit'));
}

export function printCommandHelp(command: Command, { t, line }: Terminal): void {
  line(t(`cli.help.${command.name}.more`));
  line();
  line(`${t('cli.help.options')}:`);
  const own = Object.entries(command.options).map(([name, { help, value }]): [string, string] => [`--${name}${value ? ` ${value}` : ''}`, t(help)]);
  for (const row of columns([...own, ['--language en|de', t('cli.help.language')], ['--help', t('cli.help.help')]])) line(row);
}
