/** Deliveries and what people say of recipients: who is one is sent to once, by the channel that the register gives. */
import { describe, expect, it } from 'vitest';
import { nameGroups, type OrganPost } from '../../diarium/organ/index.ts';
import { wayOf } from '../../diarium/way/index.ts';
import { attExpediera, type Expediering } from '../../expediering/att-expediera.ts';
import { planera } from '../../expediering/planera.ts';
import type { Kanal, Leverans } from '../../store/expediering.ts';
import { arende, attsats, handling, mottagare, sha } from '../store/made-up.ts';

const HUVUDMAN = 'Region Fjällmark';
const matter = { id: 'm', huvudman: HUVUDMAN, diarienummer: '2018/41', rubrik: null, obekraftade: [] };
const handlingar = [
  {
    ...{ sha256: sha('a'), fileName: 'a.pdf' },
    handling: handling({
      ...{ huvudman: HUVUDMAN, organ: 'Landstingsstyrelsen', datum: '2018-11-27' },
      arenden: [
        arende({
          ...{ paragraf: '7', diarienummer: '2018/41', beslut: [attsats('bygga linbanan')] },
          expediering: ['Ekonomidirektören', 'Badnämnden', 'Diariet'].map(mottagare),
        }),
      ],
    }),
  },
];
const REGISTER: OrganPost[] = [
  {
    ...{ id: 'a', namn: 'Regionstyrelsen' },
    tidigareNamn: [{ namn: 'Landstingsstyrelsen', fran: null, till: '2018-12-31' }],
  },
  {
    ...{ id: 'b', namn: 'Ekonomichefen', kanal: 'epost' },
    tidigareNamn: [{ namn: 'Ekonomidirektören', fran: null, till: null }],
  },
  {
    id: 'c',
    namn: 'Bad- och fritidsnämnden',
    tidigareNamn: [{ namn: 'Badnämnden', fran: null, till: null }],
  },
];

function expedieringOf(register: OrganPost[]): Expediering {
  const way = wayOf(handlingar, matter, nameGroups(register));
  const found = attExpediera(way, way.steg[0]?.nyckel ?? '', { handlingar, matter });
  if (!found) throw new Error('nothing is sent');
  return found;
}

const plan = (register: OrganPost[], known: Leverans[], channels: Kanal[] = []) =>
  planera(
    { expediering: expedieringOf(register), hinder: [], matter: 'm', now: '2026-01-02T03:04:05Z', register },
    known,
    channels,
  );
const kanal = (namn: string, to: string, lage: Kanal['lage'] = 'pa'): Kanal => ({
  ...{ huvudman: HUVUDMAN, namn, slag: 'mapp', mottagare: to, adress: '/ut', installningar: {} },
  ...{ lage, andrad: '2026-01-01T00:00:00Z', andradAv: 'Kim' },
});

describe('what people say of names', () => {
  it('sends nothing again that was sent before they said it', () => {
    const delivered = plan([], []).map((row): Leverans => ({ ...row, status: 'levererad', forsok: 1 }));
    expect(delivered.map((row) => row.mottagare)).toEqual(['Ekonomidirektören', 'Badnämnden', 'Diariet']);
    const after = plan(REGISTER, delivered);
    expect(after.map((row) => [row.nyckel, row.status])).toEqual(
      delivered.map((row) => [row.nyckel, 'levererad']),
    );
    expect(expedieringOf(REGISTER).steg).toMatchObject({
      ...{ organ: 'Regionstyrelsen', nyckel: expedieringOf([]).steg.nyckel },
    });
  });

  it('keeps the key of what is on its way', () => {
    const underway = plan([], []);
    expect(plan(REGISTER, underway).map((row) => row.nyckel)).toEqual(underway.map((row) => row.nyckel));
  });
});

describe('the channel of the register', () => {
  const reached = (channels: Kanal[]) =>
    plan(REGISTER, [], channels).map((row) => [row.mottagare, row.kanal, row.status]);

  it('goes before all others, by any of the names of a recipient', () => {
    expect(reached([kanal('alla', '*'), kanal('epost', 'någon annan'), kanal('bad', 'Badnämnden')])).toEqual([
      ['Ekonomichefen', 'epost', 'skickas'],
      ['Bad- och fritidsnämnden', 'bad', 'skickas'],
      ['Diariet', 'alla', 'skickas'],
    ]);
  });

  it('is waited for until it is made', () => {
    expect(reached([kanal('alla', '*')])[0]).toEqual(['Ekonomichefen', 'epost', 'vantar_kanal']);
    expect(reached([kanal('epost', 'x', 'av')])[0]).toEqual(['Ekonomichefen', 'epost', 'vantar_kanal']);
  });
});
