/** Names and addresses that lead nowhere but to this machine. */
export function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || isLoopbackAddress(name);
}

/** The address of a connected socket: `127.0.0.1`, `::1`, or the first written the way of the second. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && (address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(address));
}
