/** What a file of an intake is called on its page. */
import type { Arkiv } from '../../../store/arkiv.ts';

/** As people know it: under what was given, and without the moment it was sent. */
export function shortName(path: string, { paths }: Pick<Arkiv, 'paths'>): string {
  for (const root of paths) {
    if (path.startsWith(`${root}/`) || path.startsWith(`${root}\\`)) return path.slice(root.length + 1);
    if (path.startsWith(`${root}!/`) || path === root)
      return path.slice(Math.max(root.lastIndexOf('/'), root.lastIndexOf('\\')) + 1);
  }
  return path;
}
