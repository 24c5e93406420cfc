/** Fjällsunda kommun: an older protokoll, typed in a narrow column with the § in the margin; a scan. */
import { anteckning, expediering, text, underlag, yrkande, yrkanden } from '../blocks.ts';
import { type Block, person, personer, type Sample } from '../content.ts';

const SN = 'Socialnämnden';
const beslut = (...satser: string[]): Block => ({
  typ: 'attsatser',
  som: 'beslut',
  ledtext: 'Socialnämnden beslutar',
  kedja: [SN],
  lista: 'ingen',
  satser,
});

export const fjallsunda: Sample = {
  namn: 'fjallsunda-socialnamnden',
  mall: 'fjallsunda',
  handlingar: [
    {
      kind: 'protokoll',
      huvudman: 'Fjällsunda kommun',
      organ: SN,
      datum: '2011-03-23',
      narvaro: {
        ledamoter: [
          person('Sture Granlöf (s)', 'ordförande'),
          ...personer(
            'Inga-Lill Myrmark (s)',
            'Nils-Erik Hedman (v)',
            'Åsa Bergvattne (c)',
            'Rolf Sikström (m)',
          ),
        ],
        ersattare: personer('Gun Storforsen (s)'),
        ovriga: [person('Margareta Lidvall', 'socialchef'), person('Bertil Ånäset', 'sekreterare')],
      },
      justerare: personer('Åsa Bergvattne (c)'),
      tryck: {
        plats: 'Kommunkontoret, Fjällsunda, kl. 09.00–11.40',
        paragrafer: '31–34',
      },
      arenden: [
        {
          paragraf: '31',
          rubrik: 'Bokslut 2010 för socialnämnden',
          diarienummer: '2011/18',
          utfall: 'bifall',
          next: 'kommunstyrelsen',
          block: [
            text(
              null,
              'Socialchefen redovisar bokslutet för 2010. Nämnden lämnar ett överskott på 412 000 kronor. Det beror på att två tjänster inom hemtjänsten inte har varit tillsatta under hösten.',
            ),
            {
              typ: 'attsatser',
              som: 'beslut',
              ledtext: 'Socialnämnden beslutar föreslå kommunstyrelsen',
              kedja: [SN, 'kommunstyrelsen'],
              lista: 'ingen',
              satser: [
                'att godkänna bokslutet för 2010,',
                'att 200 000 kronor av överskottet får föras över till 2011 för inköp av inventarier till Björkgården.',
              ],
            },
            expediering('Utdrag till', 'ingen', 'Kommunstyrelsen', 'Ekonomikontoret'),
          ],
        },
        {
          paragraf: '32',
          rubrik: 'Avgift för trygghetslarm',
          diarienummer: '2011/44',
          utfall: 'bifall',
          next: 'kommunstyrelsen',
          block: [
            text(
              null,
              'Avgiften för trygghetslarm är 150 kronor i månaden och har varit oförändrad sedan 2004. Socialkontoret föreslår att avgiften höjs till 185 kronor från och med den 1 juli 2011.',
            ),
            underlag('Underlag', 'ingen', 'Socialkontorets skrivelse 2011-03-02'),
            yrkanden(
              'Yrkanden',
              yrkande('Rolf Sikström (m) yrkar bifall till socialkontorets förslag.', [
                'bifall',
                ['Rolf Sikström (m)'],
                'bifall',
              ]),
              yrkande('Nils-Erik Hedman (v) yrkar avslag på socialkontorets förslag.', [
                'avslag',
                ['Nils-Erik Hedman (v)'],
                'avslag',
              ]),
            ),
            text(
              'Beslutsgång',
              'Ordföranden ställer proposition på yrkandena och finner att nämnden bifaller socialkontorets förslag.',
            ),
            {
              typ: 'attsatser',
              som: 'beslut',
              ledtext: 'Socialnämnden föreslår kommunstyrelsen föreslå kommunfullmäktige besluta',
              kedja: [SN, 'kommunstyrelsen', 'kommunfullmäktige'],
              lista: 'ingen',
              satser: [
                'att avgiften för trygghetslarm höjs till 185 kronor i månaden från och med den 1 juli 2011.',
              ],
            },
            {
              typ: 'reservationer',
              rubrik: 'Reservation',
              inlagg: [
                {
                  text: 'Nils-Erik Hedman (v) reserverar sig mot beslutet.',
                  av: ['Nils-Erik Hedman (v)'],
                },
              ],
            },
            expediering('Utdrag till', 'ingen', 'Kommunstyrelsen'),
          ],
        },
        {
          paragraf: '33',
          rubrik: 'Bidrag till kvinnojouren',
          diarienummer: '2011/39',
          utfall: 'bifall',
          block: [
            anteckning(
              null,
              'jav',
              'Inga-Lill Myrmark (s) anmäler jäv och deltar inte i handläggningen av ärendet.',
              'Inga-Lill Myrmark (s)',
            ),
            text(
              null,
              'Kvinnojouren Lyktan ansöker om ett verksamhetsbidrag på 60 000 kronor för 2011. Socialkontoret föreslår att ansökan beviljas.',
            ),
            beslut('att bevilja Kvinnojouren Lyktan ett bidrag på 60 000 kronor för 2011.'),
            expediering('Utdrag till', 'ingen', 'Kvinnojouren Lyktan', 'Ekonomikontoret'),
          ],
        },
        {
          paragraf: '34',
          rubrik: 'Meddelanden',
          block: [
            text(
              null,
              'Länsstyrelsens beslut om tillsyn av Björkgården, 2011-02-28. Protokoll från pensionärsrådet, 2011-03-09.',
            ),
            beslut('att lägga meddelandena till handlingarna.'),
          ],
        },
      ],
    },
  ],
};
