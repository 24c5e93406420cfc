/** The status page over a store. */
import { createApp } from '../server/app.ts';
import { type Listening, listen } from '../server/listen.ts';
import type { Store } from '../store/store.ts';
import { CommandError, EXIT } from './exit-codes.ts';
import { programVersion } from './version.ts';

export interface StatusPageOptions {
  /** 0: a free one. */
  port: number;
  host?: string;
  /** The Temporal server's own page, asked for anew at each visit: it may come and go. */
  temporalPage: () => string | null;
}

/** Serves the status of a store. Throws a CommandError when the port is taken. */
export async function openStatusPage(store: Store, options: StatusPageOptions): Promise<Listening> {
  const { port, host, temporalPage } = options;
  const app = createApp({ status: () => store.status(), temporalPage, version: programVersion() });
  try {
    return await listen(app, port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CommandError(
      `Port ${port} är upptagen. Ange en annan med --port, eller 0 för en ledig. / The port is taken.`,
      EXIT.failed,
    );
  }
}
