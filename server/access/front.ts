/** What stands between us and who asks: whether the line is secret, whose address it is, and by what name we are asked. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { isLoopbackName } from '../loopback.ts';

export interface Front {
  /** As people write it; null: only this machine's own names. */
  publicUrl: URL | null;
  /** Proxies whose word on who asks is taken; null: nobody's. */
  proxies: BlockList | null;
}

/** Only this machine, directly. */
export const LOOPBACK: Front = { publicUrl: null, proxies: null };

export interface Line {
  /** Of who asks; "" where it is not known. */
  address: string;
  https: boolean;
  /** As it was asked for, with its port. */
  host: string;
  /** It came by a proxy that is trusted. */
  proxied: boolean;
}

/** Addresses, and spans of them ("10.0.0.0/8"). null: one of them is none. */
export function addressesOf(given: readonly string[]): BlockList | null {
  const list = new BlockList();
  for (const one of given) {
    const [address = '', bits, more] = one.trim().split('/');
    const family = isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : null;
    const most = family === 'ipv4' ? 32 : 128;
    if (family === null || more !== undefined || (bits !== undefined && !/^\d{1,3}$/u.test(bits)))
      return null;
    if (bits !== undefined && Number(bits) > most) return null;
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** ::ffff:10.0.0.1 is 10.0.0.1. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '');

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Only what comes from a trusted proxy is believed of X-Forwarded-For and -Proto. */
export function lineOf(context: Context, { proxies }: Front): Line {
  const incoming = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  const peer = plain(incoming?.socket.remoteAddress ?? '');
  const host = (context.req.header('host') ?? '').toLowerCase();
  const proxied = proxies !== null && isIn(proxies, peer);
  if (!proxied) {
    const https = new URL(context.req.url).protocol === 'https:';
    return { address: peer, https, host, proxied };
  }
  const by = (context.req.header('x-forwarded-for') ?? '').split(',').map((one) => plain(one.trim()));
  // from the right: the first one that is no proxy of ours; what stands left of it anybody may have written
  const last = by.toReversed().find((one) => !isIn(proxies, one)) ?? peer;
  const address = isIP(last) === 0 ? peer : last;
  const protos = (context.req.header('x-forwarded-proto') ?? '').split(',');
  return { address, https: protos.at(-1)?.trim().toLowerCase() === 'https', host, proxied };
}

/** Addresses that one person has: of IPv6 a network is one. */
export function visitorKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/u, ''))
    .join(':');
}

/** The origin that a page of ours has in this visitor's browser. */
export function ownOrigin(context: Context, front: Front): string {
  const { https, host } = lineOf(context, front);
  return `${https ? 'https' : 'http'}://${host}`;
}

const nameOf = (host: string): string => host.replace(/:\d+$/u, '');

/**
 * A page elsewhere can make a browser ask us under a name of its own (DNS rebinding): only our names are served. The
 * machine's own names only where the machine itself asks.
 */
export function onlyOwnNames(front: Front): MiddlewareHandler {
  const isPublic = (host: string): boolean => {
    if (!front.publicUrl) return false;
    const usual = front.publicUrl.protocol === 'https:' ? '443' : '80';
    const withPort = front.publicUrl.port === '' ? `${front.publicUrl.host}:${usual}` : front.publicUrl.host;
    return host === front.publicUrl.host || host === withPort;
  };
  return async (context, next) => {
    const { host, address, proxied } = lineOf(context, front);
    const own = isLoopbackName(nameOf(host)) && !proxied && (address === '' || isLoopbackName(address));
    if (!own && !isPublic(host)) return context.json({ error: 'only the own address is served' }, 421);
    await next();
    return undefined;
  };
}
