/** What a person says of posts and matters on the command line, with an engine that is started for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protokoll, styrelsen } from '../engine/made-up.ts';
import { runCli } from './run-cli.ts';

let base: string;
const cli = (...args: string[]) =>
  runCli(args, { EXPEDIERA_HOME: join(base, 'home'), EXPEDIERA_LOG_LEVEL: 'silent' });

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-people-'));
  writeFileSync(join(base, 'a.txt'), protokoll(1));
  writeFileSync(join(base, 'b.txt'), styrelsen(2));
  const { code, stderr } = await cli('ingest', join(base, 'a.txt'), join(base, 'b.txt'));
  expect(code, stderr).toBe(0);
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('what a person says', { timeout: 120_000 }, () => {
  it('receives what came to a recipient, and refuses it with a reason', async () => {
    const received = await cli('inkorg', 'ta-emot', 'KS', 'KFN 2024/1', '--av', 'Siv Ek');
    expect(received.code, received.stderr).toBe(0);
    expect(received.stdout.trim()).toBe('KFN 2024/0001 hos kommunstyrelsen: 1 post mottagen.');
    const refused = await cli(
      'inkorg',
      'avvisa',
      'KS',
      'KFN 2024/1',
      '--skal',
      'hör till KFN',
      '--av',
      'Siv Ek',
    );
    expect(refused.stdout).toMatch(/1 post återsänd/);
    const { stdout } = await cli('inkorg', 'KS', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      poster: [{ status: 'avvisad', marke: { av: 'Siv Ek', skal: 'hör till KFN' } }],
    });
    expect((await cli('inkorg', 'KS')).stdout).toMatch(
      /återsänd .*\n.*\n?.*återsänd av Siv Ek: hör till KFN/,
    );
  });

  it('answers programs too', async () => {
    const marked = await cli('inkorg', 'ta-emot', 'KS', 'KFN 2024/1', '--json');
    expect(JSON.parse(marked.stdout)).toEqual({
      ...{ huvudman: 'Videby kommun', mottagare: 'kommunstyrelsen', diarienummer: 'KFN 2024/0001' },
      ...{ arende: expect.any(String), status: 'mottagen', poster: [expect.any(String)] },
    });
    const joined = await cli('arende', 'sammanfor', 'KFN 2024/1', 'KFN 2024/2', '--json');
    expect(JSON.parse(joined.stdout)).toMatchObject({
      ...{ diarienummer: 'KFN 2024/0002', aven: ['KFN 2024/0001'], steg: [{}, {}] },
    });
    const parted = await cli('arende', 'skilj', 'KFN 2024/1', '--json');
    expect(JSON.parse(parted.stdout)).toMatchObject({ diarienummer: 'KFN 2024/0001', aven: [], steg: [{}] });
  });

  it('keeps to the huvudman that is named', async () => {
    const other = ['--huvudman', 'Ekstads kommun'];
    expect((await cli('inkorg', 'ta-emot', 'KS', 'KFN 2024/1', ...other)).code).toBe(3);
    expect((await cli('arende', 'sammanfor', 'KFN 2024/1', 'KFN 2024/2', ...other)).code).toBe(3);
  });

  it('says in words what cannot be', async () => {
    expect(await cli('inkorg', 'avvisa', 'KS', 'KFN 2024/1')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--skal .* saknas/),
    });
    expect(await cli('inkorg', 'ta-emot', 'Socialnämnden', 'KFN 2024/1')).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/Inget av KFN 2024\/1 väntar hos Socialnämnden/),
    });
    expect(await cli('inkorg', 'ta-emot', 'KS', '2024/999')).toMatchObject({ code: 3 });
    expect(await cli('arende', 'skilj', 'KFN 2024/1')).toMatchObject({ code: 3 });
  });

  it('makes two matters one, found by either number, and takes them apart', async () => {
    const joined = await cli('arende', 'sammanfor', 'KFN 2024/1', 'KFN 2024/2', '--av', 'Siv Ek');
    expect(joined.stdout.trim(), joined.stderr).toBe(
      'KFN 2024/0001 hör nu till KFN 2024/0002, som har 2 steg.',
    );
    const { stdout } = await cli('arende', 'KFN 2024/1');
    expect(stdout).toMatch(/^KFN 2024\/0002 \(även KFN 2024\/0001\)/);
    expect((await cli('arende', 'sammanfor', 'KFN 2024/1', 'KFN 2024/2')).stdout).toMatch(/redan ett ärende/);
    const parted = await cli('arende', 'skilj', 'KFN 2024/1');
    expect(parted.stdout, parted.stderr).toMatch(/åter ett eget ärende/);
    expect((await cli('arende', 'KFN 2024/1')).stdout).toMatch(/^KFN 2024\/0001 ·/);
  });
});
