/** Björkhults kommun: the protokoll of a miljö- och byggnadsnämnd as a text file, as other systems hand it over. */
import { anteckning, expediering, text, underlag, yrkande, yrkanden } from '../blocks.ts';
import { type Block, person, personer, type Sample } from '../content.ts';

const MBN = 'Miljö- och byggnadsnämnden';

const beslut = (...satser: string[]): Block => ({
  typ: 'attsatser',
  som: 'beslut',
  rubrik: 'Beslut',
  ledtext: 'Miljö- och byggnadsnämnden beslutar att:',
  kedja: [MBN],
  lista: 'nr)',
  satser,
});

export const bjorkhult: Sample = {
  namn: 'bjorkhult-miljo-och-byggnadsnamnden',
  mall: 'bjorkhult',
  handlingar: [
    {
      kind: 'protokoll',
      huvudman: 'Björkhults kommun',
      organ: MBN,
      datum: '2021-09-15',
      narvaro: {
        ledamoter: [
          person('Lennart Sahlquist (M)', 'ordförande'),
          ...personer(
            'Gunvor Hjälmered (S)',
            'Marcus Tångring (C)',
            'Ewa Stenfalk (L)',
            'Dragan Milovic (S)',
          ),
        ],
        ersattare: personer('Sixten Bolmgren (KD)'),
        ovriga: [person('Helena Ripa', 'miljöchef'), person('Oskar Lundvall', 'nämndsekreterare')],
      },
      justerare: personer('Gunvor Hjälmered (S)'),
      tryck: { plats: 'Kommunhuset, Björkhult, kl. 08.30–11.10', paragrafer: '41–45' },
      arenden: [
        {
          paragraf: '41',
          rubrik: 'Strandskyddsdispens för bryggor på Ekön 2:7',
          diarienummer: 'MBN 2021/218',
          utfall: 'bifall',
          block: [
            text(
              'Sammanfattning',
              'Sökanden vill ersätta två äldre bryggor med en gemensam brygga. Förvaltningen bedömer att det finns särskilda skäl eftersom anläggningen måste ligga vid vattnet.',
            ),
            underlag('Beslutsunderlag', 'streck', 'Tjänsteskrivelse 2021-09-01', 'Ansökan 2021-06-14'),
            beslut(
              'bevilja strandskyddsdispens för en brygga om högst 24 kvadratmeter,',
              'endast den yta som bryggan upptar får tas i anspråk.',
            ),
            expediering('Beslutet delges', 'streck', 'Sökanden', 'Länsstyrelsen'),
          ],
        },
        {
          paragraf: '42',
          rubrik: 'Bygglov för nybyggnad av lager på Smeden 4',
          diarienummer: 'MBN 2021/187',
          utfall: 'aterremiss',
          next: 'förvaltningen',
          block: [
            anteckning(
              'Jäv',
              'jav',
              'Marcus Tångring (C) anmäler jäv och lämnar lokalen under ärendet.',
              'Marcus Tångring (C)',
            ),
            text(
              'Sammanfattning',
              'Ansökan gäller en lagerbyggnad på 1 150 kvadratmeter. Byggnaden överskrider detaljplanens högsta höjd med 1,4 meter. Förvaltningen föreslår att bygglov beviljas som en liten avvikelse.',
            ),
            yrkanden(
              'Yrkanden',
              yrkande(
                'Dragan Milovic (S) yrkar att ärendet återremitteras för att grannarna ska höras på nytt.',
                ['aterremiss', ['Dragan Milovic (S)'], 'bifall'],
              ),
            ),
            text(
              'Beslutsgång',
              'Ordföranden frågar om ärendet ska avgöras i dag eller återremitteras och finner att nämnden beslutar återremittera ärendet.',
            ),
            beslut('återremittera ärendet till förvaltningen för att grannarna ska höras på nytt.'),
            expediering('Beslutet skickas till', 'streck', 'Sökanden för kännedom'),
          ],
        },
        {
          paragraf: '43',
          rubrik: 'Taxa för tillsyn enligt miljöbalken',
          diarienummer: 'MBN 2021/240',
          utfall: 'bifall',
          next: 'kommunstyrelsen',
          block: [
            text(
              'Sammanfattning',
              'Timavgiften föreslås höjas från 1 020 kronor till 1 090 kronor. Höjningen motsvarar ökade kostnader för personal och lokaler.',
            ),
            underlag('Beslutsunderlag', 'streck', 'Tjänsteskrivelse 2021-08-30'),
            yrkanden(
              'Yrkanden',
              yrkande(
                'Lennart Sahlquist (M) och Ewa Stenfalk (L) yrkar bifall till förvaltningens förslag.',
                ['bifall', ['Lennart Sahlquist (M)', 'Ewa Stenfalk (L)'], 'bifall'],
              ),
              yrkande('Gunvor Hjälmered (S) yrkar att timavgiften ska vara oförändrad under 2022.', [
                'andring',
                ['Gunvor Hjälmered (S)'],
                'avslag',
              ]),
            ),
            text(
              'Beslutsgång',
              'Ordföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt förvaltningens förslag. Omröstning begärs.',
            ),
            {
              typ: 'votering',
              rubrik: 'Omröstning',
              stycken: [
                'Ja-röst för förvaltningens förslag. Nej-röst för Gunvor Hjälmereds yrkande.',
                'Ja: Lennart Sahlquist (M), Marcus Tångring (C) och Ewa Stenfalk (L). Nej: Gunvor Hjälmered (S) och Dragan Milovic (S).',
                'Med 3 ja-röster mot 2 nej-röster har nämnden beslutat enligt förvaltningens förslag.',
              ],
              votering: {
                ja: 3,
                nej: 2,
                avstar: null,
                proposition: { ja: 'förvaltningens förslag', nej: 'Gunvor Hjälmereds yrkande' },
                utslag: 'ja',
                roster: [
                  { person: 'Lennart Sahlquist (M)', rost: 'ja' },
                  { person: 'Marcus Tångring (C)', rost: 'ja' },
                  { person: 'Ewa Stenfalk (L)', rost: 'ja' },
                  { person: 'Gunvor Hjälmered (S)', rost: 'nej' },
                  { person: 'Dragan Milovic (S)', rost: 'nej' },
                ],
              },
            },
            {
              typ: 'attsatser',
              som: 'beslut',
              rubrik: 'Beslut',
              ledtext:
                'Miljö- och byggnadsnämnden föreslår kommunstyrelsen föreslå kommunfullmäktige besluta att:',
              kedja: [MBN, 'kommunstyrelsen', 'kommunfullmäktige'],
              lista: 'nr)',
              satser: [
                'fastställa timavgiften för tillsyn enligt miljöbalken till 1 090 kronor,',
                'taxan ska gälla från och med den 1 januari 2022.',
              ],
            },
            {
              typ: 'reservationer',
              rubrik: 'Reservation',
              inlagg: [
                {
                  text: 'Gunvor Hjälmered (S) och Dragan Milovic (S) reserverar sig mot beslutet till förmån för Gunvor Hjälmereds yrkande.',
                  av: ['Gunvor Hjälmered (S)', 'Dragan Milovic (S)'],
                },
              ],
            },
            expediering('Beslutet skickas till', 'streck', 'Kommunstyrelsen'),
          ],
        },
        {
          paragraf: '44',
          rubrik: 'Sammanträdestider 2022',
          diarienummer: 'MBN 2021/251',
          utfall: 'bifall',
          block: [
            beslut('fastställa sammanträdestider för 2022 enligt förvaltningens förslag.'),
            expediering('Beslutet skickas till', 'streck', 'Samtliga ledamöter och ersättare'),
          ],
        },
        {
          paragraf: '45',
          rubrik: 'Miljöchefen informerar',
          block: [
            text(
              null,
              'Miljöchefen informerar om höstens kontroller av enskilda avlopp och om rekryteringen av en byggnadsinspektör.',
            ),
            beslut('lägga informationen till handlingarna.'),
          ],
        },
      ],
    },
  ],
};
