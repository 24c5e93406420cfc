import { describe, expect, it } from 'vitest';
import { readNarvaro } from '../../../extraction/items/narvaro.ts';
import type { Person } from '../../../extraction/record.ts';
import { linesOfText } from './lines-of.ts';

const show = (people: Person[]) => people.map((p) => [p.namn, p.parti, p.roll].filter((x) => x).join('|'));
const read = (text: string) => {
  const n = readNarvaro(linesOfText(text));
  return n && { ledamoter: show(n.ledamoter), ersattare: show(n.ersattare), ovriga: show(n.ovriga) };
};

describe('readNarvaro', () => {
  it('reads a front page with labels in a left column', () => {
    expect(
      read(`SAMMANTRÄDESPROTOKOLL
Plats och tid        Lärkan, Ekstads kommunhus, kl. 13.00–15.30
Beslutande           Anna Berg (S), ordförande
                     Bo Ek (M), 1:e vice ordförande
                     Cecilia af Dal (C)
                     Per-Olof Lind-
                     Ås (VfP)
                     Eva Maria
                     Gran (MP) tjg för Hans Ivarsson (MP)
Ej tjänstgörande     Johan Kvist (KD)
ersättare            Lena Malm (L) §§ 4–9
Övriga deltagande    Nils Oden, kommundirektör
                     Pia Quist, hälso- och sjukvårdschef
                     ekonomichef Rut Ström
                     Tea Uhl, sekreterare
Utses att justera    Bo Ek
Underskrifter        Paragrafer 1–14
§ 1 Upprop
Beslutande Xerxes Ytter (S)`),
    ).toEqual({
      ledamoter: [
        'Anna Berg|S|ordförande',
        'Bo Ek|M|1:e vice ordförande',
        'Cecilia af Dal|C',
        'Per-Olof Lind-Ås|VfP',
      ],
      ersattare: ['Eva Maria Gran|MP|tjänstgörande ersättare', 'Johan Kvist|KD', 'Lena Malm|L'],
      ovriga: [
        'Nils Oden|kommundirektör',
        'Pia Quist|hälso- och sjukvårdschef',
        'Rut Ström|ekonomichef',
        'Tea Uhl|sekreterare',
      ],
    });
  });

  it('reads lists under labels of their own, several names in a row', () => {
    expect(
      read(`Närvarande ledamöter:
Anna Berg (S), ordförande, Bo Ek (M), Cecilia Dal (C), Eva
Gran (MP), Hans Ivarsson (-)
Tjänstgörande ersättare:
Johan Kvist (KD) för Lena Malm (KD)
Ersättare
Nils Oden (S), Pia Quist (V)
Övriga
närvarande: Rut Ström, kommunsekreterare`),
    ).toEqual({
      ledamoter: ['Anna Berg|S|ordförande', 'Bo Ek|M', 'Cecilia Dal|C', 'Eva Gran|MP', 'Hans Ivarsson|-'],
      ersattare: ['Johan Kvist|KD|tjänstgörande ersättare', 'Nils Oden|S', 'Pia Quist|V'],
      ovriga: ['Rut Ström|kommunsekreterare'],
    });
  });

  it('reads an upprop with members left and substitutes right', () => {
    expect(
      read(`§ 1. Sammanträdet öppnas
Ordförande öppnar mötet.
§ 2. Upprop
Vid upprop var följande ledamöter närvarande
För Region Norrmark
Anna Berg (C) Bo Ek (L) tj ers
Cecilia Dal (S) Eva Gran (S) ers
För Region Söderslätt
 Hans Ivarsson (S) tj ers
Johan Kvist (VfP)  Lena Malm (C) ers från §5
§ 3. Val av justerare
Att jämte ordföranden justera dagens protokoll utses Cecilia Dal.`),
    ).toEqual({
      ledamoter: ['Anna Berg|C', 'Cecilia Dal|S', 'Johan Kvist|VfP'],
      ersattare: [
        'Bo Ek|L|tjänstgörande ersättare',
        'Eva Gran|S',
        'Hans Ivarsson|S|tjänstgörande ersättare',
        'Lena Malm|C',
      ],
      ovriga: [],
    });
  });

  it('reads columns under labels in one row, and a column for the party', () => {
    expect(
      read(`Ledamöter                    Ersättare
Anna Berg      S             Bo Ek      M
Cecilia Dal    C
                             Eva Gran   MP
Plats: Lärkan`),
    ).toEqual({
      ledamoter: ['Anna Berg|S', 'Cecilia Dal|C'],
      ersattare: ['Bo Ek|M', 'Eva Gran|MP'],
      ovriga: [],
    });
  });

  it('reads an attendance table with the party first and crosses', () => {
    expect(
      read(`Närvarolista
Parti  Namn            Närvarande
S      Anna Berg       X
M      Bo Ek           X
Ersättare
(C)    Cecilia Dal     X`),
    ).toEqual({ ledamoter: ['Anna Berg|S', 'Bo Ek|M'], ersattare: ['Cecilia Dal|C'], ovriga: [] });
  });

  it('reads names that run over the ends of lines', () => {
    expect(
      read(`Närvarande   Anna Berg (S), ordförande, Bo Ek (M), Cecilia
             Dal (C), Eva Maria Gran
             (MP), Hans Ivarsson (V), 2:e
             vice ordförande
Övriga       Nils Oden, hälso- och
             sjukvårdsdirektör, Pia
             Quist, ekonomichef`),
    ).toEqual({
      ledamoter: [
        'Anna Berg|S|ordförande',
        'Bo Ek|M',
        'Cecilia Dal|C',
        'Eva Maria Gran|MP',
        'Hans Ivarsson|V|2:e vice ordförande',
      ],
      ersattare: [],
      ovriga: ['Nils Oden|hälso- och sjukvårdsdirektör', 'Pia Quist|ekonomichef'],
    });
  });

  it('reads roles as labels', () => {
    expect(
      read(`Ordförande: Anna Berg (S)
Vice ordförande: Bo Ek (M)
Ledamöter: Cecilia Dal (C), Eva Gran (MP)
Sekreterare: Hans Ivarsson`),
    ).toEqual({
      ledamoter: ['Anna Berg|S|ordförande', 'Bo Ek|M|vice ordförande', 'Cecilia Dal|C', 'Eva Gran|MP'],
      ersattare: [],
      ovriga: ['Hans Ivarsson|sekreterare'],
    });
  });

  it('names nobody when the list is elsewhere, and is not fooled by running text', () => {
    expect(
      read('Beslutande   Enligt särskild närvarolista, sida 2\nPlats och tid  Lärkan Ekstads kommunhus'),
    ).toBeNull();
    expect(
      read('§ 4 Information\nLedamöter har fått information om Nya Skolan.\nErsättare\nAnna Berg (S)'),
    ).toBeNull();
    expect(read('§ 4 Cykelställ\nTjänstgörande ersättaren Anna Berg (S) yrkar bifall.')).toBeNull();
  });
});
