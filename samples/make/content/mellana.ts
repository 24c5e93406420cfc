/** Räddningstjänstförbundet Mellanå: the direktion of a kommunalförbund; a crooked scan. */
import { anteckning, expediering, text, underlag, yrkande, yrkanden } from '../blocks.ts';
import { type Block, person, personer, type Sample } from '../content.ts';

const DIREKTIONEN = 'Direktionen';

const beslut = (...satser: string[]): Block => ({
  typ: 'attsatser',
  som: 'beslut',
  rubrik: 'Beslut',
  ledtext: 'Direktionen beslutar',
  kedja: [DIREKTIONEN],
  lista: 'streck',
  satser,
});

export const mellana: Sample = {
  namn: 'mellana-direktionen',
  mall: 'mellana',
  handlingar: [
    {
      kind: 'protokoll',
      huvudman: 'Räddningstjänstförbundet Mellanå',
      organ: DIREKTIONEN,
      datum: '2018-06-14',
      narvaro: {
        ledamoter: [
          person('Elisabet Forsudd (C)', 'ordförande'),
          ...personer('Tage Nybrink (S)', 'Charlotta Wennerås (M)', 'Ali Karimzadeh (S)'),
        ],
        ersattare: [],
        ovriga: [person('Håkan Brandelius', 'förbundsdirektör')],
      },
      justerare: personer('Tage Nybrink (S)'),
      tryck: { plats: 'Brandstationen i Mellanå, kl. 13.30–15.05' },
      arenden: [
        {
          paragraf: '23/18',
          rubrik: 'Delårsrapport per april 2018',
          diarienummer: '104-2018',
          utfall: 'bifall',
          block: [
            text(
              'Bakgrund',
              'Förbundet redovisar ett resultat på 0,6 miljoner kronor efter årets fyra första månader. Prognosen för helåret är ett resultat i nivå med budget.',
            ),
            underlag('Underlag', 'streck', 'Delårsrapport per april 2018', 'Revisorernas granskningsrapport'),
            beslut(
              'godkänna delårsrapporten',
              'överlämna delårsrapporten till medlemskommunerna för kännedom',
            ),
            expediering('Delges', 'ingen', 'Medlemskommunerna', 'Revisorerna'),
          ],
        },
        {
          paragraf: '24/18',
          rubrik: 'Taxa för tillsyn och tillstånd 2019',
          diarienummer: '98-2018',
          utfall: 'bifall',
          block: [
            text(
              'Bakgrund',
              'Timavgiften för tillsyn är 980 kronor. Förbundsdirektören föreslår att den höjs till 1 040 kronor från och med den 1 januari 2019. Taxan fastställs enligt förbundsordningen av direktionen.',
            ),
            yrkanden(
              'Yrkanden',
              yrkande('Charlotta Wennerås (M) yrkar avslag på förslaget.', [
                'avslag',
                ['Charlotta Wennerås (M)'],
                'avslag',
              ]),
              yrkande('Tage Nybrink (S) och Ali Karimzadeh (S) yrkar bifall till förslaget.', [
                'bifall',
                ['Tage Nybrink (S)', 'Ali Karimzadeh (S)'],
                'bifall',
              ]),
            ),
            text(
              'Beslutsgång',
              'Ordföranden ställer proposition på bifall och avslag och finner att direktionen bifaller förslaget.',
            ),
            beslut(
              'fastställa timavgiften för tillsyn och tillstånd till 1 040 kronor från och med den 1 januari 2019',
            ),
            {
              typ: 'reservationer',
              inlagg: [
                {
                  text: 'Charlotta Wennerås (M) reserverar sig mot beslutet.',
                  av: ['Charlotta Wennerås (M)'],
                },
              ],
            },
            expediering('Delges', 'ingen', 'Medlemskommunerna'),
          ],
        },
        {
          paragraf: '25/18',
          rubrik: 'Utbyte av tankbil vid station Norra',
          diarienummer: '87-2018',
          utfall: 'bordlagt',
          next: DIREKTIONEN,
          block: [
            text(
              'Bakgrund',
              'Tankbilen vid station Norra är från 1997. Ett utbyte beräknas kosta 3,9 miljoner kronor.',
            ),
            beslut('bordlägga ärendet till sammanträdet den 20 september 2018'),
            anteckning(
              'Protokollsanteckning',
              'protokollsanteckning',
              'Ali Karimzadeh (S) lämnar följande anteckning: Bilen bör bytas ut senast 2019.',
              'Ali Karimzadeh (S)',
            ),
          ],
        },
      ],
    },
  ],
};
