/** Made-up municipalities, regions, federations and their bodies. */
import type { Dice } from './dice.ts';

export type Slag = 'kommun' | 'stad' | 'region' | 'forbund';

/** One body: its name, the short form before a § or in a diarienummer, and the office that writes for it. */
export interface Organ {
  namn: string;
  kort: string;
  kontor: string;
}

export interface Huvudman {
  namn: string;
  /** The bare name: "Vrenstad". */
  ort: string;
  slag: Slag;
  fullmaktige: Organ;
  styrelse: Organ;
  utskott: Organ;
  namnder: Organ[];
  /** Parts of the place: villages, streets, schools. */
  byar: string[];
}

const organ = (namn: string, kort: string, kontor: string): Organ => ({ namn, kort, kontor });

const KOMMUNER =
  'Vrenstad Åsmyra Tallinge Brånaholm Hedlösa Rönnsala Mörkviken Kallnäs Ljungbäcken Vintersele Fårholma Ekmarken Sandvattnet Gäddnäs Hultsele Dalbrunna Stenmora Orrtuna Kvarnsele Bävernäs Lommarby Ulvhed'.split(
    ' ',
  );
const REGIONER = ['Norrvidden', 'Mellanbygden', 'Östervik', 'Sjöriket', 'Västanskog'];
const BYAR =
  'Lillbyn Storängen Kvarnbacken Nyhem Prästgårdsudden Solbacka Norrgården Hamnvik Gruvåsen Bruksheden Tallmon Älgnäs Mossebo Fiskartorpet'.split(
    ' ',
  );

const KOMMUNALA = [
  organ('Barn- och utbildningsnämnden', 'BUN', 'Barn- och utbildningsförvaltningen'),
  organ('Socialnämnden', 'SN', 'Socialförvaltningen'),
  organ('Miljö- och byggnadsnämnden', 'MBN', 'Miljö- och byggförvaltningen'),
  organ('Kultur- och fritidsnämnden', 'KFN', 'Kultur- och fritidsförvaltningen'),
  organ('Tekniska nämnden', 'TN', 'Tekniska förvaltningen'),
  organ('Vård- och omsorgsnämnden', 'VON', 'Vård- och omsorgsförvaltningen'),
];
const REGIONALA = [
  organ('Hälso- och sjukvårdsnämnden', 'HSN', 'Hälso- och sjukvårdsförvaltningen'),
  organ('Kollektivtrafiknämnden', 'KTN', 'Kollektivtrafikförvaltningen'),
  organ('Regionala utvecklingsnämnden', 'RUN', 'Utvecklingsförvaltningen'),
  organ('Kultur- och bildningsnämnden', 'KBN', 'Kulturförvaltningen'),
];

export const genitive = (name: string): string => (/[sxz]$/.test(name) ? name : `${name}s`);

export function drawHuvudman(dice: Dice, slag: Slag): Huvudman {
  const byar = dice.some(BYAR, 6);
  if (slag === 'region') {
    const ort = dice.pick(REGIONER);
    return {
      namn: `Region ${ort}`,
      ort,
      slag,
      fullmaktige: organ('Regionfullmäktige', 'RF', 'Regionkontoret'),
      styrelse: organ('Regionstyrelsen', 'RS', 'Regionkontoret'),
      utskott: organ('Regionstyrelsens arbetsutskott', 'RSAU', 'Regionkontoret'),
      namnder: REGIONALA,
      byar,
    };
  }
  const ort = dice.pick(KOMMUNER);
  const kommun = {
    ort,
    slag,
    fullmaktige: organ('Kommunfullmäktige', 'KF', 'Kommunkontoret'),
    styrelse: organ('Kommunstyrelsen', 'KS', 'Kommunkontoret'),
    utskott: organ('Kommunstyrelsens arbetsutskott', 'KSAU', 'Kommunkontoret'),
    byar,
  };
  switch (slag) {
    case 'kommun':
      return { ...kommun, namn: `${genitive(ort)} kommun`, namnder: KOMMUNALA };
    case 'stad':
      return {
        ...kommun,
        namn: `${genitive(ort)} stad`,
        styrelse: organ('Kommunstyrelsen', 'KS', 'Stadsledningskontoret'),
        fullmaktige: organ('Kommunfullmäktige', 'KF', 'Stadsledningskontoret'),
        namnder: [
          organ(`${genitive(byar[0] ?? ort)} stadsdelsnämnd`, 'SDN', 'Stadsdelsförvaltningen'),
          organ('Idrottsnämnden', 'IDN', 'Idrottsförvaltningen'),
          organ('Exploateringsnämnden', 'EXN', 'Exploateringskontoret'),
          organ('Stadsbyggnadsnämnden', 'SBN', 'Stadsbyggnadskontoret'),
        ],
      };
    case 'forbund':
      return {
        ...kommun,
        namn: `Räddningstjänstförbundet ${ort}`,
        fullmaktige: organ('Förbundsfullmäktige', 'FF', 'Förbundskansliet'),
        styrelse: organ('Förbundsdirektionen', 'FD', 'Förbundskansliet'),
        utskott: organ('Direktionens presidium', 'DP', 'Förbundskansliet'),
        namnder: [organ('Samrådsnämnden', 'SAM', 'Förbundskansliet')],
      };
  }
}
