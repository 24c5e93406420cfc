/** Matters over years, on a server that skips time: what is late is said, and what has come is not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isChoices } from '../../store/store.ts';
import type { arende } from '../../workflows/arende.ts';
import { arendeLageQuery } from '../../workflows/messages.ts';
import { arendeWorkflowId } from '../../workflows/names.ts';
import { type SkippingBed, skippingBed } from '../engine/time-skipping.ts';

let bed: SkippingBed;
beforeAll(async () => {
  bed = await skippingBed();
}, 120_000);
afterAll(() => bed?.destroy());

const MOTION = 'Motion om cykelbanor längs strandvägen';

/** Fullmäktige has a motion prepared. */
const vackt = (dag: string) => `Videby kommun
Kommunfullmäktige
PROTOKOLL
Sammanträdesdatum ${dag}

§ 12 Dnr KS 2031/0044
${MOTION}

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar
att överlämna motionen till kommunstyrelsen för beredning.
`;

const besvarad = (dag: string) => `Videby kommun
Kommunfullmäktige
PROTOKOLL
Sammanträdesdatum ${dag}

§ 80 Dnr KS 2031/0044
${MOTION}

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar
att anse motionen besvarad.
`;

async function follow(number: string) {
  const found = await bed.store.arende(number);
  if (found === null || isChoices(found)) throw new Error(`no matter ${number}`);
  const handle = bed.client.workflow.getHandle<typeof arende>(arendeWorkflowId(found.id));
  return { handle, lage: () => handle.query(arendeLageQuery) };
}

describe('a motion', () => {
  it('is late a year after it was put, is reminded of, and no more once it is answered', async () => {
    await bed.takeIn(vackt(await bed.day()), { lopande: true });
    const { handle, lage } = await follow('KS 2031/44');
    await bed.until(async () => (await lage()) !== null);
    expect(await lage()).toMatchObject({ hos: 'Kommunstyrelsen', avslutat: false, sena: 0 });
    const late = async () => {
      const { rader, sena } = await bed.store.bevakning({ idag: await bed.day(), alla: true });
      return { sena, svar: rader.find(({ vad }) => vad === 'svar') };
    };
    const { sena, svar } = await late();
    expect(sena).toBe(0);
    expect(svar).toMatchObject({
      typ: 'motion',
      frist: expect.stringContaining('5 kap. 35 §'),
      paminnelser: [],
    });

    await bed.skip(363);
    expect(await late()).toMatchObject({ sena: 0, svar: { paminnelser: [] } });
    await bed.skip(5);
    await bed.until(async () => (await lage())?.sena === 1);
    const [first] = (await late()).svar?.paminnelser ?? [];
    expect(first?.text).toMatch(/^KS 2031\/0044: svar .*skulle ha kommit senast \d{4}-\d\d-\d\d\.$/);
    await bed.skip(60);
    await bed.until(async () => ((await late()).svar?.paminnelser.length ?? 0) === 3);

    await bed.takeIn(besvarad(await bed.day()), { lopande: true });
    await bed.until(async () => (await handle.describe()).status.name === 'COMPLETED');
    expect(await late()).toEqual({ sena: 0, svar: undefined });
  });
});

/** A final decision whose approved minutes were announced. */
const antaget = (dag: string, anslaget: string) => `Videby kommun
Kommunfullmäktige
PROTOKOLL
Sammanträdesdatum ${dag}

ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ: Kommunfullmäktige
Sammanträdesdatum: ${dag}
Justeringsdatum: ${anslaget}
Datum för anslagets uppsättande: ${anslaget}

§ 90 Dnr KS 2031/0077
Avgifter för gästhamnen

Kommunfullmäktiges beslut
Kommunfullmäktige beslutar
att anta avgifter för gästhamnen.
`;

describe('a final decision', () => {
  it('is followed until it may have legal force, and then is rows', async () => {
    const day = await bed.day();
    await bed.takeIn(antaget(day, day), { lopande: true });
    const { handle, lage } = await follow('KS 2031/77');
    await bed.until(async () => (await lage()) !== null);
    const at = await lage();
    expect(at).toMatchObject({ avslutat: true, vantar: 0 });
    // three weeks, or some days more over a weekend or holidays
    const days = (Date.parse(at?.nastaDag as string) - Date.parse(day)) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(22);
    expect(days).toBeLessThanOrEqual(26);
    await bed.skip(20);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await bed.skip(8);
    await bed.until(async () => (await handle.describe()).status.name === 'COMPLETED');
  });
});
