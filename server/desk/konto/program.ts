/** What a browser is called, as people know it. Only that is kept of what it says of itself. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//u, 'Edge'],
  [/\b(?:Firefox|FxiOS)\//u, 'Firefox'],
  [/\bOPR\//u, 'Opera'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bWindows\b/u, 'Windows'],
  [/\bAndroid\b/u, 'Android'],
  [/\b(?:iPhone|iPad)\b/u, 'iOS'],
  [/\bMac OS X\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** "Firefox, Windows"; "": neither is known. */
export function programOf(userAgent: string): string {
  const told = userAgent.slice(0, 400);
  const first = (among: [RegExp, string][]): string | undefined =>
    among.find(([sign]) => sign.test(told))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter((one) => one !== undefined).join(', ');
}
