/** What was read of a text or Word file, with the lines around it: such files have no pictures of their pages. */
import type { Evidence, Record as FileRecord } from '../../../extraction/record.ts';
import type { Blobs } from '../../../store/blobs.ts';
import { isTextPage, linesOfPage } from '../handling/page-text.ts';

export interface Rad {
  text: string;
  /** It is of what was read. */
  own: boolean;
}

/** Lines before and after. */
const AROUND = 2;

/** Lines of the page where it stands first; none where the page is a picture, or its lines are not known any more. */
export async function linesAround(
  blobs: Blobs,
  record: FileRecord,
  evidence: readonly Evidence[],
): Promise<Rad[]> {
  const page = evidence[0]?.page;
  if (page === undefined || !isTextPage(record, page)) return [];
  const spans = evidence.flatMap((one) => (one.page === page && one.lines ? [one.lines] : []));
  if (spans.length === 0) return [];
  const [from, to] = [Math.min(...spans.map(([a]) => a)), Math.max(...spans.map(([, b]) => b))];
  const lines = await linesOfPage(blobs, record, page, { mask: null, shownByBrowser: false });
  return (lines ?? []).flatMap(({ no, text }): Rad[] => {
    if (no === null || no < from - AROUND || no > to + AROUND) return [];
    return [{ text, own: spans.some(([a, b]) => a <= no && no <= b) }];
  });
}
