/** `--kanaler`: whether what leaves the house finds its way. Nothing is sent. */
import { access, constants } from 'node:fs/promises';
import { connect } from 'node:net';
import { kanalAv } from '../../expediering/kanal-av.ts';
import type { Kanal } from '../../store/expediering.ts';
import { fel, type Kontroll, ok, type Sammanhang, type Svar, varning } from './check.ts';
import { storeOf } from './kept.ts';

const SECONDS = 5;

/** One check for each channel that is tried out or on. */
export async function channelChecks({ settings }: Sammanhang): Promise<Kontroll[]> {
  const store = await storeOf(settings);
  if (typeof store === 'string') return [];
  try {
    return (await store.kanaler())
      .filter(({ slag, lage }) => slag !== 'inkorg' && lage !== 'av')
      .map((kanal) => ({ namn: `Kanal ${kanal.namn}`, look: () => look(kanal) }));
  } finally {
    await store.close();
  }
}

async function look(kanal: Kanal): Promise<Svar> {
  const way = kanalAv(kanal);
  const secrets = [way.typ === 'webhook' ? way.nyckelEnv : '', way.typ === 'epost' ? way.losenordEnv : ''];
  const unset = secrets.filter((name) => name && !process.env[name]);
  if (unset.length > 0) {
    return varning(
      `miljövariabeln ${unset.join(', ')} är inte satt här`,
      'Se efter att den är satt där Expediera körs: utan den skickas inget.',
    );
  }
  if (way.typ === 'mapp') {
    try {
      await access(way.katalog, constants.W_OK);
      return ok(`${way.katalog} går att skriva i`);
    } catch {
      return fel(
        `${way.katalog} finns inte eller går inte att skriva i`,
        'Skapa mappen, eller ge Expediera rätt att skriva i den.',
      );
    }
  }
  const { host, port } = way.typ === 'epost' ? way : addressOf(way.url);
  const fault = await reach(host, port);
  if (fault === null) return ok(`${host}:${port} svarar`);
  return fel(
    `${host}:${port} svarar inte (${fault})`,
    'Se efter adressen, brandväggen och att mottagaren är igång.',
  );
}

function addressOf(url: string): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/gu, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
  };
}

/** null: somebody answers there. */
function reach(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: SECONDS * 1000 });
    const end = (fault: string | null) => {
      socket.destroy();
      resolve(fault);
    };
    socket.once('connect', () => end(null));
    socket.once('timeout', () => end('tiden gick ut'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
