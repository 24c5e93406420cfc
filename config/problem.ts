/** A setting that cannot be; `message` says which one, where it was given and what it may be. Exit code 2. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
