// If this fails, a clone of the repository does not build elsewhere, or carries the traces of one machine.
import { allFiles, read } from './source-files';

const isText = (file: string): boolean => !/\.(png|ico|gz|zip|wasm|jpe?g|gif|webp|pdf)$/.test(file);
const texts = allFiles.filter(isText);

function filesWith(pattern: RegExp, files: readonly string[] = texts): string[] {
  return files.filter((file) => pattern.test(read(file)));
}

// The patterns are put together from parts, so that this file does not match them itself.
test('no file names a package registry', () => {
  expect(filesWith(new RegExp(`(${'regis'}${'try'}|npm|packages?|artifacts?)\\.[a-z0-9-]+\\.(org|com|net|io|dev|local|internal)\\b`, 'i'))).toEqual([]);
});

test('no file names a folder of one machine', () => {
  const folders = [`/${'work'}/`, `/${'home'}/[a-z]`, `/${'Users'}/[A-Za-z]`, `/${'root'}/`, '[A-Z]:\\\\Users'];
  expect(filesWith(new RegExp(`(^|[\\s'"\`(=:])(${folders.join('|')})`, 'm'))).toEqual([]);
});

test('the lock file leaves open where packages come from', () => {
  expect(read('package-lock.json')).not.toContain(`"${'reso'}${'lved'}"`);
  expect(read('.npmrc')).toContain(`omit-lockfile-registry-${'reso'}${'lved'}=true`);
});

test('the lock file knows the packages of every platform, so that it installs on all of them', () => {
  type Locked = Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Locked };
  const isFound = (folder: string, name: string): boolean => {
    if (`${folder && `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
    return isFound(folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/'))), name);
  };
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) => Object.keys(optionalDependencies).filter((name) => !isFound(folder, name)));
  expect(missing).toEqual([]);
});

test('dependencies are pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose).toEqual([]);
});

test('no secret is committed', () => {
  const secrets = new RegExp(`AccountKey=(?!Eby8vdM02x)[A-Za-z0-9+/]{40,}|-----BEGIN [A-Z ]*PRIVATE ${'KEY'}-----|client_secret=[^$\\s]{12,}`);
  expect(filesWith(secrets)).toEqual([]);
});

test('the top level stays small', () => {
  const known = [
    '.ci', '.editorconfig', '.gitattributes', '.gitignore', '.npmrc', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'appPackage', 'bot', 'docs', 'env',
    'eslint.config.mjs', 'infra', 'jest.config.js', 'm365agents.yml', 'package-lock.json', 'package.json', 'shared', 'tab', 'tests', 'tsconfig.base.json',
    'tsconfig.json',
  ];
  expect([...new Set(allFiles.map((file) => file.split('/')[0]))].filter((name) => !known.includes(name ?? ''))).toEqual([]);
});
