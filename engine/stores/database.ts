/** The store in PostgreSQL, as the settings name it; what stands in the way is told in words of what to do. */
import { readFileSync } from 'node:fs';
import type { Settings } from '../../config/settings.ts';
import type { PostgresStoreOptions } from '../../store/postgres/index.ts';
import type { Store } from '../../store/store.ts';
import { Problem } from '../problem.ts';

/** What of the settings says where the database is. */
export type DatabaseSettings = Partial<Pick<Settings, 'database' | 'databasePasswordFile' | 'granskaUnder'>>;

/**
 * Opens the database and brings it to the newest schema. Throws Problem "database-unreachable", "database-login",
 * "database-missing", "database-rights". No message says the password.
 */
export const openDatabaseStore = (url: string, settings: DatabaseSettings): Promise<Store> =>
  withDatabase(url, settings, async (options) => {
    const { openPostgresStore } = await import('../../store/postgres/index.ts');
    return openPostgresStore(url, options);
  });

/** Gives `work` the options that the settings say, and tells what stands in the way as openDatabaseStore does. */
export async function withDatabase<T>(
  url: string,
  settings: DatabaseSettings,
  work: (options: PostgresStoreOptions) => Promise<T>,
): Promise<T> {
  const { databasePasswordFile, granskaUnder } = settings;
  const password = databasePasswordFile === undefined ? undefined : passwordIn(databasePasswordFile);
  try {
    return await work({
      ...(password !== undefined && { password }),
      ...(granskaUnder !== undefined && { granskaUnder }),
    });
  } catch (error) {
    throw problemOf(error, url) ?? error;
  }
}

/** The address without its password: what may be shown. */
export function shownDatabase(url: string): string {
  const { username, host, pathname } = new URL(url);
  return `postgres://${username === '' ? '' : `${username}@`}${host}${pathname}`;
}

function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/u, '');
  } catch (error) {
    throw new Problem(
      'database-login',
      `Filen med databasens lösenord, ${file}, går inte att läsa (${(error as NodeJS.ErrnoException).code}). ` +
        'Rätta inställningen databasePasswordFile eller filens rättigheter. / cannot be read.',
      { cause: error },
    );
  }
}

/** What PostgreSQL, the network or the TLS of Node.js say, by their codes. null: nothing that is known here. */
function problemOf(error: unknown, url: string): Problem | null {
  const { code = '', message } = error as { code?: string; message: string };
  const shown = shownDatabase(url);
  const problem = (what: string, words: string) => new Problem(what, words, { cause: error });
  if ((error as Error).name === 'AterstallningPagar') {
    return problem(
      'restore-under-way',
      `En säkerhetskopia återställs i ${shown} just nu, kanske från en annan dator. Vänta tills den är klar. / a copy is being restored there.`,
    );
  }
  if (/^28/u.test(code) || /password must be a string/u.test(message)) {
    return problem(
      'database-login',
      `PostgreSQL släpper inte in oss i ${shown}: fel användare eller lösenord (${message}). Ange lösenordet i en ` +
        'fil som inställningen databasePasswordFile namnger, i PGPASSWORD eller i ~/.pgpass. / wrong user or password.',
    );
  }
  if (code === '3D000') {
    return problem(
      'database-missing',
      `Databasen i ${shown} finns inte på servern. Låt den som sköter PostgreSQL skapa den: ` +
        `create database ${new URL(url).pathname.slice(1)} encoding 'UTF8' owner …; / does not exist.`,
    );
  }
  if (code === '42501') {
    return problem(
      'database-rights',
      `Användaren får inte skapa tabeller i ${shown} (${message}). Låt användaren äga databasen: ` +
        'alter database … owner to …; / the user may not make tables in it.',
    );
  }
  const unreachable = /^(?:E[A-Z]+|ERR_TLS.*|.*CERT.*|UNABLE_TO_VERIFY.*|08...|57P0.|53300)$/u.test(code);
  if (unreachable || /timeout|timed out|terminated|SSL|ECONN/iu.test(message)) {
    return problem(
      'database-unreachable',
      `PostgreSQL svarar inte på ${shown} (${message || code}). Kontrollera adressen i inställningen database och att ` +
        'servern är igång och tar emot anslutningar härifrån. / PostgreSQL cannot be reached.',
    );
  }
  return null;
}
