/** `granska facit DIR`: the files that people have gone through, as an evaluation set; and what their decisions tell. */
import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Command } from 'commander';
import { verdictsOf } from '../diarium/rattelser/index.ts';
import { openStores } from '../engine/stores/index.ts';
import { goldOf } from '../evaluate/gold.ts';
import { reliability } from '../evaluate/reliability.ts';
import { reliabilityTable } from '../evaluate/reliability-table.ts';
import { DOCX } from '../extraction/pages/media-types.ts';
import type { Source } from '../extraction/record.ts';
import { EXIT } from './exit-codes.ts';
import { asJson, type Session, settingsOf } from './session.ts';
import { amount } from './terminal/layout.ts';

const ENDINGS: { readonly [mediaType: string]: string } = {
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'image/png': '.png',
  'image/tiff': '.tif',
  [DOCX]: '.docx',
  'image/jpeg': '.jpg',
};

/** A name of its own for each content, with the ending that its kind of file has. */
function nameOf({ fileName, sha256, mediaType }: Source): { stem: string; ending: string } {
  const own = extname(fileName);
  const stem = fileName.slice(0, fileName.length - own.length);
  return { stem: `${stem}-${sha256.slice(0, 8)}`, ending: ENDINGS[mediaType] ?? own };
}

export async function facit(
  folder: string,
  options: { json?: boolean },
  command: Command,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const settings = await settingsOf(command);
  const { store, blobs, close } = await openStores(settings);
  const written: string[] = [];
  try {
    await store.refresh();
    for (const { sha256, fileName } of await store.genomgangna()) {
      const [bytes, found] = [await blobs.get(sha256), await store.recordWithRattelser(sha256)];
      if (!bytes || !found) {
        terminal.tell(`${fileName}: innehållet finns inte kvar, hoppas över`);
        continue;
      }
      await mkdir(folder, { recursive: true });
      const { stem, ending } = nameOf(found.record.source);
      const gold = goldOf(found.record, `${stem}${ending}`);
      await writeFile(join(folder, `${stem}${ending}`), bytes);
      await writeFile(join(folder, `${stem}.json`), `${JSON.stringify(gold, null, 1)}\n`);
      written.push(`${stem}${ending}`);
    }
    const bySha = Map.groupBy(await store.rattelser(), ({ sha256 }) => sha256);
    const decided = reliability([...bySha.values()].flatMap((of) => verdictsOf(of)));
    if (written.length === 0) session.exitCode = EXIT.nothingFound;
    if (options.json) {
      terminal.answer(asJson({ files: written, reliability: decided }));
      return;
    }
    if (written.length === 0)
      terminal.answer('Ingen fil är genomgången än. En fil blir det med: expediera granska klar FIL');
    else {
      const them = written.map((name) => `  ${name}`).join('\n');
      terminal.answer(`${amount(written.length, 'fil', 'filer')} med facit i ${folder}\n${them}`);
      terminal.answer(`Mät läsningen mot dem med: expediera evaluate ${folder}`);
    }
    if (decided.all.n > 0)
      terminal.answer(
        `\nPunkter som människor beslutat om, mot hur säkra de lästes\n${reliabilityTable(decided)}`,
      );
  } finally {
    await close();
  }
}
