import { describe, expect, it } from 'vitest';
import { leaveOneOutTable } from '../../evaluate/group-tables.ts';
import { leaveOneOut } from '../../evaluate/leave-one-out.ts';
import { assembleRecord } from '../../extraction/index.ts';
import { openDocument } from '../../extraction/pages/index.ts';
import { corpusPresent, realTexts, samples } from './readable.ts';

const protokoll = (kommun: string, heading: string, recipients: string) => `${kommun}
Fritidsnämnden
Sammanträdesprotokoll 2031-03-10

§ 14
Ny bassängtaxa för badhuset

Beslut
Fritidsnämnden beslutar att anta ny taxa för badhuset.

${heading}
${recipients}
`;
const goldOf = (kommun: string, recipients: string[]) => ({
  handlingar: [
    {
      kind: 'protokoll',
      huvudman: kommun,
      organ: 'Fritidsnämnden',
      datum: '2031-03-10',
      arenden: [
        {
          paragraf: '14',
          rubrik: 'Ny bassängtaxa för badhuset',
          beslut: [{ text: 'att anta ny taxa för badhuset.', kedja: ['Fritidsnämnden'] }],
          expediering: recipients,
        },
      ],
    },
  ],
});

describe('leaving out one huvudman’s words', () => {
  it('costs the one that alone has a heading what stands under it, and no one else', async () => {
    const files: [string, string][] = [
      ['Fiskviks kommun', 'Delges'],
      ['Ekuddens kommun', 'Beslutet skickas till'],
      ['Alviks kommun', 'Beslutet skickas till'],
    ];
    const sources = await Promise.all(
      files.map(async ([kommun, heading]) => {
        const bytes = new TextEncoder().encode(protokoll(kommun, heading, 'Badhuset\nEkonomienheten'));
        const { pages, mediaType, pageCount } = await openDocument(bytes);
        const source = { fileName: kommun, sha256: kommun, bytes: bytes.length, mediaType, pageCount };
        const gold = goldOf(kommun, ['Badhuset', 'Ekonomienheten']);
        return { name: kommun, gold, assemble: () => assembleRecord(source, pages) };
      }),
    );
    const groups = leaveOneOut(sources);
    expect(groups.map(({ name, withAll }) => [name, withAll])).toEqual(files.map(([name]) => [name, 1]));
    const [fiskvik, ...others] = groups;
    const own = expect.stringMatching(/^headings\.expediering: .*\bdelges\b/);
    expect(fiskvik?.entries).toEqual([own]);
    expect(fiskvik?.costly[0]?.entry).toEqual(own);
    expect(fiskvik?.drop).toBeGreaterThan(5);
    expect(others.map(({ drop }) => drop)).toEqual([0, 0]);
    expect(leaveOneOutTable(groups)).toContain('1 av 3 tappar mer än 5 poäng utan sina egna ord');
    // the trial is over: everything is read as before
    expect(sources[0]?.assemble().handlingar[0]?.arenden[0]?.expediering).toHaveLength(2);
  });

  it('costs few of the made-up municipalities of the samples much', { timeout: 60_000 }, async () => {
    const groups = leaveOneOut(await samples());
    expect(groups.length).toBeGreaterThanOrEqual(4);
    expect(groups.every(({ withAll }) => withAll === 1)).toBe(true);
    expect(groups.filter(({ drop }) => drop > 5).length).toBeLessThanOrEqual(2);
  });

  it.skipIf(!corpusPresent)('costs few of the real ones much', { timeout: 120_000 }, async () => {
    const groups = leaveOneOut([...(await samples()), ...(await realTexts())]);
    // the goal is none; with so few huvudmän most of a template's words are met nowhere else
    expect(groups.filter(({ drop }) => drop > 5).length).toBeLessThanOrEqual(3);
  });
});
