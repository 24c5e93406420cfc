import { heading, look } from '../layout/look.ts';
import { contents, longDate, signatures } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { satser, under } from '../phrasing/clauses.ts';
import { grupp, person } from '../phrasing/forms.ts';
import { antecknaSkrivelse, reservera } from '../phrasing/notes.ts';
import { gang } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';
import { heldOutMotions } from './held-out-words.ts';

/** Named votes one a line; a council that adopts what its board proposes; "Kommunfullmäktige beslutar att". */
export const rostlangdLista: Mall = {
  namn: 'rostlangd-lista',
  efter: 'fullmäktige med röstlista namn för namn, Upprop och Votering, beslut sist',
  slag: 'kommun',
  niva: 'fullmaktige',
  text: 'rader',
  stil: stil({
    grupp: grupp.namn,
    person: person.brackets,
    dnr: (serie, ar, nr) => `${nr}/${ar} ${serie}`,
    satser: satser.dashes,
    beslut: under('Kommunfullmäktige beslutar', () => 'Kommunfullmäktige beslutar'),
    forslag: () => ({ rubrik: 'Kommunstyrelsens förslag' }),
    ordning: [
      'bakgrund',
      'underlag',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'beslut',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: {
      bakgrund: 'Ärendet',
      underlag: 'Beslutsunderlag',
      yrkanden: 'Yrkanden under debatten',
      gang: 'Propositionsordning',
      votering: 'Votering',
      expediering: 'Meddelas',
    },
    yrka: heldOutMotions,
    gang: gang.proposition,
    rosta: (v) => [
      `JA för ${v.proposition?.ja}, NEJ för ${v.proposition?.nej}.`,
      ...v.roster.map(
        ({ person: who, rost }) =>
          `${who} ${{ ja: 'Ja', nej: 'Nej', avstar: 'Avstår', franvarande: '-' }[rost]}`,
      ),
      `Resultat: ${v.ja} ja, ${v.nej} nej${v.avstar ? `, ${v.avstar} avstår` : ''}.`,
    ],
    reservera: reservera.skriftlig,
    anteckna: antecknaSkrivelse,
  }),
  look: () =>
    look({
      family: 'tinos',
      grad: 11.5,
      rad: 14.2,
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(`${h.huvudman}  Kommunfullmäktige`, 40, { snitt: 'fet' });
        pen.at(`Protokoll ${longDate(h.datum)}`, 54);
        pen.at(`sid ${sid} av ${av}`, 54, { align: 'right' });
        pen.rule(70);
      },
      borjan(pen, h) {
        pen.para(`Plats och tid: ${h.tryck?.plats}`);
        pen.para(`Närvarande: enligt uppropslista, bilaga A`);
        pen.para(`Justerare: ${h.justerare?.[0]?.namn}`);
        signatures(pen, h);
        contents(pen, h, 'Innehåll', (p) => `§ ${p}`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.para(`§ ${a.paragraf}   ${a.rubrik}`, { snitt: 'fet', grad: 12.5 });
        if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`, { snitt: 'kursiv' });
        pen.gap(5);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
