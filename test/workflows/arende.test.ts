import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { reviveMatters, startOf, wakeMatters } from '../../engine/tell/matters.ts';
import { joinMatters, markPosts, partMatters } from '../../engine/tell/matters-by-people.ts';
import { isChoices } from '../../store/store.ts';
import type { arende } from '../../workflows/arende.ts';
import { andratSignal, arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId } from '../../workflows/names.ts';
import { protokoll, styrelsen } from '../engine/made-up.ts';
import { type Testbed, testbed } from '../engine/testbed.ts';
import { until } from '../engine/until.ts';

let bed: Testbed;
beforeAll(async () => {
  bed = await testbed();
});
afterAll(() => bed?.destroy());

const matterOf = async (number: number): Promise<string> => {
  const found = await bed.store.arende(`KFN 2024/${number}`);
  if (found === null || isChoices(found)) throw new Error(`no matter ${number}`);
  return found.id;
};
const handleOf = (matter: string) => bed.client.workflow.getHandle<typeof arende>(arendeWorkflowId(matter));
const statusOf = async (matter: string) => (await handleOf(matter).describe()).status.name;

const lageOf = (matter: string) => handleOf(matter).query(arendeLageQuery);

let folders = 0;
const takeIn = (text: string, lopande = false) =>
  bed.ingest([bed.folder(`in-${++folders}`, { 'a.txt': text })], { lopande });

describe('the process of a matter', () => {
  it('follows an open matter, and ends when a decision closes it', async () => {
    await takeIn(protokoll(1));
    const matter = await matterOf(1);
    await until(async () => (await lageOf(matter)) !== null);
    expect(await lageOf(matter)).toMatchObject({
      ...{ huvudman: 'Videby kommun', diarienummer: 'KFN 2024/0001', steg: 1 },
      ...{ hos: 'Kommunstyrelsen', avslutat: false, nastaDag: null },
    });
    expect(await statusOf(matter)).toBe('RUNNING');
    await takeIn(styrelsen(1));
    await until(async () => (await statusOf(matter)) === 'COMPLETED');
    expect(await bed.store.arende('KFN 2024/1')).toMatchObject({ avslutat: true, steg: [{}, {}] });
  });

  it('ends with a closed matter that has left an assignment without a day', async () => {
    const assigned = styrelsen(12).replace(
      'att bevilja',
      'att ge kommundirektören i uppdrag att utvärdera bidragen till samlingslokaler.\natt bevilja',
    );
    await takeIn(assigned, true);
    const matter = await matterOf(12);
    await until(async () => (await statusOf(matter).catch(() => null)) === 'COMPLETED');
    expect(await lageOf(matter)).toMatchObject({ avslutat: true, lopande: true, vantar: 1, nastaDag: null });
    expect(await bed.store.followed()).not.toContain(matter);
  });

  it('has none while a matter of an archive is closed, and starts when a new handling opens it', async () => {
    await takeIn(styrelsen(2, '2024-03-01'));
    const matter = await matterOf(2);
    await expect(statusOf(matter)).rejects.toThrow(/not found/);
    await takeIn(protokoll(2).replace(/2024-03-\d\d/, '2024-05-02'));
    await until(async () => (await lageOf(matter).catch(() => null)) !== null);
    expect(await lageOf(matter)).toMatchObject({ avslutat: false, steg: 2 });
  });

  it('ends the same in whatever order the handlingar come', async () => {
    await takeIn(styrelsen(3));
    await takeIn(protokoll(3));
    await takeIn(protokoll(4));
    await takeIn(styrelsen(4));
    const [third, fourth] = [await bed.store.arende('KFN 2024/3'), await bed.store.arende('KFN 2024/4')];
    const plain = (answer: typeof third) =>
      answer &&
      'steg' in answer &&
      answer.steg.map(({ organ, datum, utfall }) => [organ, datum?.slice(5, 7), utfall]);
    expect(plain(third)).toEqual(plain(fourth));
    await until(async () => (await statusOf(await matterOf(4))) === 'COMPLETED');
  });

  it('keeps what a recipient says of a post, and refuses what cannot be', async () => {
    await takeIn(protokoll(5));
    const matter = await matterOf(5);
    const postsOf = async () => {
      const inbox = await bed.store.inkorg('Kommunstyrelsen');
      return inbox && 'poster' in inbox ? inbox.poster.filter((post) => post.arende === matter) : [];
    };
    const [post] = await postsOf();
    const poster = [post?.id as string];
    await markPosts(bed.client, matter, { poster, status: 'mottagen', skal: null, av: 'Siv Ek' });
    expect(await postsOf()).toMatchObject([{ status: 'mottagen', marke: { av: 'Siv Ek' } }]);
    const say = (over: object) =>
      markPosts(bed.client, matter, { poster, status: 'avvisad', skal: 'fel nämnd', av: 'Siv Ek', ...over });
    await expect(say({ av: ' ' })).rejects.toThrow(/saknas vem/);
    await expect(say({ skal: null })).rejects.toThrow(/säger varför/);
    await expect(say({ status: 'behandlad' })).rejects.toThrow(/kan inte märkas/);
    await expect(say({ poster: ['finns-inte'] })).rejects.toThrow(/Ingen post heter finns-inte/);
    expect(await postsOf()).toMatchObject([{ status: 'mottagen' }]);
    expect(await statusOf(matter)).toBe('RUNNING');
  });

  it('makes two matters one, tells both, and takes them apart', async () => {
    await takeIn(protokoll(6));
    await takeIn(styrelsen(7));
    const [open, closed] = [await matterOf(6), await matterOf(7)];
    await until(async () => (await lageOf(open)) !== null);
    await expect(joinMatters(bed.client, open, open, 'Siv Ek')).rejects.toThrow(/med sig självt/);
    await expect(joinMatters(bed.client, open, 'videby:none', 'Siv Ek')).rejects.toThrow(/finns inte/);
    await joinMatters(bed.client, open, closed, 'Siv Ek');
    expect(await bed.store.arende('KFN 2024/6')).toMatchObject({
      ...{ id: closed, aven: ['KFN 2024/0006'], avslutat: true },
      steg: [{}, {}],
    });
    // its handlingar are another's now
    await until(async () => (await statusOf(open)) === 'COMPLETED');
    await partMatters(bed.client, open, 'Siv Ek');
    expect(await bed.store.arende('KFN 2024/6')).toMatchObject({ id: open, steg: [{}] });
    await until(async () => (await statusOf(open)) === 'RUNNING' && (await lageOf(open)) !== null);
    await expect(partMatters(bed.client, open, 'Siv Ek')).rejects.toThrow(/inte sammanfört/);
  });

  it('ends when its only file is read anew under another number', async () => {
    const readAnew = async (number: number, to: number) => {
      const { id, sha256 } = await running(number);
      const found = await bed.store.record(sha256);
      const json = JSON.stringify(found?.record).replaceAll(`KFN 2024/00${number}`, `KFN 2024/00${to}`);
      const { matters } = await bed.store.saveRecord(JSON.parse(json), '9999.0.0');
      for (const matter of matters) await bed.store.updateWay(matter, wayOf);
      expect(await bed.store.matter(id)).toBeNull();
      return { id, matters };
    };
    const running = async (number: number) => {
      await takeIn(protokoll(number));
      const id = await matterOf(number);
      await until(async () => (await lageOf(id).catch(() => null)) !== null);
      const [one] = await bed.store.handlingar(id);
      return { id, sha256: one?.sha256 as string };
    };
    const { id, matters } = await readAnew(10, 30);
    await wakeMatters(bed, matters);
    await until(async () => (await statusOf(id)) === 'COMPLETED');
    expect(await statusOf(await matterOf(30))).toBe('RUNNING');

    // killed before anybody was told: found when it starts next
    const untold = await readAnew(11, 31);
    const listed = `WorkflowId = "${arendeWorkflowId(untold.id)}" AND ExecutionStatus = "Running"`;
    await until(async () => (await bed.client.workflow.count(listed)).count === 1);
    await reviveMatters(bed);
    await until(async () => (await statusOf(untold.id)) === 'COMPLETED');
  });

  it('tells the engine page where the matter is', async () => {
    await takeIn(protokoll(8));
    const matter = await matterOf(8);
    await until(async () => (await lageOf(matter).catch(() => null)) !== null);
    const { memo } = await handleOf(matter).describe();
    expect(memo).toMatchObject({ rubrik: 'Bidrag till samlingslokal nummer 8', hos: 'Kommunstyrelsen' });
    const query =
      'huvudman = "Videby kommun" AND organ = "Kommunstyrelsen" AND diarienummer = "KFN 2024/0008"';
    await until(async () => (await bed.client.workflow.count(query)).count === 1);
  });

  it('goes on as new and forgets nothing', async () => {
    await takeIn(protokoll(9));
    const matter = await matterOf(9);
    const handle = handleOf(matter);
    await until(async () => (await lageOf(matter).catch(() => null)) !== null);
    await handle.terminate('to start it with a short history');
    await bed.client.workflow.start<typeof arende>('arende', {
      ...startOf(matter),
      args: [{ matter, maxEvents: 20 }],
    });
    const first = (await handle.describe()).runId;
    for (let n = 0; n < 12; n++) {
      await handle.signal(andratSignal);
      await until(async () => (await lageOf(matter).catch(() => null)) !== null);
    }
    await until(async () => (await handle.describe()).runId !== first);
    await until(async () => (await lageOf(matter).catch(() => null))?.hos === 'Kommunstyrelsen');
    await takeIn(styrelsen(9));
    await until(async () => (await statusOf(matter)) === 'COMPLETED');
  });
});
