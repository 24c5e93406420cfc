import { expect, it } from 'vitest';
import { extract } from '../../../extraction/index.ts';

const minutes = (beslutsgang: string, resultat: string) => `Ekstads kommun
Sammanträdesprotokoll
Kommunfullmäktige
2030-02-28

§ 15 Dnr KS 2030/6
Nytt kulturhus

Kommunfullmäktiges beslut
Ärendet återremitteras till kommunstyrelsen.

Beslutsgång
Ordföranden ställer proposition på att ärendet avgörs i dag mot att det återremitteras. Omröstning begärs.
${beslutsgang}

Omröstningsresultat
${resultat}

§ 16 Dnr KS 2030/7
Ny simhall

Kommunfullmäktiges beslut
Kommunfullmäktige antar planen.
`;

const votes = async (beslutsgang: string, resultat: string) => {
  const record = await extract(new TextEncoder().encode(minutes(beslutsgang, resultat)), 'protokoll.txt');
  const [arende] = record.handlingar.flatMap((h) => h.arenden);
  return arende?.voteringar.map(({ ja, nej, proposition }) => [ja, nej, proposition?.ja, proposition?.nej]);
};

it('what a vote means stands under Beslutsgång, its counts under a heading of their own', async () => {
  const means = 'Ja-röst för att ärendet avgörs i dag.\nNej-röst för att ärendet återremitteras.';
  expect(await votes(means, 'Med 25 ja-röster mot 16 nej-röster återremitteras ärendet.')).toEqual([
    [25, 16, 'att ärendet avgörs i dag', 'att ärendet återremitteras'],
  ]);
});

it('a vote that is counted under Beslutsgång keeps its meaning to itself', async () => {
  const first = 'Ja-röst för att ärendet avgörs i dag.\nNej-röst för att ärendet återremitteras.';
  const counted = `${first}\nMed 30 ja-röster mot 11 nej-röster ska ärendet avgöras i dag.`;
  expect(await votes(counted, 'Ja-röster: 22\nNej-röster: 19')).toEqual([
    [30, 11, 'att ärendet avgörs i dag', 'att ärendet återremitteras'],
    [22, 19, undefined, undefined],
  ]);
});
