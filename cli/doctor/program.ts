/** The program itself: Node.js, packages with native parts, the text recognition. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fel, type Kontroll, ok, varning } from './check.ts';

const NODE = 24;
const REINSTALL = 'Kör npm ci i programmets mapp.';

/** The word that is drawn and read. */
const WORD = 'Protokoll';

export const programChecks: Kontroll[] = [
  {
    namn: 'Node.js',
    look: () => {
      const text = `${process.version} (${process.platform} ${process.arch})`;
      if (Number(process.versions.node.split('.')[0]) >= NODE) return ok(text);
      return fel(text, `Node.js ${NODE} eller nyare behövs: starta med npm, som har den med sig.`);
    },
  },
  {
    namn: 'Version',
    look: async () => {
      const [{ programVersion }, { EXTRACTION_VERSION, READING_VERSION }] = await Promise.all([
        import('../version.ts'),
        import('../../extraction/version.ts'),
      ]);
      return ok(`Expediera ${programVersion()}, läser som ${EXTRACTION_VERSION} (sidor ${READING_VERSION})`);
    },
  },
  {
    namn: 'SQLite',
    look: async () => {
      const { default: Database } = await import('better-sqlite3').catch(missing);
      const database = new Database(':memory:');
      try {
        database.exec('create virtual table words using fts5(word)');
        const version = database.prepare('select sqlite_version()').pluck().get() as string;
        return ok(`${version} med fulltextsökning`);
      } finally {
        database.close();
      }
    },
  },
  {
    namn: 'Temporals bibliotek',
    sekunder: 60,
    look: async () => {
      const { Runtime } = await import('@temporalio/worker').catch(missing);
      return ok(typeof Runtime.instance === 'function' ? 'laddat' : 'laddat, utan Runtime');
    },
  },
  {
    namn: 'Textigenkänning',
    sekunder: 120,
    look: async () => {
      const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas').catch(missing);
      const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
      GlobalFonts.registerFromPath(join(pdfjs, 'standard_fonts/LiberationSans-Regular.ttf'), 'Prov');
      const [width, height] = [700, 200];
      const pen = createCanvas(width, height).getContext('2d');
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = 'black';
      pen.font = '80px Prov';
      pen.fillText(WORD, 60, 120);
      const { data } = pen.getImageData(0, 0, width, height);
      const grey = Uint8Array.from({ length: width * height }, (_, i) => data[i * 4] as number);
      const { tesseractEngine } = await import('../../extraction/pages/ocr/tesseract.ts');
      const engine = tesseractEngine({ workers: 1 });
      try {
        const read: string[] = [];
        for (const mode of ['page', 'strip'] as const) {
          const lines = await engine.recognise({ width, height, grey, dpi: 300 }, mode);
          read.push(lines.flatMap(({ words }) => words.map(({ text }) => text)).join(' '));
        }
        if (read.every((text) => text === WORD)) return ok('svenska och engelska, ett prov lästes rätt');
        return varning(
          `ett prov med ordet ${WORD} lästes som ${read.map((text) => `”${text}”`).join(' och ')}`,
          REINSTALL,
        );
      } finally {
        await engine.terminate();
      }
    },
  },
];

function missing(error: Error): never {
  throw new Error(`kan inte laddas: ${error.message.split('\n')[0]}. ${REINSTALL}`);
}
