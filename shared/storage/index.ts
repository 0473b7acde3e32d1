export {
  endOf,
  LIMITS,
  rowsBetween,
  rowsUnder,
  type Batch,
  type BlobStore,
  type CommitResult,
  type DerivedWrite,
  type GuardedWrite,
  type RangePage,
  type RangeQuery,
  type Storage,
  type StoredRow,
} from './port';
export { sizeInBatch } from './limits';
export { openStorage, type OpenedStorage } from './open';
export { openEmbeddedStorage } from './embedded/embedded-storage';
export { checkBlobKey, openFolderBlobs } from './blobs';
export { countCalls, type CountingStorage, type StorageCounts } from './counting';
