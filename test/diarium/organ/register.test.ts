import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lasningar,
  type OrganPost,
  type RegisterOrgan,
  sammanfor,
  uppslagOf,
} from '../../../diarium/organ/index.ts';
import { handling } from '../../store/made-up.ts';
import { HANDLINGAR, person, protokoll, REGION } from './made-up.ts';

const of = (handlingar = HANDLINGAR, poster: OrganPost[] = []) => ({
  ...{ huvudman: REGION, poster },
  lasningar: handlingar.flatMap((one) => lasningar([one])),
});
const find = (namn: string, handlingar = HANDLINGAR, poster: OrganPost[] = []) =>
  uppslagOf(of(handlingar, poster)).find(namn) as RegisterOrgan;
const spells = (organ: RegisterOrgan) =>
  organ.ledamoter.map((one) => [one.namn, one.parti, one.uppdrag, one.fran, one.till, one.moten]);

describe('what is read', () => {
  it('has every body and recipient once, with its kind', () => {
    expect(uppslagOf(of()).register.organ.map((one) => [one.namn, one.slag])).toEqual([
      ['Landstingsfullmäktige', 'fullmaktige'],
      ['Regionfullmäktige', 'fullmaktige'],
      ['Landstingsstyrelsen', 'styrelse'],
      ['Regionstyrelsen', 'styrelse'],
      ['regionstyrelsens arbetsutskott', 'utskott'],
      ['Serviceutskottet', 'utskott'],
      ['Upphandlingsenheten', 'enhet'],
      ['Ekonomidirektör', 'befattning'],
      ['Motionärerna', 'person'],
      ['Akten', 'funktion'],
      ['Diariet', 'funktion'],
      ['Fjällmarks Lin AB', 'bolag'],
      ['Granviks kommun', 'utanfor'],
    ]);
  });

  it('has its meetings, its forms and how often it is sent to', () => {
    expect(find('LS')).toMatchObject({
      id: null,
      sammantraden: { antal: 2, forst: '2018-02-06', sist: '2018-11-27' },
      rattat: [],
    });
    expect(find('RS').forkortningar).toEqual(['RS']);
    expect(find('ekonomidirektör')).toMatchObject({
      expedieringar: 2,
      skrivs: [
        { namn: 'Ekonomidirektör', antal: 1, forst: '2018-11-27', sist: '2018-11-27' },
        { namn: 'Ekonomidirektören', antal: 1, forst: '2018-02-06', sist: '2018-02-06' },
      ],
    });
  });

  it('has an utskott under the body in its name, or the one that its proposals go to', () => {
    expect(find('regionstyrelsens arbetsutskott').overordnat).toBe('Regionstyrelsen');
    expect(find('Serviceutskottet').overordnat).toBe('Regionstyrelsen');
    const once = [protokoll('Planutskottet', '2019-02-01', { vidare: 'Byggnadsnämnden' })];
    expect(find('Planutskottet', once).overordnat).toBeNull();
    // a styrelse proposes to fullmäktige and does not lie under it as an utskott does
    expect(find('Regionstyrelsen').overordnat).toBeNull();
  });

  it('has who sat in it between which meetings', () => {
    expect(spells(find('Landstingsstyrelsen'))).toEqual([
      ['Alva Strand', 'S', 'ordforande', '2018-02-06', '2018-11-27', 2],
      ['Bo Fors', 'M', 'ledamot', '2018-02-06', '2018-11-27', 2],
      ['Cia Lund', 'C', 'ersattare', '2018-02-06', '2018-11-27', 2],
      ['Dag Ås', 'V', 'ersattare', '2018-02-06', '2018-02-06', 1],
    ]);
  });

  it('counts a meeting once that several files hold, and takes no period from a day that only OCR has read', () => {
    const meeting = () => protokoll('Kulturnämnden', '2020-03-03', { ledamoter: [person('Eva Å', 'KD')] });
    const scanned = {
      ...protokoll('Kulturnämnden', '2090-03-03', { ledamoter: [person('Eva Å')] }),
      obekraftade: ['datum'],
    };
    expect(spells(find('Kulturnämnden', [meeting(), meeting(), scanned]))).toEqual([
      ['Eva Å', 'KD', 'ledamot', '2020-03-03', '2020-03-03', 1],
    ]);
    expect(find('Kulturnämnden', [scanned]).skrivs[0]).toMatchObject({ antal: 2, sist: null });
  });

  it('knows a party however it was written then', () => {
    const meeting = (datum: string, ...parties: string[]) =>
      protokoll('Kulturnämnden', datum, {
        ledamoter: parties.map((one, i) => person(`Eva ${'ÅÄÖ'[i]}`, one)),
      });
    const moten = [
      meeting('1998-03-03', 's', 'kd', 'Skogspartiet'),
      meeting('2002-03-03', 'S', 'Kd', 'Skogspartiet'),
    ];
    const expected = [
      ['Eva Å', 'S', 'ledamot', '1998-03-03', '2002-03-03', 2],
      ['Eva Ä', 'KD', 'ledamot', '1998-03-03', '2002-03-03', 2],
      ['Eva Ö', 'Skogspartiet', 'ledamot', '1998-03-03', '2002-03-03', 2],
    ];
    expect(spells(find('Kulturnämnden', moten))).toEqual(expected);
    expect(spells(find('Kulturnämnden', moten.toReversed()))).toEqual(expected);
    expect(spells(find('Kulturnämnden', moten.slice(0, 1)))[0]?.[1]).toBe('S');
  });

  it('leaves out a name that says of no body which it is, and resolves one that does', () => {
    const letter = handling({
      ...{ huvudman: REGION, kind: 'tjansteskrivelse', organ: null, till: ['Nämnden', 'Kulturnämnden'] },
    });
    const minutes = protokoll('Kulturnämnden', '2020-03-03', { till: ['Nämnden'] });
    const { organ } = uppslagOf(of([letter, minutes])).register;
    expect(organ.map((one) => [one.namn, one.expedieringar])).toEqual([['Kulturnämnden', 1]]);
  });

  it('has a body that meets under the bare name of its kind', () => {
    const letter = handling({
      ...{ huvudman: REGION, kind: 'tjansteskrivelse', organ: null, till: ['Direktionen', 'nämnden'] },
    });
    const { organ } = uppslagOf(of([letter, protokoll('Direktionen', '2020-03-03')])).register;
    expect(organ.map((one) => [one.namn, one.slag, one.skrivs[0]?.antal])).toEqual([
      ['Direktionen', 'direktion', 3],
    ]);
  });

  it('tells which may be one since the landsting became a region, and makes nothing of it', () => {
    const pairs = (handlingar = HANDLINGAR, poster: OrganPost[] = []) =>
      uppslagOf(of(handlingar, poster)).register.kanVaraSamma;
    expect(pairs()).toEqual([
      { namn: 'Regionfullmäktige', tidigare: 'Landstingsfullmäktige' },
      { namn: 'Regionstyrelsen', tidigare: 'Landstingsstyrelsen' },
    ]);
    // two that meet in the same year are two
    expect(pairs([...HANDLINGAR, protokoll('Landstingsstyrelsen', '2019-02-01')])).toHaveLength(1);
    expect(pairs(HANDLINGAR, sammanfor(of(), ['RS', 'LS']))).toHaveLength(1);
  });

  it('does not depend on the order of documents', () => {
    const more = [
      ...HANDLINGAR,
      protokoll('Regionstyrelsen', '2019-01-15', { ledamoter: [person('BO FORS')] }),
    ];
    const expected = uppslagOf(of(more)).register;
    fc.assert(
      fc.property(fc.shuffledSubarray(more, { minLength: more.length }), (shuffled) => {
        expect(uppslagOf(of(shuffled)).register).toEqual(expected);
        // nor on how they lie in files
        expect(uppslagOf({ huvudman: REGION, poster: [], lasningar: lasningar(shuffled) }).register).toEqual(
          expected,
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('what people say', () => {
  const one = sammanfor(of(), ['Regionstyrelsen', 'Landstingsstyrelsen'], { fran: null, till: '2018-12-31' });

  it('makes two names one body, with all that is read of both', () => {
    const styrelse = find('LS', HANDLINGAR, one);
    expect(styrelse).toMatchObject({
      namn: 'Regionstyrelsen',
      tidigareNamn: [{ namn: 'Landstingsstyrelsen', fran: null, till: '2018-12-31' }],
      sammantraden: { antal: 3, forst: '2018-02-06', sist: '2019-01-15' },
    });
    expect(spells(styrelse)).toContainEqual(['Dag Ås', 'V', 'ersattare', '2018-02-06', '2019-01-15', 2]);
    expect(uppslagOf(of(HANDLINGAR, one)).register.organ).toHaveLength(12);
  });

  it('goes before what is read, field by field, and stays whatever comes', () => {
    const said: OrganPost = {
      ...{ id: 'x', namn: 'Diariet', slag: 'enhet', kanal: 'mapp' },
      ledamoter: [{ namn: 'Eva Å', parti: null, uppdrag: 'ledamot', fran: '2017-01-01', till: null }],
    };
    fc.assert(
      fc.property(fc.subarray(HANDLINGAR), (some) => {
        expect(find('diariet', some, [said])).toMatchObject({
          ...{ namn: 'Diariet', slag: 'enhet', kanal: 'mapp', overordnat: null },
          rattat: ['kanal', 'ledamoter', 'slag'],
          expedieringar: some.includes(HANDLINGAR[0] as (typeof HANDLINGAR)[0]) ? 1 : 0,
          ledamoter: [{ namn: 'Eva Å', kalla: 'person', fran: '2017-01-01' }],
        });
      }),
    );
  });

  it('puts a member that people tell of in place of what is read of the same', () => {
    const said: OrganPost = {
      ...{ id: 'x', namn: 'Regionstyrelsen' },
      ledamoter: [
        { namn: 'Bo Fors', parti: 'M', uppdrag: 'ordforande', fran: '2019-01-01', till: '2022-12-31' },
      ],
    };
    expect(spells(find('RS', HANDLINGAR, [said]))).toEqual([
      ['Bo Fors', 'M', 'ordforande', '2019-01-01', '2022-12-31', 0],
      ['Cia Lund', 'C', 'ledamot', '2019-01-15', '2019-01-15', 1],
      ['Dag Ås', 'V', 'ersattare', '2019-01-15', '2019-01-15', 1],
    ]);
  });
});
