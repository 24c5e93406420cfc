/** docker-compose.yml is checked for form: no container engine is needed for that. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createProgram } from '../../cli/program.ts';
import { processTerminal } from '../../cli/terminal/terminal.ts';
import { envName, settingsSchema } from '../../config/settings.ts';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  entrypoint?: string[];
  environment?: { [name: string]: string };
  depends_on?: { [service: string]: { condition: string } };
  healthcheck?: { test: string[] };
  secrets?: string[];
  ports?: string[];
  volumes?: string[];
}

const text = readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as {
  services: { [name: string]: Service };
  volumes: object;
  secrets: { [name: string]: { file: string } };
};
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.image === 'expediera');

describe('docker-compose.yml', () => {
  it('has the server with its database, the workers and the app', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        'postgresql',
        'schema',
        'temporal',
        'namespace',
        'worker',
        'ocr-worker',
        'app',
      ]),
    );
    expect(text).not.toContain('auto-setup');
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

  it('pins every image and publishes on loopback only', () => {
    for (const [name, { image, ports = [] }] of services) {
      if (image !== 'expediera') expect(image, name).toMatch(/:\d/);
      for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:/);
    }
  });

  it('takes secrets from files, and names only those and the volumes that are declared', () => {
    for (const [name, { secrets = [], volumes = [], environment = {} }] of services) {
      for (const secret of secrets) expect(compose.secrets[secret]?.file, name).toMatch(/^\.\/secrets\//);
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      for (const [variable, value] of Object.entries(environment)) {
        if (/PASSWORD|PWD|SECRET|KEY/.test(variable)) expect(value, variable).toMatch(/^\/run\/secrets\//);
      }
    }
  });

  it('is taken by the compose client, where there is one', () => {
    const run = (...args: string[]) => spawnSync('docker', ['compose', ...args], { encoding: 'utf8' });
    if (run('version').status !== 0) return;
    const config = run('-f', join(import.meta.dirname, '../../docker-compose.yml'), 'config', '--quiet');
    expect(config.stderr).toBe('');
    expect(config.status).toBe(0);
  });

  it('runs commands and settings that exist', () => {
    const { program } = createProgram(processTerminal());
    const commands = program.commands.map((command) => command.name());
    const variables = [
      'TEMPORAL_ADDRESS',
      'TEMPORAL_NAMESPACE',
      ...Object.keys(settingsSchema.shape).map(envName),
    ];
    expect(ours).toHaveLength(3);
    for (const [name, { command, environment = {} }] of ours) {
      expect(commands, name).toContain(command?.[0]);
      for (const variable of Object.keys(environment)) expect(variables, name).toContain(variable);
    }
  });
});
