// npm run package -- --env dev [--out FILE]: fills the placeholders of appPackage and makes the zip that Teams takes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fillPlaceholders, readEnvFile } from './launcher/env-file.mjs';
import { inRoot } from './launcher/folders.mjs';
import { installMissing } from './launcher/install.mjs';
import { checkNode } from './launcher/node-version.mjs';
import { runCommand, say, Stop } from './launcher/say.mjs';
import { zip } from './launcher/zip.mjs';

runCommand(async () => {
  checkNode();
  const { values } = parseArgs({ options: { env: { type: 'string', default: 'dev' }, out: { type: 'string' } } });
  await installMissing();
  const settings = readEnvFile(values.env);
  const missing = new Set();
  const texts = ['manifest.json', 'de.json'].map((name) => ({
    name,
    text: fillPlaceholders(readFileSync(inRoot('appPackage', name), 'utf8'), settings, missing),
  }));
  if (missing.size > 0) throw new Stop(`env/.env.${values.env} has no value for: ${[...missing].join(', ')}. Fill them in and run the command again.`);
  await checkManifest(texts[0].text);

  const files = texts.map(({ name, text }) => ({ name, content: Buffer.from(text) }));
  const icons = ['color.png', 'outline.png'].map((name) => ({ name, content: readFileSync(inRoot('appPackage', name)) }));
  const out = values.out ? path.resolve(process.env.INIT_CWD ?? '.', values.out) : inRoot('appPackage/build', `appPackage.${values.env}.zip`);
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, zip([...files, ...icons]));
  say(`${out}\nUpload it in the Teams admin center (Manage apps), or in Teams: Apps, Manage your apps, Upload an app.`);
});

/** Microsoft's own schema, from the package, without a network. */
async function checkManifest(text) {
  const { AppManifestUtils } = await import('@microsoft/app-manifest');
  const problems = await AppManifestUtils.validateAgainstSchema(JSON.parse(text));
  if (problems.length > 0) throw new Stop(`The manifest would be refused by Teams:\n- ${problems.join('\n- ')}`);
}
