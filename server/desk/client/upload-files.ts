/** What a person drops or chooses, as files with the names of the folders that they lie in. */

export interface Chosen {
  /** Its path in what was dropped. */
  name: string;
  file: File;
}

/** A folder hands its files out some at a time. */
async function inFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((found, failed) => reader.readEntries(found, failed));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function under(entry: FileSystemEntry): Promise<Chosen[]> {
  if (entry.isDirectory) {
    const all: Chosen[] = [];
    for (const one of await inFolder(entry as FileSystemDirectoryEntry)) all.push(...(await under(one)));
    return all;
  }
  const file = await new Promise<File>((found, failed) => (entry as FileSystemFileEntry).file(found, failed));
  return [{ name: entry.fullPath.replace(/^\//u, ''), file }];
}

/** All files of what was dropped. To be called at once: what is dropped is gone when the event is over. */
export async function dropped({ items, files }: DataTransfer): Promise<Chosen[]> {
  const entries = [...items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (entries.length === 0) return picked(files);
  return (await Promise.all(entries.map(under))).flat();
}

/** The files of a field, with their folders where one was chosen. */
export const picked = (files: FileList): Chosen[] =>
  [...files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
