/** The receiver that docs/expediering.md shows is one that works. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type Kanal, kanalSchema, sand } from '../../expediering/kanaler/index.ts';
import { felOf, forsandelse } from '../expediering/kanaler/made-up.ts';

const KEY = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
let receiver: ChildProcess | null = null;
afterEach(() => void receiver?.kill());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listens(port: number): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const socket = connect(port, '127.0.0.1');
    const is = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (is) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the receiver does not listen');
}

it('takes each decision once, and nothing that is not signed', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/expediering.md'), 'utf8');
  const program = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const port = await freePort();
  receiver = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, WEBHOOK_KEY: KEY, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  receiver.stdout?.on('data', (part: Buffer) => {
    printed += part.toString();
  });
  await listens(port);
  const kanal: Kanal = kanalSchema.parse({
    typ: 'webhook',
    url: `http://127.0.0.1:${port}/`,
    nyckelEnv: 'NYCKEL',
    internt: true,
  });
  const send = (key: string, nu = new Date()) =>
    sand(kanal, forsandelse(), { env: { NYCKEL: key }, nu: () => nu });

  expect((await felOf(send(`whsec_${Buffer.alloc(32, 6).toString('base64')}`))).sv).toContain('401');
  expect((await felOf(send(KEY, new Date(Date.now() - 3_600_000)))).sv).toContain('401');
  expect(await send(KEY)).toMatchObject({ vad: '200 Mottaget', redan: false });
  expect(await send(KEY)).toMatchObject({ redan: true });
  expect(printed.match(/Kommunfullmäktige § 58/g)).toHaveLength(1);
});
