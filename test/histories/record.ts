/**
 * Records the histories that test/workflows/replay.test.ts plays again: `node test/histories/record.ts`.
 * Only when a workflow is meant to behave otherwise, and beside the old histories if those may still be open
 * anywhere. Everything in them is made up; who ran them and where is left out.
 */
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { submit } from '../../engine/intake/submit.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { Refusal } from '../../extraction/refusal.ts';
import { fileWorkflowId } from '../../workflows/names.ts';
import { emptyPage } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { keep } from './keep.ts';

/** What a file is, its first word says. */
const reader: Reader = {
  async open(bytes) {
    const word = new TextDecoder().decode(bytes).split(' ')[0];
    if (word === 'refused') throw new Refusal('encrypted');
    if (word === 'failing') throw new TypeError('a fault of ours');
    const pages = [1, 2, 3, 4, 5].map((no) => emptyPage(no, word === 'scan' ? 'none' : 'embedded'));
    const ocr = word === 'scan' ? pages.map((one) => ({ page: one.page, reason: 'no-text' as const })) : [];
    return { mediaType: 'application/pdf', pageCount: pages.length, pages, ocr, warnings: [] };
  },
  assemble: async (source, pages) => assembleRecord(source, pages),
};

let faults = 1;
const ocr: OcrReader = {
  async read(_bytes, _mediaType, pages, onPage) {
    for (const no of pages) {
      if (no === 3 && faults-- > 0) throw new Error('a passing fault');
      await onPage({ page: emptyPage(no, 'ocr'), warnings: [] });
    }
  },
};

const bed = await testbed({ ocrPages: 2, window: 2 }, { reader, ocr });
try {
  const take = async (name: string): Promise<string> => {
    const { offered } = await bed.ingest([bed.folder(name, { [`${name}.pdf`]: `${name} file` })]);
    return fileWorkflowId(offered.toDo[0] as string);
  };
  for (const name of ['text', 'scan', 'refused', 'failing']) keep(bed, `process-file-${name}`, await take(name));

  const names = ['a', 'b', 'c', 'd', 'e'].map((letter) => [`${letter}.pdf`, `text ${letter}`]);
  const folder = bed.folder('folder', Object.fromEntries(names));
  const { offered } = await bed.ingest([folder], { wait: false });
  const { client, blobs, settings } = bed;
  const id = await submit(offered.toDo, { client, blobs, settings, name: 'in-pages', rerun: false }, 2);
  const first = (await client.workflow.getHandle(id).describe()).runId;
  await client.workflow.getHandle(id).result();
  keep(bed, 'archive-first-run', id, first);
  keep(bed, 'archive-last-run', id);
} finally {
  await bed.destroy();
}
