/** The ways of real matters, where the records lie beside the repository: what each of them is known to have gone through. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import type { Way } from '../../diarium/way/types.ts';
import { extract } from '../../extraction/index.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import type { MatterHandling, Store } from '../../store/store.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const present = existsSync(CORPUS);

/** Who has a matter by each of its steps, with the § and where it went. */
const stations = (way: Way) =>
  way.steg.map(({ kind, organ, paragraf, utfall, vidare }) =>
    [
      kind === 'protokoll' ? organ : kind,
      paragraf && `§ ${paragraf}`,
      utfall,
      ...vidare.map((one) => `→ ${one.organ}`),
    ]
      .filter(Boolean)
      .join(' '),
  );

describe.skipIf(!present)('the ways of real matters', () => {
  let store: Store;
  beforeAll(async () => {
    store = openSqliteStore(':memory:');
    for (const name of ['000.pdf', '003.pdf', '004.pdf']) {
      const bytes = new Uint8Array(readFileSync(join(CORPUS, 'pdf', name)));
      await store.saveRecord(await extract(bytes, name), '1');
    }
  }, 60_000);
  afterAll(() => store?.close());

  async function known(number: string): Promise<{ handlingar: MatterHandling[]; way: Way }> {
    const matter = (await store.matters()).find((one) =>
      one.diarienummer?.replace(/\s/g, '').endsWith(number),
    );
    if (!matter) throw new Error(`no matter ${number}`);
    const handlingar = await store.handlingar(matter.id);
    return { handlingar, way: wayOf(handlingar, matter) };
  }

  it('2019/00889 goes through four bodies and comes back', async () => {
    const { way } = await known('2019/00889');
    expect(stations(way)).toEqual([
      'tjansteskrivelse → Hälso- och sjukvårdsnämnden',
      expect.stringMatching(/^Hälso- och sjukvårdsnämnden § 112\/19 bifall → Regionstyrelsen/),
      'tjansteskrivelse → Regionstyrelsen',
      'Arbetsutskottet § 158/19 → Regionstyrelsen',
      'Regionstyrelsen § 215/19 aterremiss → Hälso- och sjukvårdsnämnden',
      'tjansteskrivelse → Hälso- och sjukvårdsnämnden',
    ]);
    expect(way.hos).toBe('Hälso- och sjukvårdsnämnden');
    expect(way.vantar).toContainEqual(
      expect.objectContaining({ vad: 'aterkomst', skal: 'aterremiss', sedan: '2019-06-05' }),
    );
  });

  it('whatever the order in which its handlingar came', async () => {
    const { handlingar, way } = await known('2019/00889');
    for (let n = 1; n < handlingar.length; n++) {
      const turned = [...handlingar.slice(n), ...handlingar.slice(0, n)].reverse();
      expect(wayOf(turned, { huvudman: 'Region Blekinge' })).toEqual(way);
    }
  });

  it("§ 112's two attsatser go different ways", async () => {
    const { way } = await known('2019/00889');
    const step = way.steg.find(({ paragraf }) => paragraf === '112/19');
    const forslag = step?.vidare.find(({ reason }) => reason === 'forslag');
    expect(forslag).toMatchObject({ organ: 'Regionstyrelsen', nr: [2] });
    // the first is decided there: no body above has it
    const decided = step?.vidare.filter(({ nr }) => nr.includes(1)).map(({ reason }) => reason);
    expect(decided?.filter((reason) => (reason as string) !== 'delegation')).toEqual([]);
    const boards = way.poster.filter(
      ({ mottagare, typ }) => mottagare === 'Regionstyrelsen' && typ === 'beslut',
    );
    expect(boards.length).toBeGreaterThan(0);
    expect(boards.filter(({ steg }) => steg === step?.nyckel)).toHaveLength(1);
  });

  it('an igångsättningsbeslut is to go from the nämnd to the serviceutskott and the styrelse', async () => {
    const matters = (await store.matters()).filter(({ rubrik }) =>
      rubrik?.startsWith('Igångsättningsbeslut'),
    );
    expect(matters).toHaveLength(3);
    for (const matter of matters) {
      const way = wayOf(await store.handlingar(matter.id), matter);
      expect(way.hos).toBe('Hälso- och sjukvårdsnämnden');
      const sedan = way.steg[0]?.vidare[0]?.sedan ?? [];
      expect(sedan[0]).toMatch(/utskott$/);
      expect(sedan.slice(1).every((organ) => organ === 'regionstyrelsen')).toBe(true);
    }
  });

  it('a motion goes from the utskott to the styrelse, on its way to fullmäktige', async () => {
    const { way } = await known('1493/2017');
    expect(way.typ).toBe('motion');
    expect(stations(way)).toEqual([
      'Utskottet för hälso- och sjukvård § 46 bifall → Regionstyrelsen',
      'kallelse → Regionstyrelsen',
    ]);
    expect(way.vantar[0]).toMatchObject({ vad: 'beslut', av: 'Regionstyrelsen' });
  });
});
