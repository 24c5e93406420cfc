import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const bin = join(import.meta.dirname, '../../bin');
const { missing } = (await import(join(bin, 'bootstrap.mjs'))) as {
  missing(folder: string, options: { dev: boolean }): string | null;
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'expediera-bin-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, content: unknown): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
};

const wanted = {
  '': { name: 'x' },
  'node_modules/zod': { version: '4.0.0' },
  'node_modules/vitest': { version: '5.0.0', dev: true },
  'node_modules/only-windows': { version: '1.0.0', optional: true },
};

describe('what is missing', () => {
  it('is told from the lock file and what is there', () => {
    write('package-lock.json', { packages: wanted });
    expect(missing(folder, { dev: true })).toMatch(/no packages/);

    write('node_modules/.package-lock.json', { packages: { 'node_modules/zod': { version: '4.0.0' } } });
    write('node_modules/node/bin/node', '');
    expect(missing(folder, { dev: false })).toBeNull();
    expect(missing(folder, { dev: true })).toBe('vitest 5.0.0');

    write('package-lock.json', { packages: { ...wanted, 'node_modules/zod': { version: '4.1.0' } } });
    expect(missing(folder, { dev: false })).toBe('zod 4.1.0');
  });

  it("includes the project's own Node", () => {
    write('package-lock.json', { packages: wanted });
    write('node_modules/.package-lock.json', { packages: { 'node_modules/zod': { version: '4.0.0' } } });
    expect(missing(folder, { dev: false })).toMatch(/Node/);
  });

  it('is nothing where there is no lock file: an installed package', () => {
    expect(missing(folder, { dev: false })).toBeNull();
  });
});

/** Runs a script through runOwnNode, as the commands do. */
const starter = (script: string): string[] => {
  write('script.mjs', script);
  write(
    'start.mjs',
    `import { runOwnNode } from ${JSON.stringify(join(bin, 'bootstrap.mjs'))};
     process.exit(await runOwnNode([${JSON.stringify(join(folder, 'script.mjs'))}]));`,
  );
  return [join(folder, 'start.mjs')];
};

describe('the starter', () => {
  it("goes on with the project's own Node and its exit code, and says nothing itself", () => {
    const run = spawnSync(process.execPath, starter('console.log(process.version); process.exit(17);'), {
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 17, stderr: '' });
    expect(run.stdout).toMatch(/^v24\./);
  });

  it('passes signals on and waits for the end', async () => {
    const script = `process.on('SIGTERM', () => setTimeout(() => process.exit(3), 100)); console.log('up'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, starter(script), { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(3);
  });

  it('ends with the npm that started it, although a shell stands between', async () => {
    const script = `process.on('SIGTERM', () => { console.log('ended'); process.exit(0); }); console.log('up'); setInterval(() => {}, 1000);`;
    const [start] = starter(script);
    // The second command keeps the shell from becoming the starter itself.
    const child = spawn('/bin/sh', ['-c', `"${process.execPath}" "${start}"; true`], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said === 'up\n') child.kill('SIGTERM');
    });
    await new Promise((resolve) => child.stdout.once('close', resolve));
    expect(said).toBe('up\nended\n');
  });

  it('gives the command its arguments and keeps stdout for answers', () => {
    const run = spawnSync(process.execPath, [join(bin, 'expediera.mjs'), 'arende', '--help'], {
      encoding: 'utf8',
    });
    expect(run.status).toBe(0);
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('arende');
  });
});
