/** Minutes and letters of a region that does not exist. */
import type { Handling, Person } from '../../../extraction/record.ts';
import { arende, attsats, handling, mottagare } from '../../store/made-up.ts';

export const REGION = 'Region Fjällmark';

export const person = (namn: string, parti: string | null = null, roll: string | null = null): Person => ({
  namn,
  parti,
  roll,
});

/** Minutes of a meeting with one § that is sent to `till` and, where it is given, goes to `vidare`. */
export function protokoll(
  organ: string,
  datum: string,
  over: { ledamoter?: Person[]; ersattare?: Person[]; till?: string[]; vidare?: string } = {},
): Handling {
  const { ledamoter = [], ersattare = [], till = [], vidare } = over;
  const next = vidare === undefined ? null : { organ: vidare, reason: 'forslag' as const };
  return handling({
    ...{ huvudman: REGION, organ, datum, narvaro: { ledamoter, ersattare, ovriga: [] } },
    arenden: [
      arende({
        ...{ paragraf: '7', diarienummer: `${datum.slice(0, 4)}/41`, next },
        beslut: [attsats('anta planen', { kedja: [organ, ...(vidare ? [vidare] : [])], next })],
        expediering: till.map(mottagare),
      }),
    ],
  });
}

/** The same region before and after it was renamed: its styrelse, an utskott of it and those that decisions go to. */
export const HANDLINGAR: Handling[] = [
  protokoll('Landstingsstyrelsen', '2018-02-06', {
    ledamoter: [person('Alva Strand', 'S', 'ordförande'), person('Bo Fors', 'M')],
    ersattare: [person('Cia Lund', 'C', 'tjänstgörande ersättare'), person('Dag Ås', 'V')],
    till: ['Ekonomidirektören', 'Diariet'],
    vidare: 'Landstingsfullmäktige',
  }),
  protokoll('Landstingsstyrelsen', '2018-11-27', {
    ledamoter: [person('Alva Strand', 'S', 'ordförande'), person('Bo Fors', 'M')],
    ersattare: [person('Cia Lund', 'C')],
    till: ['Ekonomidirektör', 'Motionärerna'],
  }),
  protokoll('Regionstyrelsen', '2019-01-15', {
    ledamoter: [person('Bo Fors', 'M', 'ordförande'), person('Cia Lund', 'C')],
    ersattare: [person('Dag Ås', 'V')],
    till: ['Serviceutskottet', 'Fjällmarks Lin AB', 'Granviks kommun'],
    vidare: 'Regionfullmäktige',
  }),
  protokoll('Serviceutskottet', '2019-02-05', {
    ledamoter: [person('Eva Å', 'KD', 'ordförande')],
    till: ['Upphandlingsenheten', 'Akten'],
    vidare: 'Regionstyrelsen',
  }),
  protokoll('Serviceutskottet', '2019-03-05', { vidare: 'Regionstyrelsen' }),
  protokoll('regionstyrelsens arbetsutskott', '2019-03-12', { vidare: 'RS' }),
];
