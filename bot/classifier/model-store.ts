import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { encodeModel, ModelFileError, modelReading, type ClassifierModel } from '../../shared/classifier';

const NAME = 'it-topics.model.gz';
/** Beside this file in the sources; compiled code lies in dist/bot/classifier, three folders below that of the package. */
const BESIDE = path.join(__dirname, NAME);
const IN_PACKAGE = path.resolve(__dirname, '../../../bot/classifier', NAME);
/** Unpacked, the largest model that can be made is far smaller; a file that says otherwise must not fill the memory. */
const MAX_BYTES = 512 * 1024 * 1024;

/** The model that comes with Bellhop: eight topics of IT tickets in English (docs/classifier.md). */
export const SHIPPED_MODEL = existsSync(BESIDE) ? BESIDE : IN_PACKAGE;

/** Reads a model. Throws a ModelFileError when it is none, and the error of the file system when there is no such file. */
export async function readModel(file: string): Promise<ClassifierModel> {
  return unpackModel(await readFile(file));
}

/** A packed model in memory, in steps between which requests have their turn. Throws a ModelFileError when it is none. */
export async function unpackModel(packed: Uint8Array): Promise<ClassifierModel> {
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) throw new ModelFileError('foreign');
  const bytes = await promisify(gunzip)(packed, { maxOutputLength: MAX_BYTES }).catch(() => {
    throw new ModelFileError('damaged');
  });
  const reading = modelReading(bytes);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await nextTurn();
  }
}

/** As it is kept in a file, and beside the rows. */
export function packModel(model: ClassifierModel): Promise<Buffer> {
  return promisify(gzip)(encodeModel(model), { level: 9 });
}

/** Writes a model so that its file appears when it is complete. Returns its size in bytes. */
export async function writeModel(file: string, model: ClassifierModel): Promise<number> {
  const packed = await packModel(model);
  const partial = `${file}.partial`;
  try {
    await writeFile(partial, packed);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return packed.length;
}
