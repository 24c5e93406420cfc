/** Binds an application to a port of this machine. */

import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { serve } from '@hono/node-server';
import { isLoopbackName } from './loopback.ts';

export interface Listening {
  url: string;
  port: number;
  /** Ends all connections; resolves when the port is free again. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** Whether other machines may ask. */
  others?: boolean;
  /** Certificate and key, PEM; left out: HTTP. */
  tls?: { cert: Buffer; key: Buffer } | undefined;
  /** How long the head of a request may take. */
  headMs?: number;
}

/** Who sends slowly holds a connection, not the program: heads at once, and nothing that is silent for long. */
const HEAD_MS = 20_000;
const SILENT_MS = 120_000;
/** The largest file, over a slow line. */
const WHOLE_MS = 6 * 60 * 60_000;
const CONNECTIONS = 1_000;

/**
 * Serves until closed. Rejects when the port is taken (code EADDRINUSE), and for any host that others than
 * this machine could reach, unless that is said to be meant: see access/.
 * @param port 0: a free one
 */
export async function listen(
  app: { fetch(request: Request): Response | Promise<Response> },
  port: number,
  host = '127.0.0.1',
  { others = false, tls, headMs = HEAD_MS }: ListenOptions = {},
): Promise<Listening> {
  if (!others && !isLoopbackName(host)) {
    throw new Error(
      `Sidan visas bara på den egna maskinen, inte på ${host}. / Only loopback hosts are served.`,
    );
  }
  return new Promise((resolve, reject) => {
    const scheme = tls ? 'https' : 'http';
    const slow = {
      ...{ headersTimeout: headMs, requestTimeout: WHOLE_MS, keepAliveTimeout: 10_000 },
      connectionsCheckingInterval: headMs / 4,
    };
    const how = tls
      ? { createServer, serverOptions: { ...slow, ...tls, minVersion: 'TLSv1.2' } satisfies ServerOptions }
      : { serverOptions: slow };
    const server = serve({ fetch: app.fetch, port, hostname: host, ...how }, (address: AddressInfo) => {
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve({
        url: `${scheme}://${name}:${address.port}`,
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    (server as Server).maxConnections = CONNECTIONS;
    server.setTimeout(SILENT_MS);
    server.once('error', reject);
  });
}
