import type { Finder, Found, SecretKind } from './secret';

/**
 * Shapes that say by themselves what they are. The group `secret` is what is taken out, else all of it. None begins within a
 * run of its own letters, and what can be long has one way to be read: so they take time in proportion to the text.
 */
const SHAPES: readonly { readonly kind: SecretKind; readonly shape: RegExp }[] = [
  // PEM and PGP; a key that was cut off goes on to the end.
  { kind: 'privateKey', shape: /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z ]{0,10}-----(?:[^-]|-[^-])*(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY[A-Z ]{0,10}-----)?/dg },
  // BitLocker recovery key
  { kind: 'token', shape: /(?<![\d-])(?:\d{6}-){7}\d{6}(?![\d-])/dg },
  // JSON Web Token, signed or encrypted
  { kind: 'token', shape: /(?<![\w.-])eyJ[\w-]{8,}(?:\.[\w-]*){2,4}/dg },
  // Integration keys of Bellhop itself
  { kind: 'token', shape: /(?<!\w)bhk_\d{7,10}_[0-9A-Za-z]{40,}/dg },
  // GitHub, GitLab, npm
  { kind: 'token', shape: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{22,}|glpat-[\w-]{20,}|npm_[A-Za-z0-9]{36})/dg },
  // AWS
  { kind: 'token', shape: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/dg },
  // Slack, Stripe, Google, OpenAI and its like
  { kind: 'token', shape: /(?<![\w-])(?:xox[abeoprs]-[\w-]{10,}|[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|AIza[\w-]{35}|sk-(?=[\w-]{0,80}\d)[\w-]{20,})/dg },
  // Client secret of an Entra ID application
  { kind: 'token', shape: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/dg },
  // Header of a web request
  { kind: 'token', shape: /(?<!\w)(?:Bearer|Authorization: {0,3}Basic)\s{1,4}(?=[\w+/.~-]{0,60}\d)(?<secret>[\w+/.~-]{16,}={0,2})/dgi },
  // Shared access signature
  { kind: 'token', shape: /(?<=[?&;]sig=)[^\s&"'<>•]{10,}/dg },
  // Keys in connection strings
  { kind: 'token', shape: /(?<=\b(?:AccountKey|SharedAccessKey|SharedSecretValue) ?= ?)[^\s;"'<>•]{10,}/dg },
  // Credentials in an address
  { kind: 'password', shape: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{0,100}:(?<secret>[^\s/@•]{3,200})@/dgi },
];

/** Tokens and keys that are known by their shape. */
export const findTokens: Finder = (text) =>
  SHAPES.flatMap(({ kind, shape }) =>
    [...text.matchAll(shape)].map(({ indices }): Found => {
      const [start, end] = indices?.groups?.secret ?? indices?.[0] ?? [0, 0];
      return { kind, start, end };
    }),
  );
