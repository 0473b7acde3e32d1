/** What was found: a password or PIN, an access token or key, a payment card's number, a private key. */
export const SECRET_KINDS = ['password', 'token', 'cardNumber', 'privateKey'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** Where in a text a secret stands. */
export interface Found {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** Takes time in proportion to the text, whatever the text is. */
export type Finder = (text: string) => readonly Found[];
