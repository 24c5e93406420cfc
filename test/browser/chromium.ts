/** A real browser for tests: the one that EXPEDIERA_BROWSER names, else the Chromium that an npm package ships. */
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packaged, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const packed = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', 'bin');

/**
 * Unpacks the browser once for all tests of this machine, with the libraries that a server without a screen often lacks.
 * The package unpacks into the folder for temporary files, where a test beside this one would meet it half done.
 */
async function unpacked(): Promise<string> {
  const home = join(tmpdir(), 'expediera-chromium-153');
  if (existsSync(home)) return home;
  const making = await mkdtemp(`${home}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = making;
  try {
    await packaged.executablePath(packed);
    await inflate(join(packed, 'al2023.tar.br'));
    await rename(making, home);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // another test was first
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return home;
}

/** Starts the browser; a test machine's user may be root, for whom it has no sandbox. */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--headless=shell', '--disable-gpu', '--font-render-hinting=none'];
  const named = process.env.EXPEDIERA_BROWSER;
  if (named !== undefined) return chromium.launch({ executablePath: named, args });
  const home = await unpacked();
  const libraries = [process.env.LD_LIBRARY_PATH, join(home, 'al2023', 'lib')].filter(Boolean).join(':');
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args,
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
  });
}
