import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNotRead } from '../../cli/why-not-read.ts';
import { type Record as FileRecord, recordSchema } from '../../extraction/record.ts';
import { protokoll } from './fiskvik.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'expediera-extract-'));
const at = (name: string): string => join(folder, name);
const env = { EXPEDIERA_HOME: at('home') };

beforeAll(() => {
  writeFileSync(at('protokoll.txt'), protokoll('Fiskviks kommun'));
  writeFileSync(at('utan.txt'), protokoll(''));
  writeFileSync(at('tom.pdf'), '');
  writeFileSync(at('arkiv.pdf'), Buffer.from('504b0304140000000800', 'hex'));
  writeFileSync(at('trasig.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('extract', () => {
  it('prints one record for one file', async () => {
    const { code, stdout, stderr } = await runCli(['extract', at('protokoll.txt')], env);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const record = recordSchema.parse(JSON.parse(stdout));
    expect(record.source).toMatchObject({ fileName: 'protokoll.txt', mediaType: 'text/plain', pageCount: 1 });
    const arende = record.handlingar[0]?.arenden[0];
    expect(arende).toMatchObject({ paragraf: '14', diarienummer: '2031/00017' });
    expect(arende?.beslut.map(({ text }) => text)).toEqual([
      'att anta ny taxa för badhuset från den 1 juli 2031.',
    ]);
  });

  it('tells a file by its content, not by its name', async () => {
    writeFileSync(at('text.pdf'), protokoll('Fiskviks kommun'));
    const { code, stdout } = await runCli(['extract', at('text.pdf'), '--format', 'jsonl'], env);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect((JSON.parse(stdout) as FileRecord).source.mediaType).toBe('text/plain');
  });

  it('takes the huvudman given for what names none', async () => {
    const args = ['extract', at('utan.txt'), '--huvudman', 'Norrvalls kommun'];
    const { stdout } = await runCli(args, env);
    expect((JSON.parse(stdout) as FileRecord).handlingar[0]?.huvudman).toBe('Norrvalls kommun');
  });

  it("reads by the installation's own words, and says what is wrong with them", async () => {
    const home = at('home-with-words');
    const minutes = protokoll('Fiskviks kommun');
    expect(minutes).toContain('Beslutet skickas till');
    writeFileSync(at('egna.txt'), minutes.replace('Beslutet skickas till', 'Hit går paragrafen'));
    const mottagare = async () => {
      const { stdout } = await runCli(['extract', at('egna.txt')], { EXPEDIERA_HOME: home });
      return (JSON.parse(stdout) as FileRecord).handlingar[0]?.arenden[0]?.expediering.length;
    };
    mkdirSync(home);
    expect(await mottagare()).toBe(0);
    writeFileSync(join(home, 'ord.json'), '{"headings": {"expediering": ["Hit går paragrafen"]}}');
    expect(await mottagare()).toBe(1);
    writeFileSync(join(home, 'ord.json'), '{"headings": {"beslutet": ["Så blev det"]}}');
    const { code, stderr } = await runCli(['extract', at('egna.txt')], { EXPEDIERA_HOME: home });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('okänt namn: beslutet') });
  });

  it('reads on after a bad file, one record a line, and ends with the first refusal', async () => {
    const files = [at('protokoll.txt'), at('arkiv.pdf'), at('tom.pdf'), at('utan.txt')];
    const { code, stdout, stderr } = await runCli(['extract', ...files], env);
    expect(code).toBe(11);
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as FileRecord).source.fileName);
    expect(names).toEqual(['protokoll.txt', 'utan.txt']);
    expect(stderr).toContain(`${at('tom.pdf')}: Filen är tom. Hämta `);
  });

  it('prints several as a list where JSON is asked for', async () => {
    const args = ['extract', at('protokoll.txt'), at('utan.txt'), '--format', 'json'];
    const { code, stdout } = await runCli(args, env);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as FileRecord[]).map(({ source }) => source.fileName)).toEqual([
      'protokoll.txt',
      'utan.txt',
    ]);
  });

  it.each([
    ['tom.pdf', 10, 'Filen är tom.'],
    ['arkiv.pdf', 11, 'Namnet slutar på .pdf, men innehållet är ingen PDF.'],
    ['trasig.pdf', 13, 'Filen är avkortad'],
    ['saknas.pdf', 1, 'Filen finns inte.'],
    ['.', 1, 'Det här är en mapp'],
  ])('refuses %s with exit code %i, and nothing on stdout', async (name, exitCode, reason) => {
    const { code, stdout, stderr } = await runCli(['extract', at(name)], env);
    expect(stderr).toContain(reason);
    expect(code).toBe(exitCode);
    expect(stdout).toBe('');
  });

  it('refuses what is larger than the installation allows', async () => {
    const { code } = await runCli(['extract', at('protokoll.txt')], {
      ...env,
      EXPEDIERA_MAX_FILE_BYTES: '100',
    });
    expect(code).toBe(18);
  });

  it('says when a file may not be read', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(whyNotRead(error)).toEqual({
      exitCode: 1,
      reason: 'Filen får inte läsas. / The file may not be read.',
    });
  });
});
