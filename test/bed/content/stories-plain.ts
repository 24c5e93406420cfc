/** Stories without a proposal on the table: elections, information, the routine items. */
import type { Person } from '../../../samples/make/content.ts';
import { act } from './clause.ts';
import type { Story } from './matter.ts';
import type { Tell } from './telling.ts';

export const PLAIN = {
  val: ({ m, matter, dice, ar, amne, plain }) => {
    const valda = m.ersattare.slice(0, dice.int(1, 3));
    const post = dice.pick(['ledamot i valnämnden', 'ersättare i styrelsen för bostadsbolaget', 'nämndeman']);
    plain(
      valda.map((p) => ({
        infinitiv: `välja ${p.namn} (${p.parti}) till ${post} till och med den 31 december ${ar + 1}`,
        passiv: `${p.namn} (${p.parti}) väljs till ${post} till och med den 31 december ${ar + 1}`,
        presens: `väljer ${p.namn} (${p.parti}) till ${post} till och med den 31 december ${ar + 1}`,
      })),
    );
    matter.amne = {
      ...amne,
      rubrik: 'Fyllnadsval',
      bakgrund: [
        `${m.ersattare.at(-1)?.namn} (${m.ersattare.at(-1)?.parti}) har avsagt sig sitt uppdrag. Valberedningen har lämnat förslag.`,
      ],
      underlag: ['Avsägelse'],
    };
    matter.mottagare = ['De valda', 'Löneenheten'];
  },
  info: ({ m, matter, dice, amne, plain }) => {
    plain([act('anteckna', 'informationen', 'till protokollet')]);
    matter.amne = {
      ...amne,
      rubrik: `Information om ${dice.pick(['läget inför sommaren', 'arbetsmiljön', 'den nya e-tjänsten', 'rekryteringen'])}`,
      bakgrund: [
        `${m.ovriga[0]?.namn}, ${m.ovriga[0]?.roll}, informerar om det pågående arbetet och svarar på frågor.`,
      ],
      underlag: [],
    };
    matter.mottagare = [];
  },
  sekretess: ({ matter, amne, plain }) => {
    matter.amne = {
      ...amne,
      rubrik: 'Sekretessärende',
      bakgrund: ['Ärendet omfattas av sekretess enligt offentlighets- och sekretesslagen.'],
      underlag: [],
    };
    plain([act('godkänna', 'förvaltningens förslag')]);
    matter.mottagare = [];
  },
  anmalan: ({ matter, dice, ar, amne, plain }) => {
    plain([act('anteckna', 'redovisningen av delegationsbeslut', 'till protokollet')]);
    matter.amne = {
      ...amne,
      rubrik: 'Anmälan av delegationsbeslut',
      bakgrund: [
        `Beslut som har fattats på delegation under perioden ${ar}-01-01–${ar}-02-${dice.int(10, 28)} redovisas.`,
      ],
      underlag: [`Lista över delegationsbeslut`],
    };
    matter.mottagare = [];
  },
  justerare: ({ m, matter, amne, plain }) => {
    const who = m.ledamoter[2] as Person;
    plain([
      {
        infinitiv: `utse ${who.namn} (${who.parti}) att justera protokollet`,
        passiv: `${who.namn} (${who.parti}) utses att justera protokollet`,
        presens: `utser ${who.namn} (${who.parti}) att justera protokollet`,
      },
    ]);
    matter.amne = { ...amne, rubrik: 'Val av justerare', bakgrund: [], underlag: [] };
    matter.diarie = 0;
    matter.mottagare = [];
  },
} satisfies { [story in Story]?: Tell };
