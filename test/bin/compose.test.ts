/** docker-compose.yml is checked for form, by the client's own parser too where there is one: no engine is needed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../cli/program.ts';
import { processTerminal } from '../../cli/terminal/terminal.ts';
import { loadSettings } from '../../config/load.ts';
import { envName, settingsSchema } from '../../config/settings.ts';
import { TEMPORAL_SERVER, VERSITYGW } from '../programs/go-program.ts';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  entrypoint?: string[];
  environment?: { [name: string]: string };
  depends_on?: { [service: string]: { condition: string } };
  healthcheck?: { test: string[] };
  restart?: string;
  secrets?: string[];
  ports?: string[];
  volumes?: string[];
  deploy?: { replicas?: number };
}

const root = join(import.meta.dirname, '../..');
const file = join(root, 'docker-compose.yml');
const text = readFileSync(file, 'utf8');
const compose = parse(text, { merge: true }) as {
  services: { [name: string]: Service };
  volumes: object;
  secrets: { [name: string]: { file: string } };
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.image === 'expediera');

/** The client with its compose plugin, or the older program of its own; null: neither is here. */
function composeClient(): string[] | null {
  const clients = [['docker', 'compose'], ['docker-compose']];
  return (
    clients.find(
      ([program = '', ...args]) => spawnSync(program, [...args, 'version'], { stdio: 'ignore' }).status === 0,
    ) ?? null
  );
}

describe('docker-compose.yml', () => {
  it('has the cluster whole: what is shared, who works, who watches', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      ...['app', 'namespace', 'objects', 'ocr-worker', 'postgresql', 'prometheus', 'schema'],
      ...['temporal', 'temporal-ui', 'worker'],
    ]);
    expect(compose.services['ocr-worker']?.deploy?.replicas).toBeGreaterThan(1);
    expect(text).not.toContain('auto-setup');
  });

  it('is what a compose client takes: by the client where there is one, and by its form wherever not', () => {
    const client = composeClient();
    if (client) {
      const [program = '', ...args] = client;
      const config = spawnSync(program, [...args, '-f', file, 'config', '--quiet'], { encoding: 'utf8' });
      expect(config.stderr).toBe('');
      expect(config.status).toBe(0);
    }
    const lists = ['command', 'entrypoint', 'secrets', 'ports', 'volumes'] as const;
    for (const [name, service] of services) {
      for (const list of [...lists.map((key) => service[key] ?? []), service.healthcheck?.test ?? []]) {
        for (const entry of list) expect(typeof entry, `${name}: ${JSON.stringify(entry)}`).toBe('string');
      }
      for (const [variable, value] of Object.entries(service.environment ?? {}))
        expect(typeof value, `${name}: ${variable}`).toBe('string');
      // what the client would take for a variable of its own
      for (const line of [...(service.command ?? []), ...(service.entrypoint ?? [])])
        expect(line.replaceAll('$$', ''), name).not.toContain('$');
    }
  });

  it('knows of each service whether it is well, or it ends by itself', () => {
    const awaited = services.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    for (const [name, { healthcheck, restart }] of services) {
      const ends = awaited.some(
        ([other, { condition }]) => other === name && condition === 'service_completed_successfully',
      );
      if (ends) expect(restart, name).toMatch(/^on-failure/);
      else expect(healthcheck?.test.length, name).toBeGreaterThan(1);
    }
  });

  it('waits for services that exist, and are healthy where health is asked for', () => {
    for (const [name, { depends_on = {} }] of services) {
      for (const [other, { condition }] of Object.entries(depends_on)) {
        expect(compose.services[other], `${name} → ${other}`).toBeDefined();
        if (condition === 'service_healthy')
          expect(compose.services[other]?.healthcheck, other).toBeDefined();
      }
    }
  });

  it('pins every image, those that tests run to the same version, and publishes on loopback only', () => {
    for (const [name, { image, ports = [] }] of services) {
      if (image !== 'expediera') expect(image, name).toMatch(/:v?\d+\.\d+/);
      for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:/);
    }
    expect(compose.services.objects?.image).toBe(`versity/versitygw:${VERSITYGW.version}`);
    expect(`v${compose.services.temporal?.image?.split(':')[1]}`).toBe(TEMPORAL_SERVER.version);
  });

  it('takes secrets from files, and names only those, the volumes that are declared and files that exist', () => {
    const makesSecrets = readFileSync(join(root, 'deploy/make-secrets.sh'), 'utf8');
    for (const [secret, { file: path }] of Object.entries(compose.secrets)) {
      expect(path).toBe(`./secrets/${secret}`);
      expect(makesSecrets).toContain(secret);
    }
    for (const [name, { secrets = [], volumes = [], environment = {}, command = [] }] of services) {
      for (const secret of secrets) expect(Object.keys(compose.secrets), name).toContain(secret);
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (!source.startsWith('./')) expect(Object.keys(compose.volumes), name).toContain(source);
        else expect(existsSync(join(root, source)), source).toBe(true);
      }
      for (const [variable, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|SECRET|KEY|CREDENTIALS/.test(variable))
          expect(value, variable).toMatch(/^\/run\/secrets\//);
        expect(value, `${name}: ${variable}`).not.toMatch(/\/\/[^/@]*:[^/@]*@/);
        if (value.startsWith('/run/secrets/')) expect(secrets, name).toContain(value.split('/')[3]);
      }
      for (const [, secret = ''] of command.join('\n').matchAll(/\/run\/secrets\/([\w-]+)/g))
        expect(secrets, name).toContain(secret);
    }
    for (const script of ['make-secrets.sh', 'make-databases.sh'])
      expect(statSync(join(root, 'deploy', script)).mode & 0o111, script).not.toBe(0);
  });

  it('runs commands that exist, with settings that can be', () => {
    const { program } = createProgram(processTerminal());
    const commands = program.commands.map((command) => command.name());
    const known = [
      ...['TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'AWS_REGION', 'AWS_SHARED_CREDENTIALS_FILE'],
      ...Object.keys(settingsSchema.shape).map(envName),
    ];
    expect(ours).toHaveLength(3);
    for (const [name, { command, environment = {} }] of ours) {
      expect(commands, name).toContain(command?.[0]);
      for (const variable of Object.keys(environment)) expect(known, name).toContain(variable);
      const settings = loadSettings({}, environment);
      expect(settings.database, name).toBeDefined();
      expect(settings.blobs, name).toBeDefined();
    }
  });
});
