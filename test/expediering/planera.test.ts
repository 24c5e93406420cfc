/** The plan of a §'s deliveries, and what holds of it whatever happens. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanalFor, planera } from '../../expediering/planera.ts';
import type { Hinder, Kanal, KanalLage, Leverans } from '../../store/expediering.ts';
import { openSqliteStore } from '../../store/sqlite/index.ts';
import { expedieringAv, kanal, matter, paragraf } from './made-up-matter.ts';

const now = '2024-03-13T08:00:00.000Z';
const ejJusterad: Hinder = { kod: 'ej-justerad', sv: 'Protokollet är inte justerat.', slappbar: true };

const plan = (
  of: { till?: string[]; beslut?: string[]; hinder?: Hinder[]; gone?: boolean; matter?: string },
  kanda: Leverans[] = [],
  kanaler: Kanal[] = [],
): Leverans[] => {
  const expediering = of.gone ? null : expedieringAv(paragraf(of));
  return planera(
    { expediering, hinder: of.hinder ?? [], matter: of.matter ?? matter.id, now },
    kanda,
    kanaler,
  );
};
const short = (rows: Leverans[]) =>
  rows.map(({ mottagare, status, version }) => [mottagare, status, version]);
const delivered = (rows: Leverans[]) =>
  rows.map((one) => ({ ...one, status: 'levererad' as const, forsok: 1 }));

describe('a plan', () => {
  it('has the same keys whatever matter the § is filed under, and others for another recipient', () => {
    const [a, b] = plan({ till: ['Ekonomienheten', 'Akten'] });
    const [c] = plan({ till: ['Ekonomienheten'], matter: 'ekbacka:ks:2024-03-05:§12' });
    expect(c?.nyckel).toBe(a?.nyckel);
    expect(b?.nyckel).not.toBe(a?.nyckel);
  });

  it('sends nothing anew that was delivered, by whatever name the recipient goes', () => {
    const first = delivered(plan({ till: ['Kommunfullmäktige', 'Ekonomienheten'] }));
    const again = plan({ till: ['KF', 'Ekonomienheten (för kännedom)'] }, first);
    expect(short(again)).toEqual(short(first));
    // the one name, misread at first, is the other
    const misread = plan({ till: ['Kommunfullmäktige', 'Ekonomlenheten'] }, first);
    expect(misread.map(({ mottagare }) => mottagare)).toEqual(['Kommunfullmäktige', 'Ekonomienheten']);
    // two names that are both there are two
    const both = plan({ till: ['Anna Karlsson', 'Anna Carlsson'] });
    expect(new Set(both.map(({ nyckel }) => nyckel)).size).toBe(2);
  });

  it('goes to whom a person has corrected the name to, where nothing has gone to the other', () => {
    const first = plan({ till: ['Bryggmästarn'] }).map((one) => ({
      ...one,
      slappt: ['ej-justerad' as const],
    }));
    const [after, ...more] = plan({ till: ['Bryggmästaren'] }, first);
    expect(after).toMatchObject({ mottagare: 'Bryggmästaren', slappt: ['ej-justerad'] });
    expect([after?.nyckel, more]).toEqual([plan({ till: ['Bryggmästaren'] })[0]?.nyckel, []]);
    expect(short(plan({ till: ['Bryggmästaren'] }, delivered(first)))).toEqual([
      ['Bryggmästarn', 'levererad', 1],
    ]);
  });

  it('tells of a decision that was changed after it was delivered', () => {
    const first = delivered(plan({}));
    expect(plan({ beslut: ['avslå avgifterna'] }, first)).toMatchObject([
      { andrad: true, status: 'levererad' },
    ]);
    expect(plan({}, plan({ beslut: ['avslå avgifterna'] }, first))).toMatchObject([{ andrad: false }]);
  });

  it('keeps what is being sent as it was first made', () => {
    const [one] = plan({});
    const tried = [{ ...(one as Leverans), forsandelse: 'b'.repeat(64), forsok: 1 }];
    const [after] = plan({ beslut: ['avslå avgifterna'] }, tried);
    expect(after).toMatchObject({ innehall: one?.innehall, andrad: true, status: 'skickas' });
  });

  it('waits for what stands in the way, unless a person has let it go', () => {
    const waiting = plan({ hinder: [ejJusterad] });
    expect(waiting).toMatchObject([{ status: 'vantar_granskning', hinder: [ejJusterad] }]);
    const released = waiting.map((one) => ({ ...one, slappt: ['ej-justerad' as const] }));
    expect(plan({ hinder: [ejJusterad] }, released)).toMatchObject([{ status: 'skickas', hinder: [] }]);
    const secret: Hinder = { kod: 'sekretess', sv: 'Sekretess.', slappbar: false };
    expect(plan({ hinder: [ejJusterad, secret] }, released)).toMatchObject([
      { status: 'vantar_granskning', hinder: [secret] },
    ]);
  });

  it('waits for its channel, and makes the dry run anew when channel or decision has changed', () => {
    const trial = kanal('ut', { lage: 'prov' });
    expect(plan({}, [], [kanal('ut', { lage: 'av' })])).toMatchObject([
      { status: 'vantar_kanal', kanal: 'ut' },
    ]);
    const [one] = plan({}, [], [trial]);
    expect(one?.status).toBe('vantar_kanal');
    const run = [
      { ...(one as Leverans), status: 'provkord' as const, provkordFor: trial.andrad, provkorning: '/p' },
    ];
    expect(plan({}, run, [trial])).toMatchObject([{ status: 'provkord', provkorning: '/p' }]);
    const later = { ...trial, andrad: '2024-03-02T08:00:00.000Z' };
    expect(plan({}, run, [later])).toMatchObject([{ status: 'vantar_kanal', provkorning: null }]);
    expect(plan({ beslut: ['avslå avgifterna'] }, run, [trial])).toMatchObject([{ status: 'vantar_kanal' }]);
    expect(plan({}, run, [{ ...later, lage: 'pa' }])).toMatchObject([{ status: 'skickas' }]);
  });

  it('leaves out a recipient that is named no more, but hides nothing that was tried', () => {
    const rows = plan({ till: ['Ekonomienheten', 'Akten', 'Diariet', 'Registrator'] });
    const [a, b, c, d] = rows as [Leverans, Leverans, Leverans, Leverans];
    const known: Leverans[] = [
      a,
      { ...b, status: 'levererad' },
      { ...c, forsok: 2, status: 'skickas' },
      { ...d, status: 'misslyckad' },
    ];
    expect(short(plan({ gone: true }, known))).toEqual([
      ['Akten', 'levererad', 1],
      ['Diariet', 'misslyckad', 1],
      ['Registrator', 'misslyckad', 1],
    ]);
    // what is filed under another matter now is left to it
    expect(plan({ gone: true, matter: 'annat' }, known)).toEqual(known);
  });

  it('goes on with the newest version', () => {
    const [one] = delivered(plan({}));
    const next = {
      ...(one as Leverans),
      nyckel: 'f'.repeat(32),
      version: 2,
      status: 'vantar_kanal' as const,
    };
    expect(short(plan({}, [one as Leverans, next]))).toEqual([
      ['Ekonomienheten', 'levererad', 1],
      ['Ekonomienheten', 'skickas', 2],
    ]);
  });
});

describe('the channel of a recipient', () => {
  const kanaler = [
    kanal('alla'),
    kanal('organ', { mottagare: '*organ' }),
    kanal('ks', { mottagare: 'Kommunstyrelsen', lage: 'av' }),
  ];
  const of = (namn: string, organ: boolean, known = kanaler) =>
    kanalFor({ namn, organ }, { huvudman: 'Ekbacka kommun', kanaler: known })?.namn ?? null;

  it('is its own, also when that is off; else that of its kind; else that of all; else its inbox', () => {
    expect(of('KS', true)).toBe('ks');
    expect(of('Kulturnämnden', true)).toBe('organ');
    expect(of('Ekonomienheten', false)).toBe('alla');
    expect(of('Ekonomienheten', false, [kanal('organ', { mottagare: '*organ' })])).toBeNull();
  });

  it('is never that of a name which is merely like it', () => {
    const known = [kanal('norra', { mottagare: 'Norra skolnämnden' })];
    expect(of('Södra skolnämnden', true, known)).toBeNull();
    expect(of('Anna Carlsson', false, [kanal('ak', { mottagare: 'Anna Karlsson' })])).toBeNull();
  });
});

/** What may happen to the deliveries of a §, in any order. */
type Event =
  | { kind: 'plan'; till: string[]; beslut: string; hinder: boolean; gone: boolean }
  | { kind: 'lage'; lage: KanalLage }
  | { kind: 'send' | 'fail' | 'resend' | 'release'; at: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('plan' as const),
    till: fc.uniqueArray(
      fc.constantFrom('Ekonomienheten', 'Akten', 'KF', 'Kommunfullmäktige', 'Kulturnämnden'),
      {
        minLength: 1,
      },
    ),
    beslut: fc.constantFrom('bifalla motionen', 'avslå motionen'),
    hinder: fc.nat(3).map((n) => n === 0),
    gone: fc.nat(9).map((n) => n === 0),
  }),
  fc.record({
    kind: fc.constant('lage' as const),
    lage: fc.constantFrom<KanalLage>('prov', 'pa', 'prov', 'pa', 'av'),
  }),
  fc.record({
    kind: fc.constantFrom<'send' | 'fail' | 'resend' | 'release'>(
      'send',
      'send',
      'send',
      'fail',
      'resend',
      'release',
    ),
    at: fc.nat(6),
  }),
);

describe('whatever happens, in whatever order', () => {
  it('no key is delivered twice, nothing leaves by a channel that is not on, nothing delivered is lost', async () => {
    let deliveries = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 40, maxLength: 60 }), async (events) => {
        const store = openSqliteStore(':memory:');
        const huvudman = 'Ekbacka kommun';
        const id = { huvudman, namn: 'ut' };
        await store.saveKanal(kanal('ut'), 'A');
        let hinder: Hinder[] = [];
        const of = { huvudman, matter: matter.id, steg: expedieringAv(paragraf()).steg.nyckel };
        const arrived = new Map<string, string>();
        const refused = () => {};
        for (const one of events) {
          if (one.kind === 'plan') {
            hinder = one.hinder ? [ejJusterad] : [];
            const expediering = one.gone
              ? null
              : expedieringAv(paragraf({ till: one.till, beslut: [one.beslut] }));
            await store.updateLeveranser(of, (kanda, kanaler) =>
              planera({ expediering, hinder, matter: matter.id, now }, kanda, kanaler),
            );
            continue;
          }
          if (one.kind === 'lage') {
            await store.setKanalLage(id, one.lage, 'A').catch(refused);
            continue;
          }
          const rows = await store.leveranser();
          const row = rows[one.at % Math.max(1, rows.length)];
          if (!row) continue;
          if (one.kind === 'resend') await store.askResend(row.nyckel, 'A').catch(refused);
          if (one.kind === 'release') await store.letGo(row.nyckel, 'A').catch(refused);
          if (one.kind !== 'send' && one.kind !== 'fail') continue;
          const begun = await store.beginSend(row.nyckel);
          if (!begun?.kanal) {
            expect(begun).toBeNull(); // all have the channel here
            continue;
          }
          if (begun.prov) {
            expect(begun.kanal.lage).toBe('prov');
            await store.noteDryRun(row.nyckel, '/prov', begun.kanal);
            continue;
          }
          expect(begun.kanal.lage).toBe('pa');
          expect(begun.leverans.hinder).toEqual([]);
          if (one.kind === 'fail') {
            await store.noteSendFailed(row.nyckel, 'nej', true);
            continue;
          }
          expect(arrived.has(row.nyckel)).toBe(false);
          arrived.set(row.nyckel, row.mottagare);
          await store.noteDelivered(row.nyckel, {});
        }
        const kept = await store.leveranser({ status: 'levererad' });
        expect(new Set(kept.map(({ nyckel }) => nyckel))).toEqual(new Set(arrived.keys()));
        deliveries += arrived.size;
        await store.close();
      }),
      { numRuns: 60 },
    );
    expect(deliveries).toBeGreaterThan(10);
  });
});
