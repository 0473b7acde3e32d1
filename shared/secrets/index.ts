export { maskAll, maskText, type Masked } from './mask';
export { SECRET_KINDS, type SecretKind } from './secret';
