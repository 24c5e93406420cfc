/** The whole program as a person runs it, the engine included. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatusAnswer } from '../../store/store.ts';
import { protokoll as protokollAttSanda } from '../expediering/made-up.ts';
import { protokoll } from './fiskvik.ts';
import { type Running, runCli, startCli, until } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-start-'));
const at = (...parts: string[]): string => join(folder, ...parts);
const homeOf = (name: string) => ({ EXPEDIERA_HOME: at(name) });
const started: Running[] = [];

beforeAll(() => {
  mkdirSync(at('in'));
  writeFileSync(at('in', 'namnd.txt'), protokoll('Fiskviks kommun'));
  writeFileSync(at('in', 'tom.pdf'), '');
  writeFileSync(at('later.txt'), protokoll('Fiskviks kommun', '2031/00018'));
});
afterAll(async () => {
  for (const running of started) {
    if (running.child.exitCode === null) running.child.kill('SIGTERM');
    await running.ended;
  }
  rmSync(folder, { recursive: true });
});

describe('start --once', () => {
  it('takes everything in, tells what went where and stops', async () => {
    const env = homeOf('once');
    const { code, stdout, stderr } = await runCli(['start', '--once', at('in')], env);
    expect(stderr).toMatch(/^Temporal: http:\/\/127\.0\.0\.1:\d+$/m);
    expect(stderr).toContain('Läser in: 2 av 2 innehåll');
    expect(stdout).toContain('Inläsning 1: 2 filer, 2 olika innehåll: 1 inläst, 1 nekad, 0 misslyckade.');
    expect(stdout).toMatch(/nekad {3}.*tom\.pdf\s+Filen är tom\./);
    expect(stdout).toMatch(/^ {2}Badhusenheten +1 +1$/m);
    expect(stdout).not.toContain('{"level"');
    expect(code).toBe(0);

    const status = JSON.parse((await runCli(['status', '--json'], env)).stdout) as StatusAnswer;
    expect(status.files).toEqual({ total: 2, done: 1, refused: 1, failed: 0, running: 0 });
    expect(existsSync(at('once', 'lock'))).toBe(false);
    // an archive sends nothing
    expect(stdout).not.toContain('Expedierat');

    // The made-up samples are for an empty home: here they would lie among what is real.
    const again = await runCli(['start', '--once'], env);
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse((await runCli(['status', '--json'], env)).stdout)).toEqual(status);
  }, 90_000);

  it('of current work sends what can be sent before it stops, and says so', async () => {
    const sjovik = protokollAttSanda({ paragraf: 81, mottagare: ['Hamnenheten', 'Ekonomiavdelningen'] });
    writeFileSync(at('sjovik.txt'), sjovik);
    const env = homeOf('lopande');
    const { code, stdout } = await runCli(['start', '--once', '--lopande', at('sjovik.txt')], env);
    expect(stdout).toMatch(/^Expedierat\n {2}2 leveranser: 2 levererade$/m);
    expect(code).toBe(0);
  }, 90_000);
});

describe('start', () => {
  it('serves until it is stopped, one on each home', async () => {
    const env = homeOf('serving');
    const running = startCli(['start', at('in')], env);
    started.push(running);
    await until(running, /Expediera är igång/);
    const url = /^Sidan: +(\S+)$/m.exec(running.written.stderr)?.[1] ?? '';
    const page = (await (await fetch(`${url}/api`)).json()) as { status: string; temporal: string };
    expect((await fetch(page.temporal)).ok).toBe(true);
    const status = (await (await fetch(page.status)).json()) as StatusAnswer;
    expect(status.files).toMatchObject({ total: 2, done: 1, refused: 1 });

    const second = await runCli(['start', at('in')], env);
    expect(second.code).toBe(5);
    expect(second.stderr).toMatch(
      new RegExp(
        `används redan av process ${running.child.pid}, sedan \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\\.$`,
        'm',
      ),
    );
    expect(second.stderr).toContain('expediera ingest MAPP');
    expect(second.stderr).toContain(`kill ${running.child.pid}`);

    const ingested = await runCli(['ingest', at('later.txt'), '--wait', '--json'], env);
    expect(JSON.parse(ingested.stdout)).toMatchObject({ paths: 1, submitted: 1, ended: { done: 1 } });
    expect(ingested.code).toBe(0);
    expect((await runCli(['arende', '2031/18'], env)).code).toBe(0);

    const other = await runCli(['ingest', at('later.txt'), '--huvudman', 'Norrvalls kommun'], env);
    expect(other.stderr).toContain('ange --huvudman när den startas');
    expect(other.code).toBe(2);

    running.child.kill('SIGTERM');
    const { code, stderr } = await running.ended;
    // each address once, but for the page's, which is said again below what was found; and all in one language
    expect(stderr.match(/http:\S+/gu)?.sort()).toEqual([page.temporal, url, url].sort());
    expect(stderr).not.toMatch(/[.…] \/ [a-z]/iu);
    expect(stderr).toContain('Stoppar …');
    expect(code).toBe(0);
    expect(existsSync(at('serving', 'lock'))).toBe(false);
  }, 90_000);
});

describe('ingest', () => {
  it('starts an installation for the time it takes when none runs', async () => {
    const { code, stdout, stderr } = await runCli(['ingest', '--lopande', at('in')], homeOf('ingest'));
    expect(stderr).toContain('en startas för den tid det tar');
    expect(stdout).toMatch(
      /^Inläsning 1: 2 filer, 2 olika innehåll: 1 inläst, 1 nekad, 0 misslyckade\.\nKom inte in:\n[\s\S]*\n\nExpedierat\n {2}\d/,
    );
    expect(code).toBe(0);
  }, 90_000);
});

describe('worker', () => {
  it('says so when there is nobody to work for', async () => {
    const { code, stderr } = await runCli(['worker'], homeOf('nobody'));
    expect(stderr).toContain('Ingen Expediera är igång');
    expect(code).toBe(6);
  });
});

describe('serve', () => {
  it('shows the status page alone', async () => {
    const running = startCli(['serve'], homeOf('alone'));
    started.push(running);
    await until(running, /^http:\S+$/m);
    const answer = await fetch(`${running.written.stdout.trim()}/healthz`);
    expect(await answer.json()).toEqual({ ok: true });
    running.child.kill('SIGINT');
    expect((await running.ended).code).toBe(0);
  });
});

describe('doctor', () => {
  it('finds everything here', async () => {
    const { code, stdout } = await runCli(['doctor', '--json'], homeOf('doctor'));
    const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: { name: string; ok: boolean }[] };
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
    expect(code).toBe(0);
  }, 60_000);
});
