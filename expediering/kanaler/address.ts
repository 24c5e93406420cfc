/** Which addresses a webhook may be sent to: the open internet, unless the channel says otherwise. */
import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

/** Not of the open internet: IANA's special-purpose registries for IPv4 and IPv6. */
const refused = new BlockList();
for (const range of [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...[
    '::/128',
    '::1/128',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
  ],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
]) {
  const [net, bits] = range.split('/') as [string, string];
  refused.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4');
}

/** An IPv4 address written as IPv6 (::ffff:10.0.0.1, ::10.0.0.1): checked by a list as what it is. */
const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');
mapped.addSubnet('::', 96, 'ipv6');

/** Whether `host` is an IP address that nothing is sent to. A name is not: it is looked up first. */
export function isRefusedAddress(host: string): boolean {
  const family = isIP(host.replace(/%.*$/, ''));
  if (family === 0) return false;
  const address = host.replace(/%.*$/, '');
  if (family === 4) return refused.check(address, 'ipv4');
  return refused.check(address, 'ipv6') || mapped.check(address, 'ipv6');
}

/** This machine, by a name or number that cannot mean another. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The name led to an address that nothing is sent to. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/**
 * dns.lookup for a connection, which fails when any of the name's addresses is refused. The connection goes to what
 * was checked here: a name that answers otherwise a moment later changes nothing.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const bad = addresses.some(({ address }) => isRefusedAddress(address));
    if (bad) return callback(new RefusedAddress(hostname), '');
    if (options.all) return callback(null, addresses);
    const [first] = addresses as [LookupAddress];
    callback(null, first.address, first.family);
  });
};
