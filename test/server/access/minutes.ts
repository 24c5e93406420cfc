/** Minutes of a municipality that does not exist, in which somebody is named who must not be. */
import { makePdf } from '../../extraction/pages/make-pdf.ts';

/** Minutes with an open § and one under secrecy, in which texts stand wherever one can stand. */
export const minutes = (
  open: string,
  secret: string,
): string => `FISKVIKS KOMMUN        SAMMANTRÄDESPROTOKOLL        Sida 1(1)
Socialnämnden        Sammanträdesdatum 2031-09-15

Plats och tid       Kommunhuset, Fiskvik, kl. 08.30–11.10
Beslutande          Lennart Sahl (M), ordförande
                    Gunvor Hjälm (S)
Utses att justera   Gunvor Hjälm (S)
Paragrafer          41–43

Sn § 41   Dnr SN 2031/218
Skadestånd ${open}

Sammanfattning
Sökanden ${open} vill ha ersättning för en lekplats.

Yrkanden
Gunvor Hjälm (S) yrkar bifall för ${open}.

Beslut
Socialnämnden beslutar att:
1) bevilja ${open} skadestånd för lekplatsen,
2) avsluta ärendet.

Beslutet skickas till
- Sökanden ${open}
- Kommunstyrelsen

Sn § 42   Dnr SN 2031/187
Bistånd till ${secret}

Sekretess enligt 26 kap. 1 § offentlighets- och sekretesslagen

Sammanfattning
${secret} ansöker om bistånd.

Yrkanden
Gunvor Hjälm (S) yrkar avslag för ${secret}.

Beslut
Socialnämnden beslutar att:
1) bevilja ${secret} bistånd till hyra.

Beslutet skickas till
- ${secret}

Sn § 43   Dnr SN 2031/240
Taxa för tillsyn

Beslut
Socialnämnden beslutar att:
1) anta taxan för tillsyn av lekplatser.
`;

/** The same as one page, a line every twelve points from the top. */
export function minutesPdf(open: string, secret: string): Uint8Array {
  const lines = minutes(open, secret).split('\n');
  return makePdf({
    pages: [{ text: lines.map((line, i) => ({ text: line, x: 50, y: 800 - i * 12, size: 9 })) }],
  });
}
