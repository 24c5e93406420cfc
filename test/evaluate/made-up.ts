/** A gold annotation about a made-up municipality, and readings of it that went wrong in known ways. */
import type { LooseDocument } from '../../evaluate/document.ts';

export const gold: LooseDocument = {
  handlingar: [
    {
      kind: 'tjansteskrivelse',
      datum: '2031-02-03',
      diarienummer: '2031/00017',
      rubrik: 'Ny bassängtaxa för Fiskvikens badhus',
      arenden: [
        {
          rubrik: 'Ny bassängtaxa för Fiskvikens badhus',
          diarienummer: '2031/00017',
          forslag: [
            {
              text: 'Att anta ny taxa för badhuset från den 1 juli 2031, samt',
              kedja: ['Fritidsnämnden', 'Kommunstyrelsen'],
            },
            {
              text: 'Att nuvarande taxa upphör att gälla samma dag.',
              kedja: ['Fritidsnämnden', 'Kommunstyrelsen'],
            },
          ],
          underlag: ['Tjänsteskrivelse daterad 2031-02-03', 'Jämförelse med andra badhus'],
          next: 'Fritidsnämnden',
        },
      ],
    },
    {
      kind: 'protokoll',
      organ: 'Fritidsnämnden',
      datum: '2031-03-10',
      arenden: [
        {
          paragraf: '14/31',
          rubrik: 'Ny bassängtaxa för Fiskvikens badhus',
          diarienummer: '2031/00017',
          beslut: [
            {
              text: 'Att anta ny taxa för badhuset från den 1 juli 2031.',
              kedja: ['Fritidsnämnden', 'Kommunstyrelsen'],
            },
            {
              text: 'Att inte höja avgiften för barn under 7 år.',
              kedja: ['Fritidsnämnden', 'Kommunstyrelsen'],
            },
          ],
          yrkanden: [
            {
              av: ['Alva Strandmark (S)', 'Nils Ekvret (V)'],
              typ: 'avslag',
              text: 'Alva Strandmark (S) och Nils Ekvret (V) yrkar avslag på förslaget.',
            },
            { av: ['Moderaterna'], typ: 'bifall', text: 'Moderaterna yrkar bifall till förslaget.' },
          ],
          reservationer: [
            { av: ['Alva Strandmark (S)'], text: 'Alva Strandmark (S) reserverar sig mot beslutet.' },
          ],
          votering: [{ ja: 6, nej: 5 }],
          expediering: ['Kommunstyrelsen', 'Badhus-\nenheten', 'Akten'],
          utfall: 'bifall',
          next: 'Kommunstyrelsen',
        },
        {
          paragraf: '15/31',
          rubrik: 'Bidrag till Fiskvikens roddklubb',
          diarienummer: '2031/00021',
          beslut: [{ text: 'Ärendet bordläggs.', kedja: ['Fritidsnämnden'] }],
          anteckningar: [
            { typ: 'jav', av: ['Ordförande'], text: 'Ordföranden deltar inte på grund av jäv.' },
          ],
          utfall: 'bordlagt',
          next: 'Fritidsnämnden',
        },
      ],
    },
    {
      kind: 'kallelse',
      organ: 'Kommunstyrelsen',
      datum: '2031-04-01',
      arenden: [
        { punkt: '1', rubrik: 'Upprop' } as object,
        {
          rubrik: 'Ny bassängtaxa för Fiskvikens badhus',
          diarienummer: '2031/00017',
          forslag: [{ text: 'Anta taxan.', kedja: ['Kommunstyrelsen'] }],
          next: 'Kommunstyrelsen',
        },
      ],
    },
  ],
};

/** The same, as a record with its own shapes, and read wrongly in ten places. */
export function misread(): LooseDocument {
  const found = structuredClone(gold);
  const [skrivelse, protokoll, kallelse] = found.handlingar ?? [];
  const [paragraf14, paragraf15] = protokoll?.arenden ?? [];
  if (!skrivelse || !paragraf14 || !paragraf15 || !kallelse) throw new Error('the gold has changed');
  const proposal = skrivelse.arenden?.[0];
  if (!proposal?.forslag || !paragraf14.beslut || !paragraf14.yrkanden)
    throw new Error('the gold has changed');
  skrivelse.datum = '2031-02-30';
  proposal.forslag[0] = {
    text: 'att anta ny taxa för bad-\nhuset från den 1 juli 2031 samt',
    kedja: ['fritidsnämndens'],
  };
  proposal.underlag = [
    { text: 'Tjänsteskrivelse daterad 2031-02-08' },
    { text: 'Jämförelse med andra badhus' },
  ];
  paragraf14.paragraf = '14';
  paragraf14.beslut[1] = { text: 'Att höja avgiften för barn under 7 år.', kedja: ['Fritidsnämnden'] };
  paragraf14.yrkanden[0] = {
    av: [{ namn: 'Alva Strandmark', parti: 'S', roll: null }],
    typ: 'avslag',
    text: 'Alva Strandmark (S) och Nils Ekvret (V) yrkar avslag.',
  };
  paragraf14.yrkanden[1] = {
    av: [{ namn: null, parti: 'M', roll: null }],
    typ: 'bifall',
    text: 'Moderaterna yrkar bifall till förslaget.',
  };
  paragraf14.voteringar = paragraf14.votering ?? [];
  paragraf14.votering = null;
  paragraf14.expediering = [
    { mottagare: 'kommunstyrelsen' },
    { mottagare: 'Badhusenheten' },
    { mottagare: 'Arkivet' },
  ];
  paragraf14.next = { organ: 'Kommunstyrelsens' };
  paragraf15.utfall = 'aterremiss';
  paragraf15.next = null;
  paragraf15.anteckningar = [
    { typ: 'jav', av: [{ namn: null, parti: null, roll: 'Ordförande' }], text: 'Ordföranden deltar inte' },
  ];
  found.handlingar = [skrivelse, { ...protokoll, arenden: [paragraf14, paragraf15] }, kallelse];
  kallelse.organ = null;
  return found;
}

/** Repeats a document, with other numbers, until every type has the ten items that make it count alone. */
export function tenfold(document: LooseDocument): LooseDocument {
  const copies = Array.from({ length: 10 }, (_, i) => {
    const text = JSON.stringify(document)
      .replaceAll('2031/', `${2031 + i}/`)
      .replaceAll('/31"', `${i}/31"`);
    return (JSON.parse(text) as LooseDocument).handlingar ?? [];
  });
  return { handlingar: copies.flat() };
}
