/** Lines of the log: of what they are, what joins them, and nothing secret or read in them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInstallation } from '../../engine/installation.ts';
import { createLog, only, severity } from '../../worker/log.ts';
import { redaction } from '../../worker/log-redaction.ts';
import { testSettings, writeFolder } from '../engine/testbed.ts';
import { protokoll } from '../expediering/made-up.ts';
import { all, untilLeveranser } from '../expediering/sjovik.ts';

let base: string;
const lines: { [name: string]: unknown }[] = [];
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'expediera-log-'));
  const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) });
  const installation = await startInstallation({ settings: testSettings(join(base, 'home')), log });
  const folder = writeFolder(join(base, 'in'), {
    'a.txt': protokoll({ paragraf: 51, mottagare: ['Hamnenheten'] }),
    'b.pdf': 'not a PDF at all \0\0',
  });
  await installation.ingest([folder], { lopande: true });
  await untilLeveranser(installation.store, {}, all('levererad'), 60_000);
  await installation.stop();
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const ofStep = (step: string) => lines.filter((line) => line.step === step);

it('tells of a fault what it is and where it came from', () => {
  const told: { error?: object }[] = [];
  const log = createLog('info', { write: (line) => told.push(JSON.parse(line)) });
  log.warn({ error: new Error('away', { cause: new TypeError('broken') }) }, 'not done');
  expect(told[0]?.error).toMatchObject({
    ...{ name: 'Error', message: 'away', stack: expect.stringContaining('log.test.ts') },
    cause: { name: 'TypeError', message: 'broken' },
  });
});

it("says of the server's answers what they are, and nothing to people of a step that was called off", () => {
  const message =
    'Activity not found on completion. This may happen if the activity has already been cancelled';
  const details =
    'Status { code: NotFound, message: "workflow execution already completed", details: b"\\x08\\x05", metadata: MetadataMap {} }';
  expect(severity('WARN', message, { details })).toBe('debug');
  expect(severity('WARN', 'gRPC call poll failed', { details })).toBe('warn');
  expect(only({ details })).toEqual({ details: 'NotFound: workflow execution already completed' });
});

describe('the lines of steps', () => {
  it.each(['openFile', 'saveFile', 'routeFile'])('%s: which file, which run, which try', (step) => {
    expect(ofStep(step).length).toBeGreaterThan(0);
    for (const line of ofStep(step)) {
      expect(line).toMatchObject({
        ...{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), run: expect.any(String), attempt: 1 },
        workflow: expect.stringMatching(/^file:/),
      });
    }
  });

  it('planLeverans and skicka: which matter, which run, which try', () => {
    for (const step of ['planLeverans', 'skicka']) {
      const [line] = ofStep(step);
      expect(line).toMatchObject({ run: expect.any(String), attempt: 1 });
      expect(line?.workflow).toBe(`leverans:${line?.matter}:${String(line?.workflow).split(':').at(-1)}`);
    }
  });

  it('of one run are joined by it', () => {
    const runs = (workflow: unknown) =>
      new Set(lines.filter((line) => line.workflow === workflow).map(({ run }) => run));
    const [opened] = ofStep('openFile');
    expect(runs(opened?.workflow).size).toBe(1);
  });

  it('have nothing of what is written', () => {
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.stringify(lines)).not.toMatch(/Hamnenheten|not a PDF|stycke|beslutar/);
  });
});

describe('secrets', () => {
  const env = {
    EXPEDIERA_LOTSEN_NYCKEL: 'hemlig "nyckel"',
    AWS_SECRET_ACCESS_KEY: 'abc/def+ghi',
    PG_PASSWORD_FILE: '/run/secrets/pg',
    PWD: '/srv/expediera',
    POSTGRES_PWD: 'superhemligt',
    SHORT_TOKEN: 'abc',
  };
  it('are taken out of lines, wherever they stand', () => {
    const lines: string[] = [];
    const redact = redaction(env);
    const log = createLog('info', { write: (line) => lines.push(redact(line)) });
    log.info({ error: { message: 'with hemlig "nyckel" and abc/def+ghi' } }, 'superhemligt');
    log.info(
      { url: 'postgres://expediera:l%C3%B6sen@db:5432/x', cwd: '/srv/expediera abc' },
      'https://a/b@c',
    );
    const [first, second] = lines.map((line) => JSON.parse(line));
    expect(first).toMatchObject({ error: { message: 'with *** and ***' }, msg: '***' });
    expect(second).toMatchObject({
      url: 'postgres://***@db:5432/x',
      cwd: '/srv/expediera abc',
      msg: 'https://a/b@c',
    });
  });

  it('that the process has are taken out by every log', () => {
    process.env.EXPEDIERA_TEST_TOKEN = 'mycket-hemligt';
    try {
      const written: string[] = [];
      createLog('info', { write: (line) => written.push(line) }).warn('it said mycket-hemligt');
      expect(written.join()).not.toContain('mycket-hemligt');
    } finally {
      delete process.env.EXPEDIERA_TEST_TOKEN;
    }
  });
});
