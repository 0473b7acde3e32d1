// If this fails, screenshots and files of tickets are lost, mixed up, or readable outside their folder.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolderBlobs, openStorage, type BlobStore } from '../../shared/storage';
import { openAzureBlobs } from '../../shared/storage/azure/azure-blobs';
import { startAzurite, type Azurite } from '../_support/azurite';
import { errorOf } from './stores';

let directory: string;
let azurite: Azurite;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bellhop-blobs-'));
  azurite = await startAzurite({ withBlobs: true });
});
afterAll(async () => {
  await azurite.stop();
  await rm(directory, { recursive: true, force: true });
});

const BLOB_STORES: [string, () => Promise<BlobStore>][] = [
  ['folder', async () => openFolderBlobs(join(directory, 'blobs'))],
  ['azure', () => openAzureBlobs({ connectionString: azurite.connectionString }, 'attachments')],
];

describe.each(BLOB_STORES)('the %s blobs', (_, open) => {
  let blobs: BlobStore;
  beforeAll(async () => {
    blobs = await open();
  });

  test('before the first one, nothing is there', async () => {
    expect(await blobs.get('INC1/none')).toBeUndefined();
    await expect(blobs.delete('INC1/none')).resolves.toBeUndefined();
  });

  test('a blob comes back byte for byte, is replaced as a whole, and goes', async () => {
    const content = Buffer.from(Array.from({ length: 256 }, (_byte, index) => index));
    await blobs.put('INC1/screen-1.png', content);
    expect(await blobs.get('INC1/screen-1.png')).toEqual(content);
    await blobs.put('INC1/screen-1.png', Buffer.from('short'));
    expect(await blobs.get('INC1/screen-1.png')).toEqual(Buffer.from('short'));
    expect(await blobs.get('INC1')).toBeUndefined();
    expect(await blobs.get('INC1/screen-1.png/more')).toBeUndefined();
    await blobs.delete('INC1/screen-1.png');
    expect(await blobs.get('INC1/screen-1.png')).toBeUndefined();
  });

  test('an empty blob and one of 25 MB', async () => {
    await blobs.put('INC2/empty', Buffer.alloc(0));
    expect(await blobs.get('INC2/empty')).toEqual(Buffer.alloc(0));
    const large = Buffer.alloc(25 * 1_048_576, 'bellhop');
    await blobs.put('INC2/large.zip', large);
    expect(large.equals((await blobs.get('INC2/large.zip'))!)).toBe(true);
  });

  test('writers of one key at the same time leave one of their contents, whole', async () => {
    const contents = Array.from({ length: 10 }, (_content, index) => Buffer.alloc(100_000, String(index)));
    await Promise.all(contents.map((content) => blobs.put('INC3/same', content)));
    const left = (await blobs.get('INC3/same'))!;
    expect(contents.some((content) => content.equals(left))).toBe(true);
  });

  test.each([
    '', '/', '/etc/passwd', '../secret', 'a/../../secret', 'a/./b', 'a//b', 'a/', '.incoming/x', 'a/.hidden', 'a\\..\\b', 'C:\\x',
    'a\u0000b', 'a b', 'ä', 'a?b', 'a%2e%2e', '~/x', `${'x'.repeat(513)}`,
  ])('the key %j is refused', async (key) => {
    const badKey = { kind: 'invalid', code: 'storage.badKey' };
    await expect(blobs.put(key, Buffer.from('x'))).rejects.toMatchObject(badKey);
    await expect(blobs.get(key)).rejects.toMatchObject(badKey);
    await expect(blobs.delete(key)).rejects.toMatchObject(badKey);
  });
});

test('a folder keeps nothing of a write that fails', async () => {
  const folder = join(directory, 'failing');
  const blobs = openFolderBlobs(folder);
  await blobs.put('a/b', Buffer.from('x'));
  await expect(blobs.put('a', Buffer.from('x'))).rejects.toMatchObject({ kind: 'bug' });
  expect(await readdir(join(folder, '.incoming'))).toEqual([]);
});

describe('opening what the setting names', () => {
  test('embedded: rows and files below the data directory', async () => {
    const opened = await openStorage('embedded', join(directory, 'data'));
    expect(opened.kind).toBe('embedded');
    await opened.storage.commit({ partition: 'p', guarded: [{ kind: 'create', row: 'a', data: 1 }] });
    await opened.blobs.put('INC1/a.txt', Buffer.from('text'));
    await opened.storage.close();
    expect((await stat(join(directory, 'data', 'blobs', 'INC1', 'a.txt'))).size).toBe(4);
    const again = await openStorage('embedded', join(directory, 'data'));
    expect(await again.storage.get('p', 'a')).toMatchObject({ data: 1 });
    await again.storage.close();
  });

  test('a connection string: table and container of the account', async () => {
    const opened = await openStorage(azurite.connectionString, join(directory, 'unused'));
    expect(opened.kind).toBe('azure');
    await opened.storage.commit({ partition: 'p', guarded: [{ kind: 'create', row: 'a', data: 1 }] });
    await opened.blobs.put('INC1/a.txt', Buffer.from('text'));
    const again = await openStorage(azurite.connectionString, join(directory, 'unused'));
    expect(await again.storage.get('p', 'a')).toMatchObject({ data: 1 });
    expect(await again.blobs.get('INC1/a.txt')).toEqual(Buffer.from('text'));
    await expect(stat(join(directory, 'unused'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('an account without blobs keeps files in the data directory', async () => {
    const tablesOnly = azurite.connectionString.replace(/BlobEndpoint=[^;]+;/, '');
    const { blobs } = await openStorage(tablesOnly, join(directory, 'tables-only'));
    await blobs.put('INC1/a.txt', Buffer.from('text'));
    expect((await stat(join(directory, 'tables-only', 'blobs', 'INC1', 'a.txt'))).size).toBe(4);
  });

  test('anything else is refused, without repeating what may be a key', async () => {
    await writeFile(join(directory, 'file'), '');
    for (const setting of ['', 'sqlite', 'AccountKey=c2VjcmV0', 'AccountName=x;AccountKey=c2VjcmV0', 'http://account.table.core.windows.net', 'https://']) {
      const error = await errorOf(openStorage(setting, directory));
      expect(error).toMatchObject({ kind: 'invalid', code: 'storage.badSetting' });
      expect(error?.message).not.toContain('c2VjcmV0');
    }
    await expect(openStorage('embedded', join(directory, 'file'))).rejects.toMatchObject({ kind: 'bug', code: 'storage.failed' });
  });
});
