/** What is kept: the database, the blobs, what waits to be done. */
import type { Settings } from '../../config/settings.ts';
import { contentPath } from '../../store/blob-names.ts';
import type { Store } from '../../store/store.ts';
import { isWhole } from '../../store/whole.ts';
import { amount } from '../terminal/layout.ts';
import { fel, type Kontroll, ok, type Sammanhang, type Svar, varning } from './check.ts';

/** Contents whose bytes are compared with their hashes. */
const SAMPLE = 20;

const NOTHING = 'inget är inläst än';
const RESTORE = 'Återställ en säkerhetskopia i en tom mapp (expediera aterstall).';

async function databaseCheck({ settings, allt }: Sammanhang): Promise<Svar> {
  const { databaseHealth } = await import('../../engine/stores/health.ts');
  const health = await databaseHealth(settings, { all: allt });
  if (health === null) return ok(NOTHING);
  const { name, bytes, schema, newest, derived, restoring, locked, integrity } = health;
  const text = `${name}, ${Math.ceil(bytes / 1024 ** 2)} MiB, schema ${schema}`;
  if (integrity !== null && integrity !== 'ok') return fel(`${text}: skadad (${integrity})`, RESTORE);
  if (schema > newest) {
    return fel(
      `${text}; programmet kan ${newest}`,
      'Databasen är skapad av en nyare version: uppgradera programmet.',
    );
  }
  if (restoring !== null) {
    return fel(
      `en återställning av ${restoring} pågår eller blev avbruten`,
      'Vänta tills den är klar; blev den avbruten: kör expediera aterstall en gång till.',
    );
  }
  if (schema < newest) {
    return varning(
      `${text} av ${newest}: skapad av en äldre version`,
      'Inget behöver göras: den förs framåt vid nästa start. Ta gärna en säkerhetskopia först.',
    );
  }
  if (locked) {
    return varning(
      `${text}; någon skriver i den just nu`,
      'Kör doctor igen. Är det fortfarande så: se efter vad som är igång, och stoppa det.',
    );
  }
  if (!derived) {
    return varning(
      `${text}; raderna är framräknade av andra regler`,
      'Inget behöver göras: de räknas fram på nytt vid nästa start.',
    );
  }
  const checked = integrity === null ? ', inte genomläst (--allt läser igenom den)' : ', hel';
  return ok(`${text}${checked}`);
}

/** The store, or why it is not opened: to look at it must not bring it up to this program. */
export async function storeOf(settings: Settings): Promise<Store | string> {
  const [{ databaseHealth }, { openStore }] = await Promise.all([
    import('../../engine/stores/health.ts'),
    import('../../engine/stores/index.ts'),
  ]);
  const health = await databaseHealth(settings).catch(() => null);
  if (health === null) return NOTHING;
  const { schema, newest, restoring } = health;
  return schema === newest && restoring === null
    ? openStore(settings)
    : 'ses efter när databasen är i ordning';
}

async function blobsCheck({ settings, allt }: Sammanhang): Promise<Svar> {
  const { openBlobsOf } = await import('../../engine/stores/index.ts');
  const store = await storeOf(settings);
  if (typeof store === 'string') return ok(store);
  const looking = async () => [await store.recordIds(), await openBlobsOf(store, settings)] as const;
  const [ids, blobs] = await looking().finally(() => store.close());
  const { sha256 } = await blobs.put(new TextEncoder().encode('expediera doctor\n'));
  if ((await blobs.get(sha256)) === null) {
    return fel(
      'det som skrevs gick inte att läsa tillbaka',
      'Se efter fillagret: disken, eller S3-tjänsten.',
    );
  }
  const looked = allt ? ids : sampleOf(ids);
  const damaged: string[] = [];
  for (const id of looked) if (!(await isWhole(() => blobs.openKey(contentPath(id)), id))) damaged.push(id);
  const whole = `${looked.length} av ${amount(ids.length, 'inläst fil', 'inlästa filer')} jämförda med sina summor`;
  if (damaged.length === 0) return ok(`skrivna och lästa; ${whole}`);
  return fel(
    `${whole}: ${damaged.length} skadade eller borta, t.ex. ${damaged[0]}`,
    `Läs in originalen igen med ingest --rerun, eller: ${RESTORE}`,
  );
}

function sampleOf(ids: string[]): string[] {
  const rest = [...ids];
  return Array.from({ length: Math.min(SAMPLE, rest.length) }, () => {
    const [one] = rest.splice(Math.floor(Math.random() * rest.length), 1);
    return one as string;
  });
}

/** Files and deliveries that nobody sees to. */
async function workCheck({ settings }: Sammanhang): Promise<Svar> {
  const { holderOf } = await import('../../engine/home/lock.ts');
  const { namesCluster } = await import('../../engine/temporal/cluster-env.ts');
  const store = await storeOf(settings);
  if (typeof store === 'string') return ok(store);
  try {
    const { files } = await store.status();
    const stale = await store.staleMatters();
    const dead = await store.leveranser({ status: 'misslyckad' });
    const unread = await store.ejOmlasta();
    const runs = holderOf(settings.home) !== null || namesCluster();
    const text = `${amount(files.total, 'fil', 'filer')}, ${files.running} på gång, ${files.failed} misslyckade; ${amount(stale.length, 'ärende', 'ärenden')} att räkna fram, ${amount(dead.length, 'leverans', 'leveranser')} uppgivna${unread > 0 ? `, ${amount(unread, 'fil inte omläst', 'filer inte omlästa')}` : ''}`;
    const todo = [
      ...(!runs && files.running + stale.length > 0
        ? ['Starta Expediera: det som är på gång går vidare.']
        : []),
      ...(files.failed > 0 ? ['status --files säger varför filer misslyckades; ingest läser dem igen.'] : []),
      ...(unread > 0
        ? [
            'Filer som inte är omlästa står kvar som de lästes förut; status --files säger varför, arkiv om --alla försöker igen.',
          ]
        : []),
      ...(dead.length > 0 ? ['expediering --status misslyckad visar leveranserna som gavs upp.'] : []),
    ];
    return todo.length === 0 ? ok(text) : varning(text, todo.join(' '));
  } finally {
    await store.close();
  }
}

export const keptChecks: Kontroll[] = [
  { namn: 'Databas', sekunder: 60, look: databaseCheck },
  { namn: 'Filer', sekunder: 60, look: blobsCheck },
  { namn: 'Arbete', sekunder: 60, look: workCheck },
];
