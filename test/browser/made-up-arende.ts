/** Minutes of a made-up municipality in which one matter goes back and forth: votes, reservations, a return, something late. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wayOf } from '../../diarium/way/index.ts';
import { expedieringOf } from '../../expediering/expediering-of.ts';
import { hinderOf } from '../../expediering/hinder.ts';
import { planera } from '../../expediering/planera.ts';
import { grannarOf } from '../../expediering/utdrag/grannar.ts';
import type { Leverans } from '../../store/expediering.ts';
import type { Desk } from './filled.ts';

const anslag = (organ: string, dag: string, uppsatt: string, nedtas: string): string => `ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ: ${organ}
Sammanträdesdatum: ${dag}
Justeringsdatum: ${uppsatt}
Datum för anslagets uppsättande: ${uppsatt}
Datum för anslagets nedtagande: ${nedtas}
`;

const FILES: { readonly [name: string]: string } = {
  'sjovik-1-skrivelse.txt': `Sjöviks kommun
Tekniska förvaltningen
TJÄNSTESKRIVELSE
Datum 2024-02-03
Dnr TN 2024/0031
Handläggare Rut Berg

Till tekniska nämnden

Avgifter för båtplatser

Förslag till beslut
Tekniska nämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta
att anta nya avgifter för båtplatser från den 1 juni 2024.
`,
  'sjovik-2-namnd.txt': `Sjöviks kommun
Tekniska nämnden
PROTOKOLL
Sammanträdesdatum 2024-02-24

Paragrafer 14

§ 14 Dnr TN 2024/0031
Avgifter för båtplatser

Yrkanden
Alva Strand (S) yrkar avslag på förslaget.
Bo Ek (C) yrkar bifall till förslaget.

Votering
Den som röstar för förslaget röstar ja. Den som röstar för avslag röstar nej.
Ja-röster: 8
Nej-röster: 7

Tekniska nämndens beslut
Tekniska nämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige besluta
att anta nya avgifter för båtplatser från den 1 juni 2024.

Reservation
Alva Strand (S) reserverar sig mot beslutet till förmån för eget yrkande.
`,
  'sjovik-3-styrelse.txt': `Sjöviks kommun
Kommunstyrelsen
PROTOKOLL
Sammanträdesdatum 2024-03-25

Paragrafer 52

§ 52 Dnr TN 2024/0031
Avgifter för båtplatser

Kommunstyrelsens beslut
Kommunstyrelsen beslutar
att återremittera ärendet till tekniska nämnden för en redovisning av kostnaderna.
`,
  'sjovik-4-namnd.txt': `Sjöviks kommun
Tekniska nämnden
PROTOKOLL
Sammanträdesdatum 2024-05-07

Paragrafer 31

${anslag('Tekniska nämnden', '2024-05-07', '2024-05-14', '2024-06-05')}
§ 31 Dnr TN 2024/0031
Avgifter för båtplatser

Tekniska nämndens beslut
Tekniska nämnden föreslår kommunstyrelsen besluta
att anta nya avgifter för båtplatser från den 1 juni 2024,
att inhämta yttrande från hamnenheten senast den 30 juni 2024.

Beslutet skickas till
Hamnenheten
Ekonomiavdelningen
Kommunrevisionen
`,
  'sjovik-5-fullmaktige.txt': `Sjöviks kommun
Kommunfullmäktige
PROTOKOLL
Sammanträdesdatum 2024-02-26

Paragrafer 9

§ 9 Dnr KS 2024/0040
Motion om laddstolpar i hamnen

Alva Strand (S) har lämnat en motion om laddstolpar i hamnen.

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar
att remittera motionen till kommunstyrelsen för beredning.
`,
  'sjovik-6-styrelse.txt': `Sjöviks kommun
Kommunstyrelsen
PROTOKOLL
Sammanträdesdatum 2024-04-09

Paragrafer 60

§ 60 Dnr KS 2024/0040
Motion om laddstolpar i hamnen

Kommunstyrelsens beslut
Kommunstyrelsen beslutar
att remittera motionen till tekniska nämnden för yttrande senast den 30 juni 2024.
`,
  'ekby-1-namnd.txt': `Ekby kommun
Fritidsnämnden
PROTOKOLL
Sammanträdesdatum 2024-03-10

Paragrafer 14

§ 14 Dnr TN 2024/0031
Ny bassängtaxa för badhuset

Fritidsnämndens beslut
Fritidsnämnden föreslår kommunstyrelsen besluta
att anta ny taxa för badhuset från den 1 juli 2024.

Beslutet skickas till
Badhusenheten
`,
};

/** A § under secrecy, about a person. */
const SECRET = {
  'sjovik-7-socialnamnd.txt': `Sjöviks kommun
Socialnämnden
PROTOKOLL
Sammanträdesdatum 2024-05-21

Paragrafer 44

§ 44 Dnr SN 2024/0044
Bistånd till Karin Holm
Sekretess enligt 26 kap. 1 § OSL

Yrkanden
Alva Strand (S) yrkar avslag på förslaget.

Socialnämndens beslut
Socialnämnden beslutar
att bevilja Karin Holm, 19570312-1234, ledsagning.

Beslutet skickas till
Karin Holm
`,
};

/** Writes the minutes under secrecy; see madeUpArende. */
export const madeUpSecret = (): Promise<string[]> => written(SECRET);

/** Writes them to a folder for temporary files; their paths, in the order that they were written in. */
export const madeUpArende = (): Promise<string[]> => written(FILES);

async function written(files: { readonly [name: string]: string }): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'expediera-sjovik-'));
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return path;
    }),
  );
}

/** The matter that the files tell of at length, and the step of it that is sent. */
export const BATPLATSER = 'sjovik:TN-2024/31';

/**
 * Has the deliveries of that matter's §§ planned, as its process would, one of them delivered and one given up; a channel
 * leads to the recipient that is named.
 */
export async function planDeliveries({ deps: { store } }: Desk, kanalTill?: string): Promise<Leverans[]> {
  const huvudman = 'Sjöviks kommun';
  if (kanalTill !== undefined) {
    const kanal = { huvudman, namn: 'post', slag: 'epost', mottagare: kanalTill } as const;
    await store.saveKanal({ ...kanal, adress: 'post@sjovik.example', installningar: {} }, 'Rut Berg');
  }
  for (const { path, sha256 } of await store.files()) {
    if (sha256 !== null) await store.offerFile(path, sha256, true);
  }
  const way = await store.updateWay(BATPLATSER, wayOf);
  for (const { nyckel: steg } of way?.steg ?? []) {
    const of = { matter: BATPLATSER, steg };
    const expediering = await expedieringOf({ store, wayOf }, of);
    if (expediering === null) continue;
    const register = await store.organposter(huvudman);
    const now = new Date().toISOString();
    await store.updateLeveranser({ ...of, huvudman }, (kanda, kanaler) =>
      planera(
        {
          expediering,
          hinder: hinderOf(expediering, grannarOf([expediering.handling], expediering.arende)),
          matter: of.matter,
          flyttad: null,
          now,
          register,
        },
        kanda,
        kanaler,
      ),
    );
  }
  const rows = await store.leveranser();
  const keyOf = (mottagare: string): string =>
    rows.find((row) => row.mottagare === mottagare && row.status === 'skickas')?.nyckel ?? '';
  await store.beginSend(keyOf('Hamnenheten'));
  await store.noteDelivered(keyOf('Hamnenheten'), { vad: 'Ligger i inkorgen.' });
  await store.beginSend(keyOf('Ekonomiavdelningen'));
  await store.noteSendFailed(keyOf('Ekonomiavdelningen'), 'Adressen finns inte.', true);
  return store.leveranser();
}
