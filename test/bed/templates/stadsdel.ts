import { genitive } from '../content/places.ts';
import { contents, longDate } from '../layout/parts.ts';
import type { Mall } from '../mall.ts';
import { satser } from '../phrasing/clauses.ts';
import { grupp } from '../phrasing/forms.ts';
import { yrkar } from '../phrasing/motions.ts';
import { antecknaTill, reservera } from '../phrasing/notes.ts';
import { gang } from '../phrasing/procedure.ts';
import { stil } from '../phrasing/style.ts';

/** A large city's district boards: number and title, "Nämndens beslut", papers and decisions apart by rules. */
export const stadsdel: Mall = {
  namn: 'stadsdel',
  efter: 'storstads stadsdelsnämnd: Nämndens beslut, Framlagda förslag till beslut, Särskilt yttrande',
  slag: 'stad',
  niva: 'namnd',
  text: 'rader',
  stil: stil({
    grupp: grupp.namn,
    dnr: (_serie, ar, nr) => `1.2.${1 + (nr % 6)}-${nr}-${ar}`,
    satser: satser.numberedPassive,
    beslut: (kedja) =>
      kedja.length === 1
        ? { rubrik: 'Nämndens beslut' }
        : {
            rubrik: 'Nämndens beslut',
            ledtext: `${kedja[0]} föreslår ${kedja
              .slice(1)
              .map((k) => k.toLowerCase())
              .join(' föreslå ')} besluta följande.`,
          },
    forslag: () => ({ rubrik: 'Förvaltningens förslag till beslut' }),
    ordning: [
      'beslut',
      'omedelbar',
      'underlag',
      'bakgrund',
      'forslag',
      'yrkanden',
      'gang',
      'votering',
      'reservation',
      'anteckning',
      'expediering',
    ],
    rubriker: {
      underlag: 'Handlingar i ärendet',
      bakgrund: 'Sammanfattning av ärendet',
      yrkanden: 'Framlagda förslag till beslut',
      gang: 'Beslutsgång',
      votering: 'Omröstning',
      protokollsanteckning: 'Anteckning till protokollet',
      expediering: 'Expedieras till',
    },
    yrka: yrkar('föreslår', () => 'förvaltningens förslag till beslut'),
    gang: gang.proposition,
    reservera: reservera.anmaler,
    anteckna: antecknaTill,
    underlag: 'streck',
  }),
  look: () => ({
    family: 'tinos',
    grad: 12,
    rad: 15,
    marginal: { upp: 96, ned: 70, vanster: 85, hoger: 80 },
    indrag: [0, 18],
    styckeavstand: 7,
    postavstand: 3,
    sidhuvud(pen, { sid, av, handling: h }) {
      pen.at(h.organ ?? '', 40, { snitt: 'fet', grad: 11 });
      pen.at(`Protokoll nr ${1 + (Number(h.datum?.slice(5, 7)) % 9)}`, 40, { x: 330, grad: 11 });
      pen.at(longDate(h.datum), 54, { x: 330, grad: 11 });
      pen.at(`Sid. ${sid} (${av})`, 54, { grad: 11, align: 'right' });
    },
    borjan(pen, h) {
      pen.para(`${genitive(h.organ ?? '')} protokoll`, { snitt: 'fet', grad: 16 });
      pen.para(`Tid och plats: ${h.tryck?.plats}`);
      pen.gap(8);
      pen.para('Närvarande', { snitt: 'fet' });
      pen.para(`Ledamöterna ${h.narvaro?.ledamoter.map((p) => `${p.namn} (${p.parti})`).join(', ')}.`);
      pen.para(`Justerat den ${longDate(h.anslag?.justerad)}. Anslaget den ${longDate(h.anslag?.uppsatt)}.`);
      pen.gap(12);
      contents(pen, h, 'Behandlade ärenden', (p) => `§ ${p}`);
      pen.newPage();
    },
    paragraf(pen, _h, a) {
      pen.need(7);
      pen.para(`§ ${a.paragraf}`, { snitt: 'fet', grad: 14 });
      pen.para(a.rubrik, { snitt: 'fet', grad: 14 });
      if (a.diarienummer) pen.para(`Dnr ${a.diarienummer}`);
      pen.gap(6);
    },
    rubrik(pen, text) {
      pen.gap(4);
      pen.need(3);
      pen.para(text, { snitt: 'fet', grad: 12.5 });
    },
    efter(pen) {
      pen.para('_____');
      pen.gap(18);
    },
  }),
};
