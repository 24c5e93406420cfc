import { describe, expect, it } from 'vitest';
import { handlingarOf, texts } from './read-text.ts';

const minutes = (head: string, body: string) =>
  handlingarOf(`
  ${head}
  Socialnämnden                Sammanträdesprotokoll
                               2024-03-12

${body}`)[0];
const DECISION = `
  Beslut
  Nämnden antar taxan.`;

describe('fields of minutes', () => {
  it.each<[string, string]>([
    ['Strömviks kommun', 'Strömviks kommun'],
    ['STRÖMVIKS\n  KOMMUN', 'Strömviks kommun'],
    ['Samordningsförbundet Södra Kusten', 'Samordningsförbundet Södra Kusten'],
    ['GYMNASIEFÖRBUNDET SÖDRA KUSTEN', 'Gymnasieförbundet Södra Kusten'],
  ])('huvudman of %s', (head, huvudman) =>
    expect(minutes(head, `  § 12  Taxa\n${DECISION}`)?.huvudman).toBe(huvudman),
  );

  it('numbers above the §§ are theirs', () => {
    const read = minutes(
      'Strömviks kommun',
      `  SN/2024:601\n  § 12  Taxa för hemtjänst\n${DECISION}\n\n  SN/2023:22\n  § 13  Taxa för larm\n${DECISION}`,
    );
    expect(read?.arenden.map((a) => [a.paragraf, a.diarienummer])).toEqual([
      ['12', 'SN/2024:601'],
      ['13', 'SN/2023:22'],
    ]);
    expect(texts(read?.arenden[0]?.beslut ?? [])).toEqual(['Nämnden antar taxan.']);
  });

  it('of several numbers the first is its own, the others are kept beside it', () => {
    const read = minutes(
      'Strömviks kommun',
      `  § 12  Dnr SN 2024/60, KS 2024/55\n\n  Taxa för hemtjänst\n${DECISION}\n\n  § 13  Dnr SN 2024/61\n\n  Taxa för larm\n${DECISION}`,
    );
    expect(read?.arenden.map((a) => [a.rubrik, a.diarienummer, a.andraNummer])).toEqual([
      ['Taxa för hemtjänst', 'SN 2024/60', ['KS 2024/55']],
      ['Taxa för larm', 'SN 2024/61', undefined],
    ]);
  });

  it.each([
    ['Tjänsteskrivelse', 'Förslag till beslut\n  Socialnämnden beslutar att anta taxan.', 1],
    ['Remissvar', 'Nämnden tillstyrker förslaget.', 0],
  ])('of several numbers of a letter too: %s', (kind, body, arenden) => {
    const [read] = handlingarOf(`
      Strömviks kommun
      Socialförvaltningen
      ${kind}
      2024-03-12
      Dnr SN 2024/60, KS 2024/55

      Taxa för hemtjänst

      ${body.replaceAll('\n', '\n    ')}`);
    expect(read).toMatchObject({ diarienummer: 'SN 2024/60', andraNummer: ['KS 2024/55'] });
    expect(read?.arenden.map((a) => a.andraNummer)).toEqual(Array(arenden).fill(['KS 2024/55']));
  });

  it.each([
    ['Paragrafen är sekretessbelagd enligt 23 kap. 2 § OSL.', 'sekretessbelagd enligt 23 kap. 2 § OSL'],
    [
      'Innehållet i denna paragraf omfattas av sekretess enligt 26 kap. 1 § OSL.',
      'sekretess enligt 26 kap. 1 § OSL',
    ],
  ])('the ground of secrecy in %s', (text, ground) =>
    expect(minutes('Strömviks kommun', `  § 12  Ansökan\n\n  ${text}`)?.arenden[0]?.sekretess).toBe(ground),
  );

  it.each([
    ['Datum när anslaget', 'sätts upp', 'tas ned'],
    ['Datum för anslags', 'uppsättande', 'nedtagande'],
  ])('days of the notice under labels cut in two: %s', (label, up, down) => {
    const read = minutes(
      'Strömviks kommun',
      `  ANSLAG/BEVIS
  ${label}   2024-03-18          ${label}     2024-04-09
  ${up}                                ${down}

  § 12  Taxa
${DECISION}`,
    );
    expect(read?.anslag).toEqual({ justerad: null, uppsatt: '2024-03-18', nedtas: '2024-04-09' });
  });
});

describe('a kungörelse', () => {
  it('prints its day above the signature, and proposals without headings', () => {
    const [called] = handlingarOf(`
  STRÖMVIKS KOMMUN
  KALLELSE

  Kommunfullmäktige i Strömviks kommun sammanträder
  måndagen den 26 februari 2024 kl. 18.30 i Folkets hus

  Ärenden

  1.    Sammanträdets öppnande
  2.    Val av två justerare

  3.    Försäljning av kiosken                          KS 24/512
        Kommunstyrelsen föreslår kommunfullmäktige besluta
        att godkänna köpeavtalet.

  4.    Svar på medborgarförslag om brygga              KS 24/498
        Kommunstyrelsen föreslår kommunfullmäktige besluta
        att förslaget ska anses besvarat.

  Strömvik den 12 februari 2024

  Karin Alm
  Kommunfullmäktiges ordförande`);
    expect(called).toMatchObject({ kind: 'kallelse', datum: '2024-02-12' });
    expect(called?.arenden.map((a) => [a.punkt, a.rubrik, a.diarienummer, texts(a.forslag)])).toEqual([
      ['3', 'Försäljning av kiosken', 'KS 24/512', ['att godkänna köpeavtalet.']],
      ['4', 'Svar på medborgarförslag om brygga', 'KS 24/498', ['att förslaget ska anses besvarat.']],
    ]);
  });
});

it('the huvudman stands in the nominative, however the text names it', () => {
  const [handling] = handlingarOf(`
    Tjänsteskrivelse
    2031-03-12
    Till Regionstyrelsen

    Bidrag till Region Norråns stiftelse för forskning

    Förslag till beslut
    Regionstyrelsen beslutar att bevilja bidraget.`);
  expect(handling?.huvudman).toBe('Region Norrån');
});
