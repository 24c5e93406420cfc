/** Lövstrands stad: a stadsdelsnämnd, decisions in full sentences, numbers without a dot; scans. */
import { anteckning, expediering, reservation, text, underlag, yrkande, yrkanden } from '../blocks.ts';
import { type Block, person, personer, type Sample } from '../content.ts';

const SDN = 'Norra Hamnens stadsdelsnämnd';

const beslut = (lista: 'nr' | 'ingen', ...satser: string[]): Block => ({
  typ: 'attsatser',
  som: 'beslut',
  rubrik: 'Beslut',
  ledtext: 'Stadsdelsnämnden beslutar följande.',
  kedja: ['Stadsdelsnämnden'],
  lista,
  satser,
});

export const lovstrand: Sample = {
  namn: 'lovstrand-stadsdelsnamnden',
  mall: 'lovstrand',
  handlingar: [
    {
      kind: 'protokoll',
      huvudman: 'Lövstrands stad',
      organ: SDN,
      datum: '2019-11-21',
      narvaro: {
        ledamoter: [
          person('Viveka Asplind (MP)', 'ordföranden'),
          person('Johan Kallberga (M)', 'vice ordföranden'),
          ...personer('Leila Shirwan (S)', 'Gustav Örtengren (L)', 'Britta Hamnfors (V)'),
        ],
        ersattare: personer('Ossian Wretling (C)'),
        ovriga: [person('Anita Rosendal', 'stadsdelsdirektör'), person('Per Lagergård', 'nämndsekreterare')],
      },
      justerare: personer('Viveka Asplind (MP)', 'Johan Kallberga (M)'),
      tryck: { plats: 'Kajhuset, Norra Hamngatan 4, kl. 18.00–19.15' },
      arenden: [
        {
          paragraf: '7',
          rubrik: 'Tertialrapport 2 för 2019',
          diarienummer: '1.2.1-345-2019',
          utfall: 'bifall',
          block: [
            beslut(
              'nr',
              'Stadsdelsnämnden godkänner tertialrapport 2 och överlämnar den till kommunstyrelsen.',
              'Stadsdelsnämnden begär en budgetjustering på 1,2 miljoner kronor för ökade lokalkostnader.',
            ),
            underlag('Handlingar i ärendet', 'ingen', 'Förvaltningens tjänsteutlåtande den 31 oktober 2019.'),
            expediering('Beslutet skickas till', 'ingen', 'Kommunstyrelsen'),
          ],
        },
        {
          paragraf: '8',
          rubrik: 'Upprustning av lekplatsen i Sjöparken',
          diarienummer: '1.5.3-219-2019',
          utfall: 'bifall',
          block: [
            beslut(
              'nr',
              'Stadsdelsnämnden godkänner förslaget till upprustning av lekplatsen i Sjöparken.',
              'Förvaltningen får i uppdrag att redovisa kostnaden för belysning senast i mars 2020.',
              'Paragrafen justeras omedelbart.',
            ),
            underlag(
              'Handlingar i ärendet',
              'ingen',
              'Förvaltningens tjänsteutlåtande den 4 november 2019.',
              'Synpunkter från föräldraföreningen den 12 november 2019.',
            ),
            yrkanden(
              'Förslag till beslut',
              yrkande('Ordföranden Viveka Asplind (MP) yrkar bifall till förvaltningens förslag.', [
                'bifall',
                ['Viveka Asplind (MP)'],
                'bifall',
              ]),
              yrkande('Gustav Örtengren (L) yrkar att ärendet återremitteras till förvaltningen.', [
                'aterremiss',
                ['Gustav Örtengren (L)'],
                'avslag',
              ]),
            ),
            text(
              'Beslutsgång',
              'Ordföranden ställer först proposition på återremiss mot att ärendet avgörs i dag och finner att ärendet ska avgöras i dag. Ordföranden finner därefter att nämnden beslutar enligt förvaltningens förslag.',
            ),
            reservation(
              'Reservation',
              'Gustav Örtengren (L) reserverar sig mot beslutet med hänvisning till sitt yrkande om återremiss.',
              ['Gustav Örtengren (L)'],
            ),
            anteckning(
              'Särskilt yttrande',
              'sarskilt_yttrande',
              'Johan Kallberga (M) anmäler ett särskilt yttrande: Lekplatsen borde ha rustats upp redan 2017, när pengarna fanns.',
              'Johan Kallberga (M)',
            ),
            expediering(
              'Beslutet skickas till',
              'ingen',
              'Trafiknämnden',
              'Föräldraföreningen i Norra Hamnen',
            ),
          ],
          omedelbartJusterad: true,
        },
      ],
    },
  ],
};

export const tjansteutlatande: Sample = {
  namn: 'lovstrand-tjansteutlatande',
  mall: 'lovstrand',
  handlingar: [
    {
      kind: 'tjansteskrivelse',
      huvudman: 'Lövstrands stad',
      avsandare: 'Norra Hamnens stadsdelsförvaltning',
      undertecknare: [
        { namn: 'Anita Rosendal', parti: null, roll: 'Stadsdelsdirektör' },
        { namn: 'Ulf Kvistgård', parti: null, roll: 'Avdelningschef' },
      ],
      till: [SDN],
      datum: '2019-11-04',
      diarienummer: '1.5.3-219-2019',
      rubrik: 'Upprustning av lekplatsen i Sjöparken',
      tryck: { handlaggare: 'Ulf Kvistgård' },
      arenden: [
        {
          rubrik: 'Upprustning av lekplatsen i Sjöparken',
          diarienummer: '1.5.3-219-2019',
          next: SDN,
          block: [
            {
              typ: 'attsatser',
              som: 'forslag',
              rubrik: 'Förvaltningens förslag till beslut',
              kedja: [SDN],
              lista: 'nr',
              satser: [
                'Stadsdelsnämnden godkänner förslaget till upprustning av lekplatsen i Sjöparken.',
                'Förvaltningen får i uppdrag att redovisa kostnaden för belysning senast i mars 2020.',
                'Beslutet justeras omedelbart.',
              ],
            },
            text(
              'Sammanfattning',
              'Lekplatsen i Sjöparken anlades 1994 och uppfyller inte dagens krav på tillgänglighet. Förvaltningen föreslår att ytan får nytt underlag, att gungorna byts ut och att en ramp byggs från gångvägen. Kostnaden beräknas till 2,7 miljoner kronor.',
            ),
            text(
              'Bakgrund',
              'Vid den senaste besiktningen fick lekplatsen elva anmärkningar. Fyra av dem är åtgärdade. Föräldraföreningen har begärt att lekplatsen rustas upp innan förskolan Masten öppnar i augusti 2020.',
            ),
          ],
        },
      ],
    },
  ],
};
