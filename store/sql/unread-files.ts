/** Files that were not read, or not read anew: what a person needs to know of them. */
import { basename } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { AVBRUTEN } from '../arkiv.ts';
import type { GranskaCode, GranskaQuestion, GranskaRad } from '../granska.ts';
import { endsAs } from './of-file.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** Files of no record, ours first, then those that keep an older one. They are told of no huvudman, body or matter. */
export async function unreadFiles(db: Db, question: GranskaQuestion): Promise<GranskaRad[]> {
  const { huvudman, organ, diarienummer, sha256, typ, orsak, haller } = question;
  if (huvudman || organ !== undefined || diarienummer !== undefined) return [];
  if (haller || (typ !== undefined && typ !== 'fil')) return [];
  return [...(await withoutRecord(db, question)), ...(await notReadAnew(db, question))].filter(
    (row) => (sha256 === undefined || row.sha256 === sha256) && (orsak === undefined || row.code === orsak),
  );
}

async function withoutRecord(db: Db, { fil }: GranskaQuestion): Promise<GranskaRad[]> {
  const rows = await db
    .selectFrom('contents')
    .leftJoin('files', 'files.sha256', 'contents.sha256')
    .select(['contents.sha256', 'status', 'code', 'reason_sv', 'reason_en'])
    .select((eb) => eb.fn.min('path').as('path'))
    .where('status', 'in', ['failed', 'refused'])
    .$if(fil !== undefined, (query) => query.where(sql<boolean>`${endsAs(sql.ref('path'), fil ?? '')}`))
    .groupBy('contents.sha256')
    .orderBy('status')
    .orderBy('path', (order) => order.asc().nullsFirst())
    .execute();
  return rows.map(({ sha256, status, code, reason_sv, reason_en, path }) =>
    fileRow(
      status,
      { reason: reason_sv ?? code ?? '', reasonEn: reason_en ?? code ?? '' },
      path,
      sha256.startsWith('unreadable:') ? null : sha256,
    ),
  );
}

/** Not of what a person called off: it was meant to stay as it was read before. */
async function notReadAnew(db: Db, { fil }: GranskaQuestion): Promise<GranskaRad[]> {
  const rows = await db
    .selectFrom('ej_omlasta')
    .innerJoin('contents', 'contents.sha256', 'ej_omlasta.sha256')
    .innerJoin('files', 'files.sha256', 'ej_omlasta.sha256')
    .select(['ej_omlasta.sha256', 'version', 'ej_omlasta.reason_sv', 'ej_omlasta.reason_en'])
    .select((eb) => eb.fn.min('files.path').as('path'))
    .select((eb) =>
      eb
        .selectFrom('arkiv_filer')
        .select((of) => of.fn.max('arkiv').as('arkiv'))
        .whereRef('arkiv_filer.sha256', '=', 'ej_omlasta.sha256')
        .as('arkiv'),
    )
    .where('contents.status', '=', 'done')
    .where('ej_omlasta.code', '!=', AVBRUTEN.code)
    .$if(fil !== undefined, (query) => query.where(sql<boolean>`${endsAs(sql.ref('files.path'), fil ?? '')}`))
    .groupBy(['ej_omlasta.sha256', 'version', 'ej_omlasta.reason_sv', 'ej_omlasta.reason_en'])
    .orderBy('path')
    .orderBy('ej_omlasta.sha256')
    .execute();
  return rows.map(({ sha256, version, reason_sv, reason_en, path, arkiv }) => {
    const again = `expediera arkiv om ${arkiv ?? '--alla'}`;
    const said = {
      reason: `Kunde inte läsas om av version ${version}, och står kvar som den lästes förut: ${reason_sv} Försök igen med: ${again}`,
      reasonEn: `Version ${version} could not read it anew; what was read before still holds: ${reason_en} To try again: ${again}`,
    };
    return fileRow('ej-omlast', said, path, sha256);
  });
}

const fileRow = (
  code: GranskaCode | 'done' | 'running',
  said: Pick<GranskaRad, 'reason' | 'reasonEn'>,
  path: string | null,
  sha256: string | null,
): GranskaRad => ({
  ...{ code, typ: 'fil', id: null, ...said, text: null },
  ...{ huvudman: null, organ: null, datum: null, diarienummer: null, paragraf: null, rubrik: null },
  ...{ confidence: null, obekraftade: [], fileName: basename(path ?? ''), path },
  ...{ sha256, page: null, bbox: null },
});
