/** Passwords and the like in what people write. */
export const secrets = {
  'secret.password': 'a password',
  'secret.token': 'an access key',
  'secret.cardNumber': 'a card number',
  'secret.privateKey': 'a private key',
  'secret.title': 'Something in your text was secret',
  'secret.takenOut': '{count, plural, one {I took {what} out before saving. Others may have seen it: please change or block it, and delete it wherever else you wrote it.} other {I took {what} out before saving. Others may have seen them: please change or block them, and delete them wherever else you wrote them.}}',
} as const;
