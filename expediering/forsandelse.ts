/** What goes to a recipient: made once for a delivery, kept, and the same each time that it is sent. */

import type { Blobs } from '../store/blobs.ts';
import type { Leverans } from '../store/expediering.ts';
import type { Store } from '../store/store.ts';
import type { Expediering } from './att-expediera.ts';
import type { Forsandelse } from './kanaler/index.ts';
import { grannarOf, makeUtdrag, type UtdragInfo, utdragFileName, utdragInfoOf } from './utdrag/index.ts';

/** The decision as text, the utdrag and the data of its cover. Throws when the file is not in the store any more. */
export async function makeForsandelse(
  { store, blobs }: { store: Pick<Store, 'recordWithRattelser'>; blobs: Pick<Blobs, 'get'> },
  leverans: Pick<Leverans, 'nyckel' | 'mottagare' | 'huvudman'>,
  expediering: Expediering,
  signal?: AbortSignal,
): Promise<Forsandelse> {
  const { sha256, fileName, handling, arende, steg, diarienummer } = expediering;
  const [saved, bytes] = await Promise.all([store.recordWithRattelser(sha256), blobs.get(sha256)]);
  if (!saved || !bytes) throw new Error(`${sha256} is not in the store`);
  const { mediaType, pageCount } = saved.record.source;
  const grannar = grannarOf(saved.record.handlingar, arende);
  const kalla = { fileName, sha256, pageCount };
  const info = utdragInfoOf(kalla, handling, arende, grannar.medSidor ? null : 'sekretess');
  const { nyckel, mottagare, huvudman } = leverans;
  return {
    ...{ nyckel, mottagare, huvudman, diarienummer, paragraf: steg.paragraf, organ: steg.organ },
    ...{ datum: steg.datum, rubrik: info.rubrik, text: textOf(info), fileName: utdragFileName(info) },
    utdrag: await makeUtdrag({ bytes, mediaType }, info, signal && { signal }),
    json: info,
  };
}

function textOf({ beslut, forslag, rubrik }: UtdragInfo): string {
  const clauses = (beslut.length > 0 ? beslut : forslag).flatMap(({ ledtext, nr, text }) => [
    ...(ledtext === null ? [] : [ledtext]),
    nr === null ? text : `${nr}. ${text}`,
  ]);
  return (clauses.length > 0 ? clauses : [rubrik ?? '']).join('\n');
}

/** Keeps it; returns the hash that it is found by. */
export async function putForsandelse(blobs: Pick<Blobs, 'put'>, forsandelse: Forsandelse): Promise<string> {
  const { sha256: utdrag } = await blobs.put(forsandelse.utdrag);
  const json = JSON.stringify({ ...forsandelse, utdrag });
  return (await blobs.put(new TextEncoder().encode(json))).sha256;
}

/** What was kept under the hash. Throws when it is gone. */
export async function getForsandelse(blobs: Pick<Blobs, 'get'>, sha256: string): Promise<Forsandelse> {
  const json = await blobs.get(sha256);
  if (!json) throw new Error(`${sha256} is not in the store`);
  const kept = JSON.parse(new TextDecoder().decode(json)) as Omit<Forsandelse, 'utdrag'> & { utdrag: string };
  const utdrag = await blobs.get(kept.utdrag);
  if (!utdrag) throw new Error(`${kept.utdrag} is not in the store`);
  return { ...kept, utdrag };
}
