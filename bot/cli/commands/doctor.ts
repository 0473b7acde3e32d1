import type { Command } from '../command';
import { checkManifest } from '../doctor/check-manifest';
import { checkBrowser, checkNode, checkPort, checkSettings } from '../doctor/check-runtime';
import { checkStorage } from '../doctor/check-storage';
import type { Finding } from '../doctor/finding';
import type { Terminal } from '../terminal';

const LABEL = { ok: 'cli.doctor.ok', note: 'cli.doctor.warning', bad: 'cli.doctor.bad' } as const;

/** `bellhop doctor`: looks at everything that can keep Bellhop from working, and says what to do about each. */
export const doctorCommand: Command = {
  name: 'doctor',
  maxPositionals: 0,
  options: {},
  async run(_given, terminal) {
    const { config, findings: settings } = checkSettings();
    const findings: readonly Finding[] = [
      checkNode(),
      ...settings,
      ...(config ? [await checkStorage(config)] : []),
      ...(await checkManifest()),
      ...(config ? [await checkPort(config.port, config.host)] : []),
      checkBrowser(),
    ];
    for (const finding of findings) show(finding, terminal);
    const count = findings.filter(({ level }) => level === 'bad').length;
    terminal.line();
    if (count > 0) terminal.say('cli.doctor.problems', { count });
    else terminal.say('cli.doctor.allWell');
    return count > 0 ? 1 : 0;
  },
};

function show({ title, titleParams, level, key, params, text }: Finding, { t, line }: Terminal): void {
  const label = `[${t(LABEL[level])}]`.padEnd(11);
  line(`${label}${t(title, titleParams)}: ${key ? t(key, params) : (text ?? '')}`);
}
