/** The same letter as three templates lay it out: in a frame, beside a column of headings, in boxes. */
import { expect, it } from 'vitest';
import { extract } from '../../extraction/index.ts';
import { level, li, list, makeDocx, p, table } from '../extraction/pages/make-docx.ts';

const numbering = `${list(0, level(0, 'decimal', '%1.'))}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const satser = [
  'godkänna förslaget till upprustning av lekplatsen i Sjöparken,',
  'uppdra till förvaltningen att redovisa kostnaden för belysning senast i mars 2025.',
];
const head = table([
  `${p('Granviks kommun')}${p('Kultur- och fritidsförvaltningen')}`,
  `${p('TJÄNSTESKRIVELSE')}${p('Datum')}${p('2024-03-05')}`,
  `${p('1 (2)')}${p('Diarienummer')}${p('KFN 2024/12')}`,
]);
const title = p('Upprustning av lekplatsen i Sjöparken', '<w:spacing w:before="240" w:after="120"/>');
const sections: [heading: string, content: string][] = [
  [
    'Förslag till beslut',
    p('Kultur- och fritidsnämnden beslutar') + satser.map((sats) => li(sats, 1)).join(''),
  ],
  [
    'Sammanfattning',
    p(
      'Lekplatsen i Sjöparken anlades 1994 och uppfyller inte dagens krav på tillgänglighet. Förvaltningen föreslår att ytan får nytt underlag och att gungorna byts ut. Kostnaden beräknas till 2,7 miljoner kronor.',
    ),
  ],
  ['Beslutsunderlag', p('Tjänsteskrivelse 2024-03-05')],
  ['Beslutet skickas till', p('Kulturskolan') + p('Ekonomiavdelningen')],
];

it.each([
  [
    'a frame around all of it',
    table([title + sections.map(([h, content]) => p(h, '<w:spacing w:before="200"/>') + content).join('')]),
  ],
  ['headings in a column of their own', title + table(...sections)],
  [
    'a box for each heading and each text',
    title + table(...sections.flatMap(([h, content]) => [[h], [content]])),
  ],
])('%s', async (_, body) => {
  const { handlingar } = await extract(makeDocx({ body: head + body, numbering }), 'x.docx');
  expect(handlingar).toMatchObject([
    {
      kind: 'tjansteskrivelse',
      huvudman: 'Granviks kommun',
      avsandare: 'Kultur- och fritidsförvaltningen',
      datum: '2024-03-05',
      diarienummer: 'KFN 2024/12',
      rubrik: 'Upprustning av lekplatsen i Sjöparken',
      arenden: [
        {
          forslag: satser.map((text, i) => ({ nr: i + 1, text, kedja: ['Kultur- och fritidsnämnden'] })),
          underlag: [{ text: 'Tjänsteskrivelse 2024-03-05' }],
          expediering: [{ mottagare: 'Kulturskolan' }, { mottagare: 'Ekonomiavdelningen' }],
        },
      ],
    },
  ]);
});
