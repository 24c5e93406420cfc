/** What journalists search in tests: the minutes of a council that does not exist, with votes by name, beside the samples. */
import type { Record as FileRecord, Votering } from '../../extraction/record.ts';
import {
  arende,
  attsats,
  fileRecord,
  handling,
  inlaga,
  person,
  votering,
  yrkande,
} from '../store/made-up.ts';

const EVA = person('Eva Ekdahl', 'S');
const BO = person('Bo Bergkvist', 'M');
const ULLA = person('Ulla Sjö', 'V');
const NILS = person('Nils Falk', 'SD');

const roster: Votering['roster'] = [
  { person: EVA, rost: 'ja' },
  { person: person('Åke Öst', 'S'), rost: 'ja' },
  { person: ULLA, rost: 'ja' },
  { person: BO, rost: 'nej' },
  { person: person('Karin Hed', 'KD'), rost: 'nej' },
  { person: NILS, rost: 'avstar' },
];

/** One meeting a year; of the last one the taxa was voted on. */
const meeting = (letter: string, year: number, parti: string): FileRecord =>
  fileRecord(letter, [
    handling({
      ...{ huvudman: 'Ekbacka kommun', organ: 'Kommunfullmäktige', datum: `${year}-03-05` },
      arenden: [
        arende({
          ...{ paragraf: '41', diarienummer: `KS ${year}/14`, rubrik: 'Taxa för badhuset' },
          beslut: [attsats(`att anta ny taxa för badhuset från den 1 juli ${year}.`, { nr: 1 })],
          yrkanden: [
            yrkande('bifall till förslaget om taxan', [EVA], { utfall: 'bifall', typ: 'bifall' }),
            yrkande(
              'avslag på taxan, eftersom avgiften då blir för hög för barnfamiljer',
              [BO, person('Ulla Sjö', parti)],
              {
                ...{ utfall: 'avslag', typ: 'avslag' },
              },
            ),
          ],
          reservationer: [inlaga('mot beslutet om taxan till förmån för eget yrkande', [BO])],
          voteringar: [
            votering({
              ...{ ja: 31, nej: 18, avstar: 2, utslag: 'ja', roster },
              proposition: { ja: 'bifall till förslaget', nej: 'avslag' },
            }),
          ],
          utfall: 'bifall',
        }),
        arende({
          ...{ paragraf: '42', diarienummer: `KS ${year}/22`, rubrik: 'Motion om patientavgifter' },
          beslut: [attsats('Ärendet återremitteras till kommunstyrelsen för ny beredning.')],
          reservationer: [inlaga('mot återremissen', [ULLA, NILS])],
          utfall: 'aterremiss',
          obekraftade: ['paragraf'],
        }),
        arende({
          ...{ paragraf: '43', rubrik: 'Avgift för en enskild', sekretess: 'OSL 26 kap. 1 §' },
          beslut: [attsats('Avgiften sätts ned.')],
        }),
      ],
    }),
  ]);

export const YEARS = [2029, 2030, 2031] as const;

export const sokbart: FileRecord[] = YEARS.map((year, n) =>
  meeting(['a', 'b', 'c'][n] as string, year, n === 0 ? 'V' : 'MP'),
);
