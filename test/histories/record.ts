/**
 * Records the histories that test/workflows/replay.test.ts plays again: `node test/histories/record.ts [files] [matters]`.
 * Only when a workflow is meant to behave otherwise, and beside the old histories if those may still be open
 * anywhere. Everything in them is made up; who ran them and where is left out.
 */
import type { OcrReader, Reader } from '../../activities/deps.ts';
import { submit } from '../../engine/intake/submit.ts';
import { joinMatters, markPosts, partMatters } from '../../engine/tell/matters-by-people.ts';
import { startOf } from '../../engine/tell/matters.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { Refusal } from '../../extraction/refusal.ts';
import type { arende } from '../../workflows/arende.ts';
import { andratSignal, arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId, fileWorkflowId, leveransWorkflowId } from '../../workflows/names.ts';
import { emptyPage, fullmaktige, motion, protokoll, styrelsen, vidare } from '../engine/made-up.ts';
import { testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';
import { protokoll as approved } from '../expediering/made-up.ts';
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

/** Files, and folders of them. */
async function recordFiles(): Promise<void> {
  const bed = await testbed({ ocrPages: 2, window: 2 }, { reader, ocr });
  try {
    const take = async (name: string): Promise<string> => {
      const { offered } = await bed.ingest([bed.folder(name, { [`${name}.pdf`]: `${name} file` })]);
      return fileWorkflowId(offered.toDo[0] as string);
    };
    for (const name of ['text', 'scan', 'refused', 'failing'])
      keep(bed, `process-file-${name}`, await take(name));

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
}

/** Matters: through three bodies and open again, gone on as new, spoken to by people, and current work that is sent. */
async function recordMatters(): Promise<void> {
  const bed = await testbed();
  try {
    const { client, store } = bed;
    let folders = 0;
    const take = (text: string, lopande = false) =>
      bed.ingest([bed.folder(`in-${++folders}`, { 'a.txt': text })], { lopande });
    const matterOf = async (number: number): Promise<string> => {
      const found = await store.arende(`KFN 2024/${number}`);
      if (!found || !('id' in found)) throw new Error(`no matter ${number}`);
      return found.id;
    };
    const handleOf = (matter: string) => client.workflow.getHandle<typeof arende>(arendeWorkflowId(matter));
    const statusOf = async (matter: string) => (await handleOf(matter).describe()).status.name;
    const asleepAfter = (matter: string, steg: number) =>
      until(async () => (await handleOf(matter).query(arendeLageQuery))?.steg === steg);

    await take(protokoll(1));
    const carried = await matterOf(1);
    await asleepAfter(carried, 1);
    await take(vidare(1));
    await asleepAfter(carried, 2);
    await take(fullmaktige(1));
    await until(async () => (await statusOf(carried)) === 'COMPLETED');
    keep(bed, 'arende-through-three-bodies', arendeWorkflowId(carried));
    await take(protokoll(1).replace(/2024-03-\d\d/, '2024-09-03'));
    await until(async () => (await statusOf(carried)) === 'RUNNING');
    await asleepAfter(carried, 4);
    keep(bed, 'arende-open-again', arendeWorkflowId(carried));

    await take(protokoll(2));
    const long = await matterOf(2);
    await handleOf(long).terminate('to start it with a short history');
    await client.workflow.start<typeof arende>('arende', {
      ...startOf(long),
      args: [{ matter: long, maxEvents: 20 }],
    });
    const { runId } = await handleOf(long).describe();
    while ((await handleOf(long).describe()).runId === runId) {
      await handleOf(long).signal(andratSignal);
      await asleepAfter(long, 1);
    }
    await take(styrelsen(2));
    await until(async () => (await statusOf(long)) === 'COMPLETED');
    keep(bed, 'arende-as-new-first-run', arendeWorkflowId(long), runId);
    keep(bed, 'arende-as-new-last-run', arendeWorkflowId(long));

    await take(protokoll(3));
    await take(protokoll(4));
    const [told, other] = [await matterOf(3), await matterOf(4)];
    await asleepAfter(told, 1);
    const inbox = await store.inkorg('Kommunstyrelsen');
    const posts = inbox && 'poster' in inbox ? inbox.poster.filter((post) => post.arende === told) : [];
    const poster = posts.map(({ id }) => id);
    const av = 'Siv Ek';
    await markPosts(client, told, { poster, status: 'mottagen', skal: null, av });
    await joinMatters(client, told, other, av);
    await until(async () => (await statusOf(told)) === 'COMPLETED');
    keep(bed, 'arende-spoken-to', arendeWorkflowId(told));
    await partMatters(client, told, 'Siv Ek');
    await asleepAfter(told, 1);
    keep(bed, 'arende-parted', arendeWorkflowId(told));

    await take(styrelsen(5), true);
    const current = await matterOf(5);
    await until(async () => (await store.leveranser({ matter: current })).length > 0);
    await asleepAfter(current, 1);
    keep(bed, 'arende-lopande', arendeWorkflowId(current));
    const [held] = await store.leveranser({ matter: current });
    keep(bed, 'leverans-held', leveransWorkflowId(current, held?.steg as string));

    await take(approved({ paragraf: 7, mottagare: ['Ekonomiavdelningen'] }), true);
    const sent = await store.arende('TN 2031/0007');
    const matter = sent && 'id' in sent ? sent.id : '';
    await until(async () => (await store.leveranser({ matter })).some(({ status }) => status === 'levererad'));
    const [delivery] = await store.leveranser({ matter });
    const delivered = leveransWorkflowId(matter, delivery?.steg as string);
    await client.workflow.getHandle(delivered).result();
    keep(bed, 'leverans-to-an-inbox', delivered);

    await take(motion(6), true);
    const late = await matterOf(6);
    await until(async () => (await handleOf(late).query(arendeLageQuery))?.nastaDag !== null);
    keep(bed, 'arende-awaited', arendeWorkflowId(late));
  } finally {
    await bed.destroy();
  }
}

const RECORDERS: { [what: string]: () => Promise<void> } = { files: recordFiles, matters: recordMatters };
const wanted = process.argv.slice(2);
for (const what of wanted.length > 0 ? wanted : Object.keys(RECORDERS)) await RECORDERS[what]?.();
