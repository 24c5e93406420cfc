/** A home with something of everything in it, made without the engine: what files said, and what people did. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catchUp } from '../../../activities/index.ts';
import { sammanfor } from '../../../diarium/organ/index.ts';
import { wayOf } from '../../../diarium/way/index.ts';
import { openStores, type StoresSettings } from '../../../engine/stores/index.ts';
import { extract } from '../../../extraction/index.ts';
import { EXTRACTION_VERSION } from '../../../extraction/version.ts';
import { putIntake, putReading } from '../../../store/derived.ts';
import type { Store } from '../../../store/store.ts';
import { everything } from '../../store/contract/use-store.ts';
import { arende, attsats, fileRecord, handling, mottagare } from '../../store/made-up.ts';

const samples = join(import.meta.dirname, '../../../samples');
const AV = 'Elsa Norén';
const HUVUDMAN = 'Ekbacka kommun';

/** Fills the home, or what the settings name in its place: files, a correction, register, joined matters, marks, channels and deliveries. */
export async function fillHome(home: string, settings: Omit<StoresSettings, 'home'> = {}): Promise<void> {
  const { store, blobs, close } = await openStores({ home, ...settings });
  for (const name of globSync(['granvik-*.pdf', '*.txt'], { cwd: samples }).sort()) {
    const bytes = readFileSync(join(samples, name));
    const record = await extract(bytes, name);
    const { sha256 } = await blobs.put(bytes);
    await putIntake(blobs, sha256, { fileName: name, bytes: bytes.length });
    await blobs.putDerived(sha256, '2026.11.4', 'opened', { pages: [], note: 'å\u2028ä\u0085ö' });
    await store.offerFile(`/in/${name}`, sha256, name.includes('-3-'));
    await store.saveRecord(record, EXTRACTION_VERSION);
    await store.setOutcome(sha256, { status: 'done' });
  }
  const intake = { namn: 'in', paths: ['/in'], lopande: false, om: null, av: AV };
  const arkiv = await store.newArkiv(intake);
  await store.offerFile('/in/trasig.pdf', 'f'.repeat(64), false, arkiv);
  const reason = { code: 'damaged', sv: 'Filen är skadad.', en: 'The file is damaged.' };
  await store.setOutcome('f'.repeat(64), { status: 'refused', reason });
  await store.offerUnreadable('/in/borta.pdf', { status: 'failed', reason });
  const [unread] = await store.recordIds();
  await store.endUnread(unread as string, { status: 'failed', reason, version: `${EXTRACTION_VERSION}.1` });
  await spokenOf(store, blobs);
  await catchUp({ store, wayOf });
  const [post] = (await store.mottagare()).filter(({ vantar }) => vantar > 0);
  const inkorg = await store.inkorg(post?.mottagare ?? '', { huvudman: post?.huvudman ?? '' });
  if (inkorg && 'poster' in inkorg) {
    const poster = inkorg.poster.slice(0, 1).map(({ id }) => id);
    await store.markPosts({ poster, status: 'mottagen', skal: null, av: AV });
  }
  await catchUp({ store, wayOf });
  await deliveries(store);
  await close();
}

/** Files of one municipality, and what people have said of them. */
async function spokenOf(store: Store, blobs: Awaited<ReturnType<typeof openStores>>['blobs']): Promise<void> {
  const clause = attsats('anta taxan\u2028för badhuset', { confidence: 0.5 });
  const own = arende({ paragraf: '14', diarienummer: 'KS 2031/17', rubrik: 'Ny taxa', beslut: [clause] });
  const next = { organ: 'Kommunstyrelsen', reason: 'forslag' as const };
  const files = [
    [own, arende({ paragraf: '15', diarienummer: 'KS 2031/22', beslut: [attsats('godkänna avtalet')] })],
    [arende({ paragraf: '3', diarienummer: 'KS 2031/40', next, expediering: [mottagare('Badhusenheten')] })],
  ];
  for (const [n, arenden] of files.entries()) {
    const { sha256 } = await blobs.put(new TextEncoder().encode(`Ekbacka ${n}`));
    const record = fileRecord('ab'[n] as string, [handling({ huvudman: HUVUDMAN, arenden })]);
    const { source } = record;
    await store.offerFile(`/in/ekbacka-${n}.pdf`, sha256);
    await store.saveRecord({ ...record, source: { ...source, sha256 } }, '2026.10.1');
    await store.setOutcome(sha256, { status: 'done' });
    await putReading(blobs, sha256, '2026.11.4', { page: { page: 1 }, warnings: [] } as never);
  }
  // a better reading of the first: what it has is counted otherwise, and one clause is read otherwise
  const [first] = (await store.files()).filter(({ path }) => path === '/in/ekbacka-0.pdf');
  const read = await store.record(first?.sha256 ?? '');
  const other = read?.record.handlingar[0]?.arenden[1];
  if (other) other.beslut = [attsats('utse ordföranden'), attsats('godkänna avtalen')];
  if (read) await store.saveRecord(read.record, '2026.10.2');
  const [found] = await store.hittaMal(clause.id);
  const vy = found && (await store.mal(found.sha256, clause.id));
  if (!found || !vy) throw new Error('no clause');
  const { sha256 } = found;
  await store.saveRattelse({
    ...{ id: 'beslut-1', sha256, revision: vy.revision, av: AV, at: '2031-03-12T08:00:00.000Z' },
    mal: { typ: vy.typ, id: clause.id, avtryck: vy.avtryck },
    atgard: { typ: 'ratta', falt: { text: 'anta den nya taxan för badhuset' } },
  });
  await store.andraOrgan({ vad: 'sammanfort', av: AV }, [
    { huvudman: HUVUDMAN, compute: (underlag) => sammanfor(underlag, ['Badhusenheten', 'Kommunstyrelsen']) },
  ]);
  const [one, another] = await store.matters({ huvudman: HUVUDMAN });
  if (one && another) await store.sammanfor(another.id, one.id, AV);
  await catchUp({ store, wayOf });
  const [rad] = (await store.diarium()).rader;
  if (rad) await store.bekraftaDiarierader([rad.id], AV);
  await store.notePaminnelseOmGranskning(sha256, 1, 2);
  const vem = { av: AV, dorr: 'cli' } as const;
  await store.skapaKonto({ namn: AV, roll: 'registrator', losenord: '$argon2id$' }, vem);
  await store.skapaNyckel({ id: 'k1', hash: 'a'.repeat(64), namn: 'Bevakaren', roll: 'lasare' }, vem);
}

/** Two channels that are on and deliveries by them: one that came, one on its way. */
async function deliveries(store: Store): Promise<void> {
  for (const [namn, slag] of [
    ['Badhuset', 'mapp'],
    ['Arkivet', 'mapp'],
  ] as const) {
    const kanal = { huvudman: HUVUDMAN, namn, slag, mottagare: namn, adress: '/ut', installningar: {} };
    await store.saveKanal(kanal, AV);
    await store.setKanalLage({ huvudman: HUVUDMAN, namn }, 'prov', AV);
  }
  const of = { huvudman: HUVUDMAN, matter: 'm', steg: '§14' };
  const row = (nyckel: string) => ({
    ...{ ...of, nyckel: nyckel.repeat(32), version: 1, mottagare: 'Badhuset', organ: false, fran: null },
    ...{ datum: null, paragraf: '14', rubrik: null, diarienummer: null, kanal: 'Badhuset' },
    ...{ slag: 'mapp' as const, status: 'vantar_kanal' as const, hinder: [], slappt: [], innehall: 'x' },
    ...{ forsandelse: null, andrad: false, forsok: 0, fel: null, kvitto: null, provkorning: null },
    ...{ provkordFor: null, paminnelser: 0, skapad: '2031-05-01', skickad: null, levererad: null },
  });
  await store.updateLeveranser(of, () => [row('1'), row('2')]);
  const begun = await store.beginSend('1'.repeat(32));
  if (begun?.kanal) await store.noteDryRun('1'.repeat(32), '/prov', begun.kanal);
  await store.setKanalLage({ huvudman: HUVUDMAN, namn: 'Badhuset' }, 'pa', AV);
  await store.updateLeveranser(of, (rows) =>
    rows.map((one) => ({ ...one, status: 'skickas' as const, kanal: 'Badhuset' })),
  );
  await store.beginSend('1'.repeat(32));
  await store.noteDelivered('1'.repeat(32), { vad: 'Ligger i mappen.' });
}

/** All that a store answers, whatever it is asked. */
export async function told(store: Store) {
  const files = await store.files();
  const records = await store.recordIds();
  const leveranser = await store.leveranser();
  return {
    ...(await everything(store)),
    files,
    records: await Promise.all(records.map((id) => store.recordWithRattelser(id))),
    rattelser: await store.rattelser(),
    lagen: await Promise.all(records.map((id) => store.granskningslage(id))),
    paminda: await store.granskningspaminnelser(),
    arkiv: await store.arkiv(),
    diarium: await store.diarium(),
    organ: [await store.organregister(), await store.organhistorik()],
    leveranser,
    handelser: await Promise.all(leveranser.map(({ nyckel }) => store.leveransHandelser(nyckel))),
    lopande: await store.lopandeOf(records),
    kanaler: await store.kanaler(),
    kanalhandelser: await store.kanalHandelser(),
  };
}
