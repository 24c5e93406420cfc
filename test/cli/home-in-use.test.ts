/** What a second start on a home is told, by what the first one is doing. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { homeInUseText } from '../../cli/answers/home-in-use-text.ts';
import { HomeInUse, lockHome } from '../../engine/home/lock.ts';
import { writePorts } from '../../engine/home/ports.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'expediera-in-use-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function said(): string[] {
  try {
    lockHome(home).release();
  } catch (error) {
    if (error instanceof HomeInUse) return homeInUseText(error).split('\n');
    throw error;
  }
  throw new Error('nobody holds it');
}
const held = (host: string) => {
  const path = join(home, 'lock');
  const since = '2031-01-20T23:30:00.000Z';
  writeFileSync(path, JSON.stringify({ pid: 4711, host, began: null, since }));
  utimesSync(path, new Date(), new Date());
};
const ports = {
  ...{ temporal: '127.0.0.1:7233', temporalUi: '', namespace: 'default' },
  ...{ serverPid: null, pid: 4711 },
};

describe('a home in use', () => {
  it('says how to hand over files, how to stop it, and since when by the clock in Sweden', () => {
    held('annan-dator');
    writePorts(home, ports);
    expect(said().slice(0, 4)).toEqual([
      `${home} används redan av process 4711 på datorn annan-dator, sedan 2031-01-21 00:30.`,
      'Fler filer: lämna dem till den som är igång med expediera ingest MAPP.',
      'Stoppa den: Ctrl+C i fönstret där den startades, eller kill 4711; körs den som en tjänst: systemctl stop och tjänstens namn.',
      'En till bredvid: ange en annan mapp med EXPEDIERA_HOME.',
    ]);
  });

  it('points nobody to ingest while it takes nothing', () => {
    const lock = lockHome(home);
    expect(said()[1]).toContain('Vänta en stund och gör om kommandot.');
    expect(said().join()).not.toContain('ingest');
    lock.release();
    expect(() => said()).toThrow('nobody holds it');
  });
});
