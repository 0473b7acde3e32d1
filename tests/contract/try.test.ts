import { startAzurite, connectionStringFor } from '../_support/azurite';
import { startFaultProxy } from '../_support/fault-proxy';
import { openAzureStorage } from '../../shared/storage/azure/azure-storage';
import { openAzureBlobs } from '../../shared/storage/azure/azure-blobs';
test('try', async () => {
  const azurite = await startAzurite({ withBlobs: true });
  const proxy = await startFaultProxy(azurite.tableAddress);
  const s = await openAzureStorage({ connectionString: connectionStringFor(proxy.address) }, 'bellhop');
  const r = await s.commit({ partition: 'p', guarded: [{ kind: 'create', row: "a'b %+&=é".replace('é',''), data: { a: 1 } }, { kind: 'create', row: 'b', data: { a: 2 } }] });
  console.log(r);
  const etags = (r as any).etags as Map<string,string>;
  console.log(await s.get('p', "a'b %+&="), await s.range({ partition: 'p', from: '', to: '~' }));
  for (const b of [
    { partition: 'p', guarded: [{ kind: 'replace', row: 'b', etag: etags.get('b')!, data: 3 }, { kind: 'delete', row: "a'b %+&=", etag: 'x' }] },
    { partition: 'p', guarded: [{ kind: 'replace', row: 'zz', etag: etags.get('b')!, data: 3 }] },
    { partition: 'p', guarded: [{ kind: 'delete', row: 'zz', etag: etags.get('b')! }] },
    { partition: 'p', guarded: [{ kind: 'create', row: 'c', data: 1 }, { kind: 'create', row: 'b', data: 1 }] },
    { partition: 'p', guarded: [{ kind: 'create', row: 'c', data: 1 }], derived: [{ kind: 'drop', row: 'q1' }, { kind: 'put', row: 'd', data: 1 }, { kind: 'drop', row: 'q2' }] },
    { partition: 'p', guarded: [{ kind: 'delete', row: 'b', etag: etags.get('b')! }] },
  ] as any[]) { try { console.log(await s.commit(b)); } catch (e) { console.log('ERR', e, (e as any).cause); } }
  console.log(proxy.seen.map((x) => `${x.method} ${x.url} ${x.bodyBytes}`));
  const blobs = await openAzureBlobs({ connectionString: azurite.connectionString }, 'bellhop');
  console.log(await blobs.get('a/b')); await blobs.delete('a/b'); await blobs.put('a/b', Buffer.from('hi')); console.log(await blobs.get('a/b'), await blobs.get('a/c')); await blobs.put('e', Buffer.alloc(0)); console.log(await blobs.get('e')); await blobs.delete('a/b'); console.log(await blobs.get('a/b'));
  await proxy.close();
  await azurite.stop();
});
