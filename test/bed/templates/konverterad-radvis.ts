import { heading, look } from '../layout/look.ts';
import { contents, front } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { led, satser, under } from '../phrasing/clauses.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaTill, reservera } from '../phrasing/notes.ts';
import { rosta } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A converted text with its lines kept but § signs lost, spaces doubled here and there and quotes changed. */
export const konverteradRadvis: Mall = {
  namn: 'konverterad-radvis',
  efter: 'konverterad text med rader kvar, §-tecken borta, ord ihopklistrade och ord som fallit bort',
  slag: 'kommun',
  niva: 'namnd',
  text: 'rader',
  skada: (text, dice) =>
    text
      .replaceAll('§ ', '')
      .replaceAll('Beslutande', 'ande')
      .replace(/ /g, () => (dice.chance(0.01) ? '  ' : ' '))
      .replace(/([a-zåäö]) (och|med|den) /g, (all, before, word) =>
        dice.chance(0.06) ? `${before} ${word}` : all,
      ),
  stil: stil({
    reservera: reservera.motiv,
    dnr: (serie, ar, nr) => `${serie}/${ar}:${nr}`,
    satser: satser.numbered,
    beslut: under('Beslut', led.kolon),
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
      bakgrund: 'Beskrivning av ärendet',
      yrkanden: 'Yrkanden',
      expediering: 'Beslut skickas till',
    },
    yrka: yrkar('yrkar', () => 'förslaget'),
    rosta: rosta.siffror,
    anteckna: antecknaTill,
  }),
  look: () =>
    look({
      family: 'liberation',
      sidhuvud(pen, { sid, av, handling: h }) {
        pen.at(h.huvudman ?? '', 38, { snitt: 'fet' });
        pen.at('Sammanträdesprotokoll', 38, { x: 290 });
        pen.at(`Sida ${sid}(${av})`, 38, { align: 'right' });
        pen.at(h.organ ?? '', 52);
        pen.at(h.datum ?? '', 52, { x: 290 });
        pen.at('Justerandes sign', 788, { grad: 8 });
      },
      borjan(pen, h) {
        front(pen, h);
        pen.newPage();
        contents(pen, h, 'Ärendeförteckning', (p) => `§ ${p}`);
        pen.newPage();
      },
      paragraf(pen, _h, a) {
        pen.need(6);
        pen.at(`§ ${a.paragraf}`, pen.y, { snitt: 'fet' });
        if (a.diarienummer) pen.at(`Dnr ${a.diarienummer}`, pen.y, { x: 330 });
        pen.gap(16);
        pen.para(a.rubrik, { snitt: 'fet' });
        pen.gap(4);
      },
      rubrik: heading({ snitt: 'fet' }),
    }),
};
