/** A § of minutes as the store tells of it, its channels and its deliveries, made to order. */
import { wayOf } from '../../diarium/way/index.ts';
import { attExpediera, type Expediering } from '../../expediering/att-expediera.ts';
import type { Arende, Handling } from '../../extraction/record.ts';
import type { Kanal } from '../../store/expediering.ts';
import type { Matter, MatterHandling } from '../../store/store.ts';
import { arende, attsats, handling, mottagare, sha } from '../store/made-up.ts';

export const matter: Matter = {
  ...{ id: 'ekbacka:ks2024/14', huvudman: 'Ekbacka kommun', diarienummer: 'KS 2024/14' },
  ...{ rubrik: 'Avgifter 2025', obekraftade: [] },
};

const approved = { justerad: '2024-03-12', uppsatt: '2024-03-12', nedtas: '2024-04-03' };

export interface Paragraf {
  till?: string[];
  beslut?: string[];
  handling?: Partial<Handling>;
  arende?: Partial<Arende>;
  /** A letter that says which file it is. */
  fil?: string;
}

/** § 12 of Kommunstyrelsen, 2024-03-05, approved. */
export function paragraf(over: Paragraf = {}): MatterHandling {
  const { till = ['Ekonomienheten'], beslut = ['fastställa avgifterna'], fil = 'a' } = over;
  const own = arende({
    ...{ paragraf: '12', rubrik: 'Avgifter 2025', diarienummer: 'KS 2024/14', pages: [1, 1] },
    ...{ beslut: beslut.map((text) => attsats(text)), expediering: till.map(mottagare) },
    ...over.arende,
  });
  return {
    ...{ sha256: sha(fil), fileName: `${fil}.pdf` },
    handling: handling({ anslag: approved, arenden: [own], ...over.handling }),
  };
}

/** The first § of minutes among the handlingar, as it is to be sent. */
export function expedieringAv(...handlingar: MatterHandling[]): Expediering {
  const way = wayOf(handlingar, matter);
  const steg = way.steg.find(({ kind }) => kind === 'protokoll');
  const found = attExpediera(way, steg?.nyckel ?? '', { handlingar, matter });
  if (!found) throw new Error('nothing is to be sent');
  return found;
}

export const kanal = (namn: string, over: Partial<Kanal> = {}): Kanal => ({
  ...{ huvudman: 'Ekbacka kommun', namn, slag: 'mapp', mottagare: '*', adress: '/ut', installningar: {} },
  ...{ lage: 'pa', andrad: '2024-03-01T08:00:00.000Z', andradAv: 'Alva Strand' },
  ...over,
});
