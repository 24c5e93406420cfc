/** Binds an application to a port of this machine. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { isLoopbackName } from './loopback.ts';

export interface Listening {
  url: string;
  port: number;
  /** Ends all connections; resolves when the port is free again. */
  close(): Promise<void>;
}

/**
 * Serves until closed. Rejects when the port is taken (code EADDRINUSE), and for any host that others than
 * this machine could reach, unless that is said to be meant: there is no log-in yet.
 * @param port 0: a free one
 * @param others whether other machines may ask: only what holds nothing secret
 */
export async function listen(
  app: { fetch(request: Request): Response | Promise<Response> },
  port: number,
  host = '127.0.0.1',
  { others = false }: { others?: boolean } = {},
): Promise<Listening> {
  if (!others && !isLoopbackName(host)) {
    throw new Error(
      `Sidan visas bara på den egna maskinen, inte på ${host}. / Only loopback hosts are served.`,
    );
  }
  return new Promise((resolve, reject) => {
    // a large file over a slow line takes as long as it takes; for its head nobody waits longer than a minute
    const serverOptions = { requestTimeout: 0 };
    const server = serve(
      { fetch: app.fetch, port, hostname: host, serverOptions },
      (address: AddressInfo) => {
        const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
        resolve({
          url: `http://${name}:${address.port}`,
          port: address.port,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once('error', reject);
  });
}
