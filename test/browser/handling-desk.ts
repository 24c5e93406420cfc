/** A desk with all that a handling can be: text, scan, bundle, badly read, and one that tries to run something. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocument } from '../../extraction/pages/index.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { EXTRACTION_VERSION, READING_VERSION } from '../../extraction/version.ts';
import { putReading } from '../../store/derived.ts';
import { makePdf } from '../extraction/pages/make-pdf.ts';
import { sha } from '../store/made-up.ts';
import { type Desk, openDesk } from './filled.ts';

/** The page view once client code has drawn a PDF's page. */
export const DRAWN = '.sheet[data-drawn]';

export interface HandlingDesk extends Desk {
  /** Addresses by what they show. */
  minutes: string;
  text: string;
  scan: string;
  bundle: string;
  unsure: string;
}

export async function openHandlingDesk(): Promise<HandlingDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'expediera-handling-'));
  const scripted = join(folder, 'skript.pdf');
  await writeFile(scripted, withScripts());
  const desk = await openDesk([
    ...['granvik-2-styrelse.pdf', 'bjorkhult-miljo-och-byggnadsnamnden.txt', 'norrvall-handlingar.pdf'],
    ...['lovstrand-tjansteutlatande.png', 'ekerud-kommunstyrelsen.pdf', 'lovstrand-stadsdelsnamnden.pdf'],
    ...['mellana-direktionen.pdf', scripted],
  ]);
  const at = (name: string) => `/handling/${desk.sha256(name)}`;
  const badly = await readBadly(desk, desk.sha256('ekerud-kommunstyrelsen.pdf'));
  await offerUnread(desk);
  return {
    ...desk,
    minutes: at('granvik-2-styrelse.pdf'),
    text: at('bjorkhult-miljo-och-byggnadsnamnden.txt'),
    scan: at('lovstrand-tjansteutlatande.png'),
    bundle: at('norrvall-handlingar.pdf'),
    unsure: `${at('ekerud-kommunstyrelsen.pdf')}?sida=${badly}`,
    async close() {
      await desk.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Files that have no record: refused (a), being read (b) and failed (c). */
async function offerUnread({ deps: { store } }: Desk): Promise<void> {
  const reason = { sv: 'Filen är krypterad och kräver lösenord.', en: 'The file is encrypted.' };
  await store.offerFile('/in/låst.pdf', sha('a'));
  await store.offerFile('/in/kopia av låst.pdf', sha('a'));
  await store.setOutcome(sha('a'), { status: 'refused', reason: { code: 'encrypted', ...reason } });
  await store.offerFile('/in/ny.pdf', sha('b'));
  await store.offerFile('/in/fel.pdf', sha('c'));
  const fault = { code: 'internal', sv: 'Ett fel hos oss.', en: 'A fault of ours.' };
  await store.setOutcome(sha('c'), { status: 'failed', reason: fault });
}

/** A PDF that tries to do something when it is opened, and at a click. */
function withScripts(): Uint8Array {
  const script = '<< /S /JavaScript /JS (app.alert\\("hej"\\); this.print\\(true\\);) >>';
  return makePdf({
    pages: [
      {
        text: [{ text: 'Protokoll med skript', x: 50, y: 780 }],
        entries: {
          AA: `<< /O ${script} >>`,
          Annots: `[<< /Type /Annot /Subtype /Link /Rect [40 770 400 800] /A ${script} >> << /Type /Annot /Subtype /Link /Rect [40 600 400 700] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>]`,
        },
      },
    ],
  });
}

/** As if a page of it had been a scan that was read with effort, and a person had corrected one thing of it. @returns the page */
async function readBadly({ deps }: Desk, sha256: string): Promise<number> {
  const { store, blobs } = deps;
  const { record } = (await store.record(sha256)) as { record: FileRecord };
  const bytes = (await blobs.get(sha256)) as Uint8Array;
  const all = record.handlingar
    .flatMap(({ arenden }) => arenden)
    .flatMap(({ beslut, yrkanden, expediering }) => [...beslut, ...yrkanden, ...expediering]);
  const byPage = [...Map.groupBy(all, ({ evidence }) => evidence[0]?.page ?? 0)];
  const [no, items] = byPage.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [0, []];
  const [info, page] = [record.pages[no - 1], (await openDocument(bytes)).pages[no - 1]];
  const [first, second, third] = items;
  if (!info || !page || !first || !second || !third) throw new Error('the sample has too few items');
  Object.assign(info, { textSource: 'ocr', ocrConfidence: 81 });
  await putReading(blobs, sha256, READING_VERSION, { page, warnings: [] });
  first.confidence = 0.72;
  second.confidence = 0.41;
  second.obekraftade = ['text'];
  await store.saveRecord(record, EXTRACTION_VERSION);
  const seen = await store.mal(sha256, third.id);
  if (!seen) throw new Error('there is no such item');
  const falt = seen.typ === 'expediering' ? { mottagare: 'Ny mottagare' } : { text: 'att anta förslaget.' };
  await store.saveRattelse({
    ...{
      id: randomUUID(),
      sha256,
      av: 'Elsa Norén',
      at: '2031-05-03T10:00:00.000Z',
      revision: seen.revision,
    },
    mal: { typ: seen.typ, id: third.id, avtryck: seen.avtryck },
    atgard: { typ: 'ratta', falt },
  });
  return no;
}
