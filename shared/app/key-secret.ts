import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { formatId, type NewSecret } from '../kernel';

/**
 * `bhk_<number of the key>_<256 random bits><CRC-32>`, both in letters and digits: known at sight by people, by scanners for secrets and
 * by `shared/secrets`, and marked as a whole by a double click. The checksum tells a slip of the pen, and an invented one, from a secret
 * without looking anything up; it protects nothing.
 */
const SHAPE = /^bhk_(\d{7,10})_[0-9A-Za-z]{43}([0-9A-Za-z]{6})$/;
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_BYTES = 32;
/** 62^43 is more than 2^256, and 62^6 more than 2^32. */
const RANDOM_LENGTH = 43;
const CHECKSUM_LENGTH = 6;

function inLetters(value: bigint, length: number): string {
  let [rest, text] = [value, ''];
  const base = BigInt(DIGITS.length);
  for (; rest > 0n; rest /= base) text = (DIGITS[Number(rest % base)] ?? '') + text;
  return text.padStart(length, DIGITS[0]);
}

const checksumOf = (text: string): string => inLetters(BigInt(crc32(text)), CHECKSUM_LENGTH);

/**
 * A plain hash is enough: 256 bits of chance cannot be guessed however fast one hashes, so there is nothing that a slow hash or a salt
 * would make harder, as they do for passwords that people choose.
 */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(`integration key ${secret}`).digest('hex');

/** A secret for the key of this id (`KEY0000012`), and what is kept of it. */
export function newKeySecret(keyId: string): NewSecret {
  const start = `bhk_${keyId.slice(3)}_${inLetters(BigInt(`0x${randomBytes(RANDOM_BYTES).toString('hex')}`), RANDOM_LENGTH)}`;
  const secret = start + checksumOf(start);
  return { secret, hash: hashOfSecret(secret) };
}

/** Whose secret this says it is, by the id of the key; undefined for what is none. */
export function keyIdOf(secret: string): string | undefined {
  const [, digits, checksum] = SHAPE.exec(secret) ?? [];
  if (!digits || checksum !== checksumOf(secret.slice(0, -CHECKSUM_LENGTH))) return undefined;
  return formatId('KEY', Number(digits));
}

/** Takes as long for a hash that differs early as for one that differs late. */
export function isSameHash(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
