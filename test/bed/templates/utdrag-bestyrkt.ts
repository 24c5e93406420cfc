import { HOJD } from '../../../samples/make/pen.ts';
import { heading, look } from '../layout/look.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { person } from '../phrasing/forms.ts';
import { klartext } from '../phrasing/motions.ts';
import { antecknaTill, reservera } from '../phrasing/notes.ts';
import { extractOf } from '../phrasing/offices.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** Extracts of single §§, one after another in a file, each certified at its end. */
export const utdragBestyrkt: Mall = {
  namn: 'utdrag-bestyrkt',
  efter: 'protokollsutdrag en paragraf i taget, bestyrkt i slutet, Beslutet expedieras till',
  slag: 'kommun',
  niva: 'namnd',
  text: 'kolumner',
  handlingar: (meeting, stil) => meeting.arenden.map((m) => extractOf(m, meeting, stil)),
  stories: ['vidare', 'flera', 'votering', 'aterremiss', 'tillagg', 'motion', 'enkel', 'avslag'],
  stil: stil({
    person: person.brackets,
    dnr: (serie, ar, nr) => `${serie} ${String(ar).slice(2)}/${nr}`,
    satser: satser.numbered,
    beslut: under('Beslut', led.kolon),
    ordning: [
      'beslut',
      'reservation',
      'anteckning',
      'forslag',
      'bakgrund',
      'underlag',
      'yrkanden',
      'gang',
      'votering',
      'omedelbar',
      'expediering',
    ],
    rubriker: { bakgrund: 'Beskrivning av ärendet', expediering: 'Beslutet expedieras till' },
    yrka: klartext,
    rosta: rosta.roster,
    reservera: reservera.anmaler,
    anteckna: antecknaTill,
    underlag: 'streck',
  }),
  look: () =>
    look({
      family: 'liberation',
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 38, { snitt: 'fet', grad: 12 });
        pen.at('PROTOKOLLSUTDRAG', 38, { x: 320, snitt: 'fet' });
        pen.at(`Sida ${sid} av ${av}`, 52, { align: 'right', grad: 9 });
        pen.at(h.organ ?? '', 54);
        pen.at(`Sammanträdesdatum ${h.datum}`, 66, { grad: 9 });
        pen.rule(82);
      },
      paragraf(pen, _h, a) {
        pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet', grad: 12 });
        if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { x: 320 });
        pen.gap(18);
        pen.para(a.rubrik, { snitt: 'fet', grad: 13 });
        pen.gap(6);
      },
      rubrik: heading({ snitt: 'fet' }),
      slut(pen) {
        pen.need(4);
        pen.gap(20);
        pen.para('Rätt utdraget intygar');
        pen.gap(18);
        pen.para('Registrator');
        pen.at('Utdragsbestyrkande', HOJD - 60, { grad: 8 });
      },
    }),
};
