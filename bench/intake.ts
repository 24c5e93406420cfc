/**
 * What offering costs from a folder and from a ZIP, for more and more small files: it has to be so much a file.
 * `node bench/intake.ts [100 1000 10000]`. Nothing is read: no engine runs.
 */
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { loadSettings } from '../config/load.ts';
import { offerAll } from '../engine/intake/offer.ts';
import { offerOptions } from '../engine/intake/options.ts';
import { openStores } from '../engine/stores/index.ts';

const base = mkdtempSync(join(tmpdir(), 'expediera-bench-intake-'));
const text = (n: number): string =>
  `Protokoll ${n}\n${`§ ${n} Nämnden beslutar att godkänna förslaget.\n`.repeat(40)}`;

async function measure(what: string, count: number, path: string): Promise<void> {
  const home = join(base, `home-${what}-${count}`);
  const settings = loadSettings({ home }, {});
  const stores = await openStores(settings);
  const arkiv = await stores.store.newArkiv({
    namn: what,
    paths: [path],
    lopande: false,
    om: null,
    av: null,
  });
  const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
    const from = performance.now();
    const value = await work();
    return [(performance.now() - from) / 1000, value];
  };
  const offer = () => offerAll([path], { ...offerOptions(settings), ...stores, arkiv });
  const [first, offered] = await timed(offer);
  const [again] = await timed(offer);
  const [asked] = await timed(() => stores.store.ettArkiv(arkiv));
  const mb = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${what.padEnd(6)} ${String(offered.toDo.length).padStart(6)} files: ${first.toFixed(1)} s (${((first / count) * 1000).toFixed(2)} ms a file), again ${again.toFixed(1)} s, asked in ${(asked * 1000).toFixed(0)} ms, ${mb} MB`,
  );
  await stores.close();
  rmSync(home, { recursive: true });
}

try {
  const counts = process.argv.slice(2).map(Number);
  for (const count of counts.length > 0 ? counts : [100, 1_000, 10_000]) {
    const folder = join(base, `in-${count}`);
    for (let n = 0; n < count; n++) {
      const year = join(folder, String(2010 + (n % 15)));
      mkdirSync(year, { recursive: true });
      writeFileSync(join(year, `Nämndens protokoll ${n}.txt`), text(n));
    }
    await measure('folder', count, folder);
    rmSync(folder, { recursive: true });
    const zip = new ZipFile();
    for (let n = 0; n < count; n++)
      zip.addBuffer(Buffer.from(text(n)), `${2010 + (n % 15)}/protokoll ${n}.txt`);
    zip.end();
    const path = join(base, `in-${count}.zip`);
    await pipeline(zip.outputStream, createWriteStream(path));
    await measure('zip', count, path);
    rmSync(path);
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
