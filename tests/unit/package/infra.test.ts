// If this fails, an installation in Azure would stop at the deployment, start without a setting it needs, or stand open to strangers.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Language, Parser, type Node, type Tree } from 'web-tree-sitter';
import { decideConfig } from '../../../bot/config/config';
import { readEnv } from '../../../bot/config/env';

const ROOT = path.resolve(__dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const FILES = ['infra/azure.bicep', ...readdirSync(path.join(ROOT, 'infra/modules')).map((name) => `infra/modules/${name}`)];
const APP_ID = '22222222-2222-4222-8222-222222222222';
const modules = FILES.filter((file) => file !== 'infra/azure.bicep');

let parser: Parser;
const trees = new Map<string, Tree>();

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(await Language.load(readFileSync(path.join(ROOT, 'node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm'))));
  for (const file of FILES) {
    const tree = parser.parse(read(file));
    if (tree) trees.set(file, tree);
  }
});

function nodes(file: string, type: string): Node[] {
  return trees.get(file)?.rootNode.descendantsOfType(type) ?? [];
}

const nameOf = (node: Node): string => node.descendantsOfType('identifier')[0]?.text ?? '';

/** The parameters of a file, and whether each one must be given. */
function parametersOf(file: string): { name: string; isRequired: boolean }[] {
  return nodes(file, 'parameter_declaration').map((node) => ({ name: nameOf(node), isRequired: !/=/.test(node.text.split('\n').at(-1) ?? '') }));
}

function settingsOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/\{ name: '(\w+)', value: (.+?) \}/g)].map(([, name, value]) => [name ?? '', value ?? '']));
}

test('every file is syntactically right', () => {
  const wrong = FILES.filter((file) => trees.get(file)?.rootNode.hasError !== false);
  expect(wrong).toEqual([]);
});

test('a broken file would be found', () => {
  expect(parser.parse("param name string\nresource a 'b@c' = {\n  name name\n}\n")?.rootNode.hasError).toBe(true);
});

test('every parameter and variable is used', () => {
  for (const file of FILES) {
    const declared = [...parametersOf(file).map(({ name }) => name), ...nodes(file, 'variable_declaration').map(nameOf)];
    expect(declared.length).toBeGreaterThan(0);
    for (const name of declared) {
      const uses = nodes(file, 'identifier').filter((node) => node.text === name).length;
      expect({ file, name, isUsed: uses > 1 }).toEqual({ file, name, isUsed: true });
    }
  }
});

test.each(modules)('%s is called with exactly the parameters it has', (file) => {
  const call = nodes('infra/azure.bicep', 'module_declaration').find((node) => node.text.includes(`'${file.replace('infra/', '')}'`));
  const given = [...(/params: \{\n([\s\S]*?)\n {2}\}/.exec(call?.text ?? '')?.[1] ?? '').matchAll(/^ {4}(\w+):/gm)].map(([, name]) => name);
  const known = parametersOf(file);
  expect(given.filter((name) => !known.some((parameter) => parameter.name === name))).toEqual([]);
  expect(known.filter(({ name, isRequired }) => isRequired && !given.includes(name))).toEqual([]);
});

test('the parameter file gives what the template asks for', () => {
  const { parameters } = JSON.parse(read('infra/azure.parameters.json')) as { parameters: Record<string, unknown> };
  const known = parametersOf('infra/azure.bicep');
  expect(Object.keys(parameters).filter((name) => !known.some((parameter) => parameter.name === name))).toEqual([]);
  expect(known.filter(({ name, isRequired }) => isRequired && !(name in parameters))).toEqual([]);
});

test('outputs of modules that are used exist', () => {
  const used = [...read('infra/azure.bicep').matchAll(/(\w+)\.outputs\.(\w+)/g)];
  expect(used.length).toBeGreaterThan(0);
  for (const [, module, output] of used) expect(nodes(`infra/modules/${module}.bicep`, 'output_declaration').map(nameOf)).toContain(output);
});

test('the server starts with the settings it gets, and every setting is one it knows', () => {
  const given = settingsOf(read('infra/modules/server.bicep'));
  const examples: Record<string, string> = {
    PUBLIC_URL: 'https://bellhop.azurewebsites.net',
    BELLHOP_STORAGE: 'https://bellhopdata.table.core.windows.net/',
    BELLHOP_ADMINS: 'eva.lindqvist@nordwind.example',
    LOG_LEVEL: 'info',
    MicrosoftAppId: '22222222-2222-4222-8222-222222222222',
    MicrosoftAppTenantId: '44444444-4444-4444-8444-444444444444',
    TEAMS_APP_ID: '11111111-1111-4111-8111-111111111111',
    AAD_APP_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  };
  const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, examples[name] ?? value.replaceAll("'", '')]));
  const config = decideConfig(readEnv({ ...env, PORT: '8080' }));
  expect(config).toMatchObject({ isDevelopment: false, host: '0.0.0.0', port: 8080, microsoftAppType: 'UserAssignedMSI', storage: examples['BELLHOP_STORAGE'] });

  const known = [...read('bot/config/env.ts').matchAll(/'([A-Za-z_]+)'/g)].map(([, name]) => name);
  const forAzure = ['AZURE_CLIENT_ID', 'SCM_DO_BUILD_DURING_DEPLOYMENT', 'WEBSITE_WARMUP_PATH', 'WEBSITE_WARMUP_STATUSES', 'WEBSITES_CONTAINER_STOP_TIME_LIMIT'];
  expect(Object.keys(given).filter((name) => !known.includes(name) && !forAzure.includes(name))).toEqual([]);
});

test('storage takes no keys, no old TLS and shows nothing to the public', () => {
  const storage = read('infra/modules/storage.bicep');
  for (const rule of ["minimumTlsVersion: 'TLS1_2'", 'supportsHttpsTrafficOnly: true', 'allowBlobPublicAccess: false', 'allowSharedKeyAccess: false']) {
    expect(storage).toContain(rule);
  }
  expect(FILES.filter((file) => /listKeys\(|AccountKey=|publicAccess: '(Blob|Container)'/.test(read(file)))).toEqual([]);
});

test('the web app is asked whether it is ready, and has longer to stop than the server takes for it', () => {
  const server = read('infra/modules/server.bicep');
  expect(server).toContain("healthCheckPath: '/readyz'");
  expect(settingsOf(server)).toMatchObject({ WEBSITE_WARMUP_PATH: "'/readyz'", WEBSITE_WARMUP_STATUSES: "'200'" });
  const drainSeconds = decideConfig(readEnv({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: APP_ID, TEAMS_APP_ID: APP_ID, PUBLIC_URL: 'https://bellhop.example' })).drainSeconds;
  // After that requests get ten seconds to end, messages on their way ten, traces three.
  expect(Number(settingsOf(server).WEBSITES_CONTAINER_STOP_TIME_LIMIT?.replaceAll("'", ''))).toBeGreaterThan(drainSeconds + 10 + 10 + 3);
});

test('the web app speaks https with current TLS only, and no FTP', () => {
  const server = read('infra/modules/server.bicep');
  for (const rule of ['httpsOnly: true', "minTlsVersion: '1.2'", "scmMinTlsVersion: '1.2'", "ftpsState: 'Disabled'"]) expect(server).toContain(rule);
});

test('no parameter carries a secret', () => {
  for (const file of FILES) expect(parametersOf(file).filter(({ name }) => /password|secret|key/i.test(name))).toEqual([]);
});

test('every name in double braces is a setting of the environment file', () => {
  const known = [...read('env/.env.dev').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const users = ['m365agents.yml', 'infra/azure.parameters.json', 'infra/entra-app.json', 'appPackage/manifest.json', 'appPackage/de.json'];
  for (const file of users) {
    const asked = [...read(file).matchAll(/\$\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name);
    expect({ file, unknown: asked.filter((name) => !known.includes(name)) }).toEqual({ file, unknown: [] });
  }
});

test('the toolkit file names files that exist and writes back what the environment file holds', () => {
  const text = read('m365agents.yml');
  const paths = text.match(/\.\/(infra|appPackage)\/[\w.-]+\.(json|bicep)/g) ?? [];
  expect(paths).toContain('./infra/azure.bicep');
  for (const name of paths) expect(() => read(name)).not.toThrow();

  const known = [...read('env/.env.dev').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  const written = [...text.split('publish:')[0]?.matchAll(/^ {6}\w+: ([A-Z_]+)$/gm) ?? []].map(([, name]) => name ?? '');
  expect(written).toContain('TEAMS_APP_ID');
  const outputs = nodes('infra/azure.bicep', 'output_declaration').map(nameOf);
  expect([...written, ...outputs].filter((name) => !known.includes(name))).toEqual([]);
});

test('the tab signs in to an application that answers only this tenant, with the scope that the server asks for', () => {
  const app = JSON.parse(read('infra/entra-app.json')) as {
    signInAudience: string;
    api: {
      requestedAccessTokenVersion: number;
      oauth2PermissionScopes: readonly { id: string; value: string; isEnabled: boolean }[];
      preAuthorizedApplications: readonly { delegatedPermissionIds: readonly string[] }[];
    };
  };
  const [scope] = app.api.oauth2PermissionScopes;
  expect(app).toMatchObject({ signInAudience: 'AzureADMyOrg', api: { requestedAccessTokenVersion: 2 } });
  expect(scope).toMatchObject({ value: 'access_as_user', isEnabled: true });
  for (const client of app.api.preAuthorizedApplications) expect(client.delegatedPermissionIds).toEqual([scope?.id]);
});
