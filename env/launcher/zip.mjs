import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** 1980-01-01, the first day that the format knows: the same content gives the same archive. */
const DAY = 0x21;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

function numbers(...fields) {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  fields.reduce((offset, [bytes, value]) => buffer.writeUIntLE(value, offset, bytes), 0);
  return buffer;
}

/**
 * A zip archive of small files, `{ name, content: Buffer }` each (PKWARE APPNOTE 4.3, without ZIP64). No package of this
 * project can write one, and this is all that an app package needs.
 */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of files) {
    const nameBytes = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const facts = [
      [2, VERSION], [2, UTF8_NAMES], [2, DEFLATED], [2, 0], [2, DAY], [4, crc32(content)], [4, packed.length], [4, content.length], [2, nameBytes.length], [2, 0],
    ];
    const local = Buffer.concat([numbers([4, LOCAL], ...facts), nameBytes, packed]);
    directory.push(numbers([4, CENTRAL], [2, VERSION], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), nameBytes);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = numbers([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, central.length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, central, end]);
}
