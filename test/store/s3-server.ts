/** A real S3-compatible server in a process and a folder of its own on loopback. */
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../engine/home/ports.ts';
import { isAlive, waitUntilGone } from '../../engine/home/process.ts';
import { startWatched } from '../../engine/temporal/watched-process.ts';
import { goProgram, VERSITYGW } from '../programs/go-program.ts';

export interface S3Server {
  endpoint: string;
  bucket: string;
  /** AWS's own variables: keys and region. */
  env: { [variable: string]: string };
  pid(): number;
  /** Kills it; what it holds stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port with what it held. */
  restart(): Promise<void>;
  /** Ends it and removes all it held. */
  destroy(): Promise<void>;
}

const BUCKET = 'expediera-test';
const REGION = 'eu-north-1';
const KEYS = { id: 'expediera', secret: 'only-for-tests-on-loopback' };

/** Starts one with an empty bucket; resolves when it answers. The first time on a machine it is built: minutes. */
export async function startS3Server(): Promise<S3Server> {
  const program = await goProgram(VERSITYGW);
  const folder = mkdtempSync(join(tmpdir(), 'expediera-s3-'));
  const [port] = (await freePorts(1)) as [number];
  // a folder is a bucket; what S3 knows of an object beyond its bytes lies beside
  const [buckets, sidecar] = [join(folder, 'buckets'), join(folder, 'sidecar')];
  mkdirSync(join(buckets, BUCKET), { recursive: true });
  mkdirSync(sidecar);
  const endpoint = `http://127.0.0.1:${port}`;
  let pid = 0;
  const restart = async (): Promise<void> => {
    const log = openSync(join(folder, 'log'), 'a');
    const keys = ['env', `ROOT_ACCESS_KEY=${KEYS.id}`, `ROOT_SECRET_KEY=${KEYS.secret}`];
    const flags = ['--port', `127.0.0.1:${port}`, '--region', REGION, '--quiet'];
    const watched = startWatched([...keys, program, ...flags, 'posix', '--sidecar', sidecar, buckets], log);
    closeSync(log);
    pid = await watched.pid;
    await untilAnswers(endpoint, pid);
  };
  const kill = async (): Promise<void> => {
    if (!isAlive(pid)) return;
    process.kill(pid, 'SIGKILL');
    await waitUntilGone(pid, 5_000);
  };
  await restart();
  return {
    endpoint,
    bucket: BUCKET,
    env: {
      AWS_ACCESS_KEY_ID: KEYS.id,
      AWS_SECRET_ACCESS_KEY: KEYS.secret,
      AWS_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    pid: () => pid,
    kill,
    restart,
    async destroy() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswers(endpoint: string, pid: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (!isAlive(pid)) throw new Error('the S3 server ended');
    const answer = await fetch(endpoint).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the S3 server does not answer');
}
