/** Flags over environment over file over defaults. */
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { SettingsError } from './problem.ts';
import { readWithin } from './read-within.ts';
import { envName, type GivenSettings, type Settings, settingsSchema } from './settings.ts';
import { readOwnWords, WORDS_FILE } from './words.ts';

export { SettingsError };

/** Of config.json; all settings there are take some kilobytes. */
const MEGABYTES = 1;

const names = Object.keys(settingsSchema.shape) as (keyof typeof settingsSchema.shape)[];

function fromEnv(env: NodeJS.ProcessEnv): GivenSettings {
  const given: GivenSettings = {};
  for (const name of names) {
    const value = env[envName(name)];
    if (value !== undefined && value !== '') given[name] = value;
  }
  return given;
}

function fromFile(path: string): GivenSettings {
  let text: string;
  try {
    text = readWithin(path, MEGABYTES);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new SettingsError(`${path} kan inte läsas / cannot be read: ${(error as Error).message}`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as GivenSettings;
  } catch (error) {
    throw new SettingsError(`${path} är inte JSON / is not JSON: ${(error as Error).message}`);
  }
  throw new SettingsError(`${path} ska vara ett JSON-objekt / must be a JSON object`);
}

function without<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/**
 * The settings of an installation. `home`, `words` and `databasePasswordFile` come back as absolute paths (relative ones are taken from
 * `cwd`, in the file itself from the home); `home` in the file is not allowed, since the file is found through it.
 * Throws SettingsError.
 */
export function loadSettings(
  flags: GivenSettings = {},
  env: NodeJS.ProcessEnv = process.env,
  cwd: string = process.cwd(),
): Settings {
  const outside = { ...fromEnv(env), ...without(flags) };
  const home = resolve(cwd, String(outside.home ?? './data'));
  const path = join(home, 'config.json');
  const file = fromFile(path);
  if (file.home !== undefined) {
    throw new SettingsError(`${path}: home sätts med EXPEDIERA_HOME / is set by EXPEDIERA_HOME`);
  }
  const parsed = settingsSchema.safeParse({ ...file, ...outside, home });
  if (parsed.success) {
    const { words: given, databasePasswordFile: secret } = parsed.data;
    const words = given === undefined ? join(home, WORDS_FILE) : resolve(outside.words ? cwd : home, given);
    const password = secret && {
      databasePasswordFile: resolve(outside.databasePasswordFile ? cwd : home, secret),
    };
    return { ...parsed.data, ...password, words, ownWords: readOwnWords(words, given !== undefined) };
  }
  throw new SettingsError(describe(parsed.error, path, flags, env));
}

function describe(error: z.ZodError, path: string, flags: GivenSettings, env: NodeJS.ProcessEnv): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys') {
      return `${path}: okänd inställning / unknown setting: ${issue.keys.join(', ')}`;
    }
    const where =
      name in without(flags)
        ? `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
        : env[envName(name)]
          ? envName(name)
          : `${path}: ${name}`;
    return `${where}: ${issue.message}`;
  });
  return lines.join('\n');
}

/** One row a setting, for the documentation: name, variable, default, meaning. */
export function describeSettings(): { name: string; env: string; default: unknown; text: string }[] {
  const bare = settingsSchema.parse({}) as { [name: string]: unknown };
  return names.map((name) => ({
    name,
    env: envName(name),
    default: bare[name] ?? null,
    text: settingsSchema.shape[name].description ?? '',
  }));
}
