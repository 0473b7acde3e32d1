import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from './finding';

const title = 'cli.doctor.manifest';

interface Manifest {
  readonly version?: string;
  readonly icons?: { readonly color?: string; readonly outline?: string };
  readonly localizationInfo?: { readonly additionalLanguages?: readonly { readonly file: string }[] };
}

/** The checkout this program was built from. */
export function findRoot(from = __dirname): string | undefined {
  if (existsSync(join(from, 'appPackage', 'manifest.json'))) return from;
  return dirname(from) === from ? undefined : findRoot(dirname(from));
}

/** Is the app package whole, and does its manifest follow Microsoft's schema once its variables are filled in? */
export async function checkManifest(root = findRoot()): Promise<readonly Finding[]> {
  if (!root) return [{ title, level: 'bad', key: 'cli.doctor.manifest.missing' }];
  const folder = join(root, 'appPackage');
  const manifest = readJson(folder, 'manifest.json');
  if ('level' in manifest) return [manifest];
  const languages = (manifest.json as Manifest).localizationInfo?.additionalLanguages ?? [];
  const { icons, version } = manifest.json as Manifest;
  const missing = [icons?.color ?? 'color.png', icons?.outline ?? 'outline.png'].filter((file) => !existsSync(join(folder, file)));
  const problems = [
    ...missing.map((file): Finding => ({ title, level: 'bad', key: 'cli.doctor.manifest.icon', params: { file } })),
    ...languages.map(({ file }) => readJson(folder, file)).filter((read) => 'level' in read),
  ];
  const schema = await schemaProblems(manifest.json);
  if (schema === undefined) problems.push({ title, level: 'note', key: 'cli.doctor.manifest.unchecked' });
  for (const detail of schema ?? []) problems.push({ title, level: 'bad', key: 'cli.doctor.manifest.invalid', params: { detail } });
  if (problems.length > 0) return problems;
  return [{ title, level: 'ok', key: 'cli.doctor.manifest.ok', params: { version: version ?? '', language: languages.length } }];
}

function readJson(folder: string, file: string): { readonly json: unknown } | Finding {
  try {
    return { json: JSON.parse(filled(readFileSync(join(folder, file), 'utf8'))) };
  } catch (error) {
    return { title, level: 'bad', key: 'cli.doctor.manifest.badJson', params: { file: `appPackage/${file}`, detail: (error as Error).message } };
  }
}

/** Variables as `npm run package` fills them, or something of the same form: the schema looks at ids and addresses. */
function filled(text: string): string {
  return text.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => process.env[name] || sampleOf(name));
}

function sampleOf(name: string): string {
  if (name.endsWith('_ID')) return '00000000-0000-4000-8000-000000000000';
  if (name.endsWith('_URL')) return 'https://bellhop.example.com';
  return name.endsWith('_DOMAIN') ? 'bellhop.example.com' : 'Bellhop';
}

/** Microsoft's own schema comes with the development packages; undefined without them. */
async function schemaProblems(manifest: unknown): Promise<readonly string[] | undefined> {
  try {
    const { AppManifestUtils } = await import('@microsoft/app-manifest');
    return await AppManifestUtils.validateAgainstSchema(manifest as never);
  } catch {
    return undefined;
  }
}
