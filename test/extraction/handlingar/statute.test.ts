import { describe, expect, it } from 'vitest';
import { handlingarOf } from './read-text.ts';

const kinds = (text: string) => handlingarOf(text).map((h) => [h.kind, h.arenden.length]);

describe('rules with §§ of their own are no minutes', () => {
  it.each<[string, string]>([
    [
      'the stadgar of an association',
      `Stadgar för Föreningen Vikby Byalag

Antagna vid årsmöte den 12 mars 2031

§ 1 Ändamål
Föreningen har till ändamål att främja byn.

§ 2 Medlemskap
Medlem antas av styrelsen. Styrelsen beslutar om avgift.

§ 3 Årsmöte
Kallelse till årsmöte utsänds två veckor före mötet.`,
    ],
    [
      'an arbetsordning whose §§ are headed like the sections of minutes',
      `Arbetsordning för kommunfullmäktige i Strömviks kommun
Antagen av kommunfullmäktige 2031-02-03 § 14

Antalet ledamöter
1 § Fullmäktige har 41 ledamöter.

Ordförande
2 § Fullmäktige väljer ordförande.

Yrkanden
3 § Ordföranden går igenom de yrkanden som har ställts.

Beslut
4 § En ledamot får reservera sig mot beslutet.`,
    ],
    [
      'a taxa',
      `TAXA FÖR PLAN OCH BYGG
Strömviks kommun, antagen av kommunfullmäktige 2031-02-03

§ 1 Inledande bestämmelser
Denna taxa gäller för byggnadsnämndens verksamhet.
§ 2 Avgift
Byggnadsnämnden beslutar om avgift.
§ 3 Timavgift
Timavgiften är 1 200 kronor.`,
    ],
    [
      'an ordinance, with a heading Beslut',
      `Förordning om kommunala nämnder

§ 1 Nämnden
Kommunfullmäktige beslutar vilka nämnder som ska finnas.

§ 2 Omröstning
Beslut
Nämnden beslutar genom acklamation.

§ 3 Yrkanden
En ledamot får yrka bifall eller avslag.`,
    ],
    [
      'an agreement',
      `Avtal om samverkan
mellan Strömviks kommun och Region Vik

§ 1 Parter
Kommunen och regionen.
§ 2 Ändamål
Samverkan om vård.
§ 3 Beslut
Styrgruppen beslutar om ändringar.`,
    ],
    [
      'a reglemente named by that word alone',
      `Socialnämnden
Reglemente
Fastställt av kommunfullmäktige den 3 februari 2031

1 §
Nämnden beslutar om bistånd.
2 §
Nämnden beslutar om avgifter.
3 §
Nämnden sammanträder varje månad.`,
    ],
    [
      'a reglemente that lost its line breaks',
      'Strömviks kommun Författningssamling Reglemente för socialnämnden Antaget av kommunfullmäktige 2031-02-03, § 12. § 1 Uppgifter Socialnämnden fullgör kommunens uppgifter inom socialtjänsten. Nämnden beslutar om föreskrifter. § 2 Delegering Nämnden beslutar i följande grupper av ärenden: 1. avge yttranden till myndigheter 2. anta taxor av mindre vikt § 3 Organisation Nämnden ansvarar för att verksamheten bedrivs enligt lag. § 4 Sammanträden Nämnden sammanträder på dag och tid som nämnden bestämmer.',
    ],
  ])('%s', (_, text) => {
    expect(kinds(text)).toEqual([['annat', 0]]);
  });

  it('but the first §§ of a year are, be the first a taxa', () => {
    const text = `Strömviks kommun
Socialnämnden
Sammanträdesprotokoll
Sammanträdesdatum 2031-01-12

Taxa för hemtjänst

§ 1 Taxa för hemtjänst
Beslut
Socialnämnden beslutar att anta taxan.

§ 2 Budget
Beslut
Socialnämnden beslutar att fastställa budgeten.

§ 3 Remiss
Beslut
Socialnämnden beslutar att avge yttrandet.`;
    expect(kinds(text)).toEqual([['protokoll', 3]]);
  });

  it('and a § of a law at the head of a line is no § of the minutes', () => {
    const text = `Strömviks kommun
Socialnämnden
Sammanträdesprotokoll
Sammanträdesdatum 2031-01-12

12 § Delegation
Beslut
Socialnämnden beslutar att anta ordningen.
Avvisa för sent inkommet överklagande
45 § FL Handläggare

13 § Budget
Beslut
Socialnämnden beslutar att fastställa budgeten.`;
    expect(handlingarOf(text).flatMap((h) => h.arenden.map((a) => a.paragraf))).toEqual(['12', '13']);
  });
});
