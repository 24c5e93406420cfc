/** A matter as crowded as one ever gets: sixty meetings of twelve bodies, forty clauses in one of them, votes and reservations in most. */
import { wayOf } from '../../diarium/way/index.ts';
import type { Attsats, Record as FileRecord, Handling } from '../../extraction/record.ts';
import { EXTRACTION_VERSION } from '../../extraction/version.ts';
import type { Store } from '../../store/store.ts';
import { arende, attsats, fileRecord, handling, inlaga, person, votering } from '../store/made-up.ts';

const BODIES = [
  ...['Tekniska nämnden', 'Kommunstyrelsens arbetsutskott', 'Kommunstyrelsen', 'Kommunfullmäktige'],
  ...['Miljö- och byggnadsnämnden', 'Fritidsnämnden', 'Kulturnämnden', 'Socialnämnden', 'Utbildningsnämnden'],
  ...['Valberedningen', 'Revisionen', 'Överförmyndarnämnden'],
];
const STEPS = 60;
/** The meeting with the most clauses. */
const FULL = 41;

const clausesOf = (step: number): Attsats[] =>
  Array.from({ length: step === FULL ? 40 : (step % 5) + 1 }, (_, i) =>
    attsats(
      `avsätta ${(i + 1) * 17} 000 kronor till ombyggnaden av brygga ${i + 1} i etapp ${step} enligt förvaltningens förslag den ${(i % 28) + 1} maj`,
      { nr: i + 1 },
    ),
  );

function meeting(step: number): FileRecord {
  const organ = BODIES[(step * 5) % BODIES.length] as string;
  const to = BODIES[((step + 1) * 5) % BODIES.length] as string;
  const back = step % 9 === 4;
  const reason = back ? 'aterremiss' : 'forslag';
  const beslut = clausesOf(step).map((one) => ({ ...one, next: { organ: to, reason } as const }));
  const own = arende({
    ...{ paragraf: String(100 + step), diarienummer: 'KS 2021/77', rubrik: 'Ny hamn i Sjövik', beslut },
    utfall: back ? 'aterremiss' : 'bifall',
    next: { organ: to, reason },
    voteringar:
      step % 3 === 0
        ? [
            votering({
              ...{ ja: 20 + step, nej: 19, avstar: step % 2 === 0 ? 1 : null },
              proposition: { ja: 'bifall till förslaget', nej: 'avslag på förslaget' },
            }),
          ]
        : [],
    reservationer:
      step % 4 === 0
        ? [{ ...inlaga('', [person('Alva Strand', 'S'), person(`Bo Ek ${step}`, 'C')]), mot: [1] }]
        : [],
  });
  const datum = new Date(Date.UTC(2021, 0, 11 + step * 21)).toISOString().slice(0, 10);
  const one: Handling = handling({ organ, datum, arenden: [own], huvudman: 'Sjöviks kommun' });
  return fileRecord(`c${step.toString(16).padStart(2, '0')}`, [one]);
}

/** Has it kept; its id. */
export async function keepCrowded(store: Store): Promise<string> {
  let matter = '';
  for (let step = 0; step < STEPS; step++) {
    const { matters } = await store.saveRecord(meeting(step), EXTRACTION_VERSION);
    matter = matters[0] ?? matter;
  }
  await store.updateWay(matter, wayOf);
  return matter;
}

/** Every clause of it, word for word. */
export const crowdedClauses = (): string[] =>
  Array.from({ length: STEPS }, (_, step) => clausesOf(step).map(({ text }) => text)).flat();
