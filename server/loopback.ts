/** Only this machine is answered. */
import type { MiddlewareHandler } from 'hono';

/** Whether a host name or address can only mean this machine. */
export function isLoopbackName(name: string): boolean {
  const bare = name.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return bare === 'localhost' || bare === '::1' || /^127(?:\.\d{1,3}){3}$/.test(bare);
}

/** The name in a Host header, without its port. */
const hostName = (host: string): string => host.replace(/:\d+$/, '');

/** A page elsewhere can make a browser ask us under a name of its own (DNS rebinding): only our names are served. */
export const onlyLoopbackNames: MiddlewareHandler = async (context, next) => {
  if (!isLoopbackName(hostName(context.req.header('host') ?? ''))) {
    return context.json({ error: 'only the loopback address is served' }, 421);
  }
  await next();
  return undefined;
};
