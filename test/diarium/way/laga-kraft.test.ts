import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { type Made, made } from './way-builder.ts';

const lagaKraft = (...list: Made[]) =>
  wayOf(list.map(made), { huvudman: 'Ekstads kommun' }).steg.map((s) => s.lagaKraft);

/** A final decision on cycle stands, approved and announced. */
const taxa: Made = {
  organ: 'Kommunfullmäktige',
  datum: '2030-05-06',
  paragraf: '40',
  justerad: '2030-05-13',
  uppsatt: '2030-05-14',
  utfall: 'bifall',
  rubrik: 'Taxa för cykelställ',
  beslut: ['Att anta taxan att gälla från den 1 juli 2030.'],
};

describe('laga kraft', () => {
  it('comes the day after three weeks from the announcement', () => {
    expect(lagaKraft(taxa)).toEqual([
      { anslaget: '2030-05-14', overklagasTill: '2030-06-04', tidigast: '2030-06-05' },
    ]);
  });

  it.each([
    ['Midsummer Eve', '2030-05-31', '2030-06-24'],
    ['the national day', '2030-05-16', '2030-06-07'],
    ['a Saturday', '2030-08-10', '2030-09-02'],
    ['Christmas Eve', '2030-12-03', '2030-12-27'],
    ['New Year’s Eve, before a weekday and Epiphany later', '2030-12-10', '2031-01-02'],
    ['Good Friday', '2030-03-29', '2030-04-23'],
    ['Ascension Day', '2030-05-09', '2030-05-31'],
    ['All Saints’ Day', '2030-10-12', '2030-11-04'],
  ])('moves from %s', (_, uppsatt, till) => {
    const [one] = lagaKraft({ ...taxa, datum: '2030-01-07', justerad: '2030-01-14', uppsatt });
    expect(one?.overklagasTill).toBe(till);
  });

  it('is that of a nämnd’s and an utskott’s own decision, too', () => {
    expect(lagaKraft({ ...taxa, organ: 'Kulturnämnden' })[0]).not.toBeNull();
    expect(lagaKraft({ ...taxa, organ: 'KS' })[0]).not.toBeNull();
    expect(
      lagaKraft({ ...taxa, rubrik: 'Motion om cykelställ', beslut: ['Motionen avslås.'] })[0],
    ).not.toBeNull();
    expect(lagaKraft({ ...taxa, organ: 'Kommunstyrelsens arbetsutskott' })[0]).not.toBeNull();
  });

  it('is the same when the § stands in several files, and unknown when they announce different days', () => {
    const { justerad: _, uppsatt: __, ...extract }: Made = { ...taxa, fil: 'utdrag' };
    expect(lagaKraft(extract, { ...taxa, fil: 'hela' })).toEqual([
      { anslaget: '2030-05-14', overklagasTill: '2030-06-04', tidigast: '2030-06-05' },
    ]);
    expect(lagaKraft({ ...taxa, fil: 'a' }, { ...taxa, fil: 'b', uppsatt: '2030-05-15' })).toEqual([null]);
  });

  it('is that of a § approved at the table only when the announcement is of that very approval', () => {
    expect(lagaKraft({ ...taxa, omedelbart: true })).toEqual([null]);
    const atOnce = { ...taxa, omedelbart: true, justerad: '2030-05-06', uppsatt: '2030-05-07' };
    expect(lagaKraft(atOnce)[0]?.overklagasTill).toBe('2030-05-28');
  });

  describe('is not stated', () => {
    it('before the minutes are announced', () => {
      const { uppsatt: _, ...approved } = taxa;
      expect(lagaKraft(approved)).toEqual([null]);
    });

    it('of a day before the act of 1991, whose time is not known here', () => {
      const on = (uppsatt: string) =>
        lagaKraft({ ...taxa, datum: '1991-10-01', justerad: '1991-10-08', uppsatt });
      expect(on('1991-12-31')).toEqual([null]);
      expect(on('1992-01-02')[0]?.overklagasTill).toBe('1992-01-23');
    });

    const never: [string, Made][] = [
      ['of a day that only OCR has read', { obekraftade: ['anslag.uppsatt'] }],
      ['of a § whose day is not known', { datum: null }],
      ['of an announcement before the approval', { uppsatt: '2030-05-10' }],
      ['of a proposal to another body', { next: 'Kommunfullmäktige', organ: 'Kommunstyrelsen' }],
      ['of an återremiss', { utfall: 'aterremiss', beslut: ['Ärendet återremitteras.'] }],
      ['of a matter put off', { utfall: 'bordlagt', beslut: ['Ärendet bordläggs.'] }],
      ['of a noting', { utfall: null, beslut: ['Informationen antecknas till protokollet.'] }],
      ['of an answer to others', { beslut: ['Att avge yttrande enligt förvaltningens förslag.'] }],
      ['of a building permit', { rubrik: 'Bygglov för garage, Eken 1:2', organ: 'Byggnadsnämnden' }],
      ['of a detailed plan', { rubrik: 'Antagande av detaljplan för Eken' }],
      ['of a prohibition with a fine', { beslut: ['Att vid vite om 10 000 kronor förbjuda eldning.'] }],
      ['of an exception from shore protection', { rubrik: 'Strandskyddsdispens för brygga' }],
      ['of help to a person', { rubrik: 'Ansökan om insats enligt LSS' }],
      ['of a licence to serve', { rubrik: 'Serveringstillstånd för Ekens krog' }],
      ['of a way to school', { rubrik: 'Skolskjuts under läsåret 2030/2031' }],
      ['of a procurement', { rubrik: 'Tilldelningsbeslut, måltider' }],
      ['of access to a document', { rubrik: 'Begäran om utlämnande av allmän handling' }],
      ['of a § with secrecy', { sekretess: '26 kap. 1 § OSL' }],
      ['of what somebody is served with', { expediering: ['Sökanden (delgivning)'] }],
      ['of what a court is told', { expediering: ['Mark- och miljödomstolen'] }],
      [
        'where the clause tells of another appeal',
        {
          beslut: [
            'Beslutet kan överklagas till länsstyrelsen inom tre veckor från den dag du fick del av det.',
          ],
        },
      ],
      ['of an utskott about single persons', { organ: 'Socialnämndens arbetsutskott' }],
      ['of a council that only advises', { organ: 'Pensionärsrådet' }],
      [
        'of a matter that a nämnd leaves to somebody to decide',
        {
          ...{ organ: 'Kulturnämnden' },
          beslut: ['Att uppdra åt ordföranden att besluta i ärendet.', 'Beslutet ska anmälas till nämnden.'],
        },
      ],
      ['of what a board says of a motion', { organ: 'Kommunstyrelsen', rubrik: 'Motion om cykelställ' }],
      ['of the meeting’s own order', { rubrik: 'Godkännande av dagordning', beslut: ['Att godkänna den.'] }],
      ['of a letter', { kind: 'tjansteskrivelse' }],
    ];
    it.each(never)('%s', (_, other) => expect(lagaKraft({ ...taxa, ...other })).toEqual([null]));
  });
});
