import { createHmac, hkdfSync } from 'node:crypto';

/** Whose key it is. */
export interface KeyOwner {
  /** Partition of the organization. */
  readonly tenant: string;
  readonly webhookId: string;
  /** 1 for the first key of the webhook. */
  readonly version: number;
}

const KEY_BYTES = 32;

/** The signing key of one webhook: derived from the secret of the environment, so that it is stored nowhere. */
export function signingKey(secret: string, { tenant, webhookId, version }: KeyOwner): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'bellhop webhooks', `${tenant} ${webhookId} ${version}`, KEY_BYTES));
}

/** A key as receivers take it (Standard Webhooks, "Signature scheme"). */
export const keyText = (key: Buffer): string => `whsec_${key.toString('base64')}`;

/** `webhook-signature`: one signature for each key, so that a receiver who knows any of them accepts. `timestamp`: seconds since 1970. */
export function signatures(keys: readonly Buffer[], id: string, timestamp: number, body: string): string {
  return keys.map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ');
}
