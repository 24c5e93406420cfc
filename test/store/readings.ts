/** Readings of one made-up file, in which ids count places, as extraction's do, and clauses keep the place on the page where they stand. */
import { idOf } from '../../extraction/ids.ts';
import type { Record as FileRecord } from '../../extraction/record.ts';
import { arende, attsats, fileRecord, handling, sha } from './made-up.ts';

export interface Clause {
  text: string;
  /** The line that it stands on, from the top of the file; several fit on no line. */
  line: number;
  typ?: 'beslut' | 'forslag';
}

/** The §§ of one meeting, each with its clauses. */
export type Meeting = readonly {
  paragraf: string;
  rubrik?: string;
  sekretess?: string;
  diarienummer?: string;
  clauses: readonly Clause[];
}[];

/** Lines of a page; a clause may stand on any. */
export const LINES = 40;

/** What a version of the rules reads in the file: its handlingar and their §§. */
export function reading(meetings: readonly Meeting[], letter = 'a'): FileRecord {
  const of = sha(letter);
  const pages = meetings.flatMap((one) =>
    one.flatMap(({ clauses }) => clauses.map(({ line }) => pageOf(line))),
  );
  const record = fileRecord(
    letter,
    meetings.map((meeting, h) =>
      handling({
        id: idOf(of, 'h', h),
        arenden: meeting.map(
          ({ paragraf, rubrik = `Ärende ${paragraf}`, sekretess = null, diarienummer = null, clauses }, k) =>
            arende({
              ...{
                id: idOf(of, 'h', h, 'a', k, 'arende'),
                paragraf: paragraf || null,
                rubrik,
                sekretess,
                diarienummer,
              },
              pages: [pageOf(clauses[0]?.line ?? 0), pageOf(clauses.at(-1)?.line ?? 0)],
              ...Object.fromEntries(
                (['beslut', 'forslag'] as const).map((typ) => [
                  typ,
                  clauses
                    .filter((clause) => (clause.typ ?? 'beslut') === typ)
                    .map((clause, n) => ({
                      ...attsats(clause.text),
                      id: idOf(of, 'h', h, 'a', k, typ, n),
                      evidence: [{ page: pageOf(clause.line), bbox: boxOf(clause.line) }],
                    })),
                ]),
              ),
            }),
        ),
      }),
    ),
  );
  const pageCount = Math.max(1, ...pages);
  return { ...record, source: { ...record.source, pageCount } };
}

const pageOf = (line: number): number => Math.floor(line / LINES) + 1;

function boxOf(line: number): [number, number, number, number] {
  const top = 80 + (line % LINES) * 18;
  return [70, top, 520, top + 14];
}
