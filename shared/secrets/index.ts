export { maskAll, maskText, maskUnder, type Masked } from './mask';
export { SECRET_KINDS, type SecretKind } from './secret';
