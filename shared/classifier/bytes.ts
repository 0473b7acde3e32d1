/** Writes numbers, texts and arrays one after the other; least significant byte first, whatever the machine. */
export function createWriter() {
  const parts: Uint8Array[] = [];
  const bytes = (part: Uint8Array): void => void parts.push(part);
  const numbers = (size: number, values: ArrayLike<number>, put: (view: DataView, at: number, value: number) => void): void => {
    const part = new Uint8Array(values.length * size);
    const view = new DataView(part.buffer);
    for (let at = 0; at < values.length; at += 1) put(view, at * size, values[at] as number);
    bytes(part);
  };
  return {
    bytes,
    wholes: (values: ArrayLike<number>): void => numbers(4, values, (view, at, value) => view.setUint32(at, value, true)),
    decimals: (values: ArrayLike<number>): void => numbers(4, values, (view, at, value) => view.setFloat32(at, value, true)),
    done(): Uint8Array {
      const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
      parts.reduce((from, part) => (whole.set(part, from), from + part.length), 0);
      return whole;
    },
  };
}

/** Reads what a writer wrote. Throws a RangeError where the bytes end too early. */
export function createReader(whole: Uint8Array) {
  let at = 0;
  const bytes = (length: number): Uint8Array => {
    if (length < 0 || at + length > whole.length) throw new RangeError('the bytes end too early');
    at += length;
    return whole.subarray(at - length, at);
  };
  const viewOf = (length: number): DataView => {
    const part = bytes(length);
    return new DataView(part.buffer, part.byteOffset, part.byteLength);
  };
  return {
    bytes,
    wholes(count: number): Uint32Array {
      const view = viewOf(count * 4);
      const numbers = new Uint32Array(count);
      for (let index = 0; index < count; index += 1) numbers[index] = view.getUint32(index * 4, true);
      return numbers;
    },
    decimals(count: number): Float32Array {
      const view = viewOf(count * 4);
      const numbers = new Float32Array(count);
      for (let index = 0; index < count; index += 1) numbers[index] = view.getFloat32(index * 4, true);
      return numbers;
    },
    isAtEnd: (): boolean => at === whole.length,
  };
}

export type Writer = ReturnType<typeof createWriter>;
export type Reader = ReturnType<typeof createReader>;

/** CRC-32 as in gzip and PNG: tells a damaged file from a whole one. `before` is that of the bytes that came before. */
export function checksumOf(bytes: Uint8Array, before = 0): number {
  let crc = before ^ 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) crc = (CRC_TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});
