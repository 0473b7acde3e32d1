import { BlockList, isIP } from 'node:net';

/** IANA special-purpose address registries, multicast, and where clouds answer about the machine itself. */
const CLOSED_V4: readonly (readonly [net: string, bits: number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  // Azure answers about virtual machines here.
  ['168.63.129.16', 32],
];
/** Of the addresses that are routed: those that hold an address of version 4, or are for documentation. */
const CLOSED_V6: readonly (readonly [net: string, bits: number])[] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]];

const closed = new BlockList();
for (const [net, bits] of CLOSED_V4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of CLOSED_V6) closed.addSubnet(net, bits, 'ipv6');
const routed = new BlockList();
routed.addSubnet('2000::', 3, 'ipv6');

/** Is this address one of the open Internet? Loopback, private, link-local and multicast ones are not, nor is what stands for one of them. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  return version === 6 && routed.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
