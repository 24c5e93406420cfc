/** What files are called that were sent to the program: by a stable path of their own, under the moment they came. */
import { UPLOADED } from './is-uploaded.ts';
import { shownName } from './zip/names.ts';

const given = new Set<string>();

/** `uppladdat/2026-11-22 1432`, in this country's time; the second of the same minute with a number behind it. */
export function uploadFolder(at: Date): string {
  const moment = at.toLocaleString('sv-SE', {
    ...{ timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' },
  });
  const minute = `${UPLOADED}/${moment.replace(':', '')}`;
  let folder = minute;
  for (let n = 2; given.has(folder); n++) folder = `${minute} (${n})`;
  given.add(folder);
  return folder;
}

/** Where a file stands in it: the names of its folders are kept, and nothing leads out. */
export function uploadPath(folder: string, name: string): string {
  // browsers write a quotation mark so
  const parts = name.replaceAll('%22', '"').replaceAll('\\', '/').split('/');
  const inside = parts.filter((part) => part !== '..' && !/^[A-Za-z]:$/u.test(part));
  return `${folder}/${shownName(inside.join('/').replace(/^\/+/u, '')).path}`;
}

/** Another name for another file of the same one. */
export function otherName(path: string, n: number): string {
  const [, before = path, kind = ''] = /^(.*?)(\.[^./]{1,10})?$/su.exec(path) ?? [];
  return `${before} (${n})${kind}`;
}
