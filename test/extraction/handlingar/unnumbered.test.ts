/** Made-up minutes from a web page that dropped every § and most titles. */
import { describe, expect, it } from 'vitest';
import { dedent, recordOf, texts } from './read-text.ts';

const FRONT = dedent(`
  Direktionens protokoll 6 februari 2031

  Protokoll från direktionens sammanträde den 6 februari 2031.

  Granviks Miljöförbund, Storgatan 5, kl 08.30 - 11.45

  Beslutande:

  Karin Alm (M)

  Bo Sjödin (S)

  Utses att justera:

  Karin Alm (M)

  Justeringens plats:

  Fredag den 9 februari 2031
`);

const read = (rest: string) => recordOf(`${FRONT}\n\n${dedent(rest)}`).handlingar[0];

describe('minutes without any number', () => {
  it('have a matter wherever the section that matters open with comes again', () => {
    const handling = read(`
      Direktionens beslut

      Karin Alm (M) utses att justera dagens protokoll.

      Direktionens beslut

      Dagordningen godkänns.

      Sammanträdesdagar 2031

      Direktionens beslut

      Direktionen antar nya datum för sammanträden.

      Ärendebeskrivning

      Det finns ett nytt förslag till datum.
    `);
    expect([handling?.kind, handling?.organ, handling?.datum]).toEqual([
      'protokoll',
      'Direktionen',
      '2031-02-06',
    ]);
    expect(handling?.arenden.map((a) => [a.paragraf, a.rubrik, ...texts(a.beslut)])).toEqual([
      [null, null, 'Karin Alm (M) utses att justera dagens protokoll.'],
      [null, null, 'Dagordningen godkänns.'],
      [null, 'Sammanträdesdagar 2031', 'Direktionen antar nya datum för sammanträden.'],
    ]);
  });

  it('that decide nothing are no minutes', () => {
    expect(read('Bakgrund\n\nDet var en gång.\n\nBakgrund\n\nDet var en gång till.')?.kind).toBe('annat');
  });
});
