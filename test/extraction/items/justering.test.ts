import { describe, expect, it } from 'vitest';
import { findAnslag, readJusterare } from '../../../extraction/items/justering.ts';
import { linesOfText } from './lines-of.ts';

const who = (text: string) =>
  readJusterare(linesOfText(text)).map((p) => [p.namn, p.parti].filter((x) => x).join('|'));

describe('readJusterare', () => {
  it.each<[string, string[]]>([
    ['Till att jämte ordförande justera protokoll utses Anna Berg.', ['Anna Berg']],
    [
      'Till att jämte ordföranden justera dagens protokoll utses\nAnna Berg (S) och Bo Ek (M).',
      ['Anna Berg|S', 'Bo Ek|M'],
    ],
    ['Kulturnämnden utser Anna Berg (S) att justera protokollet.', ['Anna Berg|S']],
    ['Att utse Anna Berg (S) till justerare.', ['Anna Berg|S']],
    ['Anna Berg (S) utses att tillsammans med ordföranden justera protokollet.', ['Anna Berg|S']],
    ['Till justerare utses Anna Berg (S) med Bo Ek (M) som ersättare.', ['Anna Berg|S']],
    ['Utses att justera   Anna Berg (S)\nJusteringens plats och tid   Kommunhuset', ['Anna Berg|S']],
    ['Utses att justera: Anna Berg (S),\nBo Ek (M)\nPlats', ['Anna Berg|S', 'Bo Ek|M']],
    ['Underskrifter\nJusterare    ....................\n             Anna Berg (S)', ['Anna Berg|S']],
    ['Justering\nAnna Berg (S) och Bo Ek (M)\n\n§ 1', ['Anna Berg|S', 'Bo Ek|M']],
    ['Justering\nProtokollet under denna paragraf förklaras omedelbart justerat.', []],
    ['Justerande\nAnna Berg   Bo Ek', ['Anna Berg', 'Bo Ek']],
    ['Justerare: Anna Berg (S), ersättare: Bo Ek (M)', ['Anna Berg|S']],
    ['Protokollet justeras omedelbart. Anna Berg (S) yrkar bifall.', []],
    ['Justerandes signatur   Utdragsbestyrkande', []],
    ['Justeringens plats och tid  Stora Salen 2021-03-01', []],
  ])('%s', (text, names) => expect(who(text)).toEqual(names));

  it('adds the party that the attendance list prints', () => {
    const person = { namn: 'Anna Berg', parti: 'S', roll: 'Ordförande' };
    const narvaro = { ledamoter: [person], ersattare: [], ovriga: [] };
    expect(readJusterare(linesOfText('Justerare: Anna Berg'), narvaro)).toEqual([
      { namn: 'Anna Berg', parti: 'S', roll: null },
    ]);
  });
});

describe('findAnslag', () => {
  const days = (text: string) => {
    const a = findAnslag(linesOfText(text))?.anslag ?? null;
    return a && [a.justerad, a.uppsatt, a.nedtas];
  };

  it.each<[string, (string | null)[] | null]>([
    [
      `ANSLAG/BEVIS
Organ                        Kulturnämnden
Sammanträdesdatum            2021-02-19
Datum då anslaget sätts upp  2021-03-01   Datum då anslaget tas ned  2021-03-23`,
      [null, '2021-03-01', '2021-03-23'],
    ],
    [
      `Justeringens plats och tid   Kommunhuset den 26 februari 2021
Datum för anslags uppsättande   Datum för anslags nedtagande
2021-02-27                      2021-03-21`,
      ['2021-02-26', '2021-02-27', '2021-03-21'],
    ],
    ['Protokollet justerat 2021-02-26 och anslaget 2021-02-27', ['2021-02-26', '2021-02-27', null]],
    ['Anslagstid: 2021-02-27 – 2021-03-21', [null, '2021-02-27', '2021-03-21']],
    ['Anslaget uppsatt: 27/2 2021\nAnslaget tas ner: 21/3 2021', [null, '2021-02-27', '2021-03-21']],
    ['Justeringsdatum 2021-02-26', ['2021-02-26', null, null]],
    [
      `Justeringens      Kommunhuset 2022-05-16
plats och tid
BEVIS
Justeringen har tillkännagivits genom anslag
Sammanträdesdatum       2022-05-11
Anslaget sätts upp      2022-05-17      Anslaget tas ned      2022-06-08`,
      ['2022-05-16', '2022-05-17', '2022-06-08'],
    ],
    [`§ 1 Bron\n${'Text.\n'.repeat(20)}Skylten tas ned 2021-02-28.\n${'Text.\n'.repeat(40)}`, null],
    ['Protokollet anslås på kommunens anslagstavla', null],
    ['Sammanträdesdatum 2021-02-19', null],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));
});

it('reads one name under the other where the page shows the column', () => {
  const lines = linesOfText(
    'Utses att justera      Leif Alm (S)\n                       Anita Broman (L)\nSekreterare            Siri Ek',
  ).map((line) => ({
    ...line,
    words: [...line.text.matchAll(/\S+/g)].map((m) => ({
      text: m[0],
      bbox: [m.index * 5, 0, (m.index + m[0].length) * 5, 10] as [number, number, number, number],
      confidence: null,
    })),
  }));
  expect(readJusterare(lines).map((p) => p.namn)).toEqual(['Leif Alm', 'Anita Broman']);
});
