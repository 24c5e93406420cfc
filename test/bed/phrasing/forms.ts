/** Variants of wording that templates choose from. */
import type { Person } from '../../../samples/make/content.ts';
import { capital } from '../content/clause.ts';
import type { Matter, Note } from '../content/matter.ts';
import { FULL_NAMES } from '../content/people.ts';
import { genitive } from '../content/places.ts';
import type { Ingress, Ordval, Satsform, Stil } from './stil.ts';

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export const person = {
  brackets: (p: Person) => `${p.namn} (${p.parti})`,
  small: (p: Person) => `${p.namn} (${(p.parti ?? '').toLowerCase()})`,
  member: (p: Person) => `${p.roll === 'ordförande' ? 'ordföranden ' : ''}${p.namn} (${p.parti})`,
};

export const rada = {
  och: (names: string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`,
  samt: (names: string[]) =>
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} samt ${names.at(-1)}`,
  komma: (names: string[]) => names.join(', '),
};

export const satser = {
  numbered: { form: 'infinitiv', lista: 'nr.', slut: ['', ''] },
  numberedAtt: { form: 'att', lista: 'nr.', slut: [',', '.'] },
  numberedPassive: { form: 'passiv', lista: 'nr.', slut: ['.', '.'] },
  bareNumber: { form: 'passiv', lista: 'nr', slut: ['.', '.'] },
  bracketNumber: { form: 'att', lista: 'nr)', slut: ['', ''] },
  att: { form: 'att', lista: 'ingen', slut: [',', '.'] },
  attBare: { form: 'att', lista: 'ingen', slut: ['', ''] },
  dashes: { form: 'att', lista: 'streck', slut: ['', ''] },
  bullets: { form: 'passiv', lista: 'punkt', slut: ['.', '.'] },
  passive: { form: 'passiv', lista: 'ingen', slut: ['.', '.'] },
  present: { form: 'presens', lista: 'ingen', slut: ['.', '.'] },
} as const satisfies { [name: string]: Satsform };

/** Lead-ins of a decision by the bodies of the chain. */
const chain =
  (words: { eget: string; vidare: string; foresla: string; sist: string }) => (kedja: string[]) => {
    const [own, ...rest] = kedja.map((k, i) => (i === 0 ? k : lower(k)));
    if (rest.length === 0) return `${own} ${words.eget}`;
    const middle = rest.slice(0, -1).map((k) => `${k} ${words.foresla} `);
    return `${own} ${words.vidare} ${middle.join('')}${rest.at(-1)} ${words.sist}`;
  };
export const led = {
  /** X föreslår Y föreslå Z besluta */
  besluta: chain({ eget: 'beslutar', vidare: 'föreslår', foresla: 'föreslå', sist: 'besluta' }),
  beslutaAtt: chain({
    eget: 'beslutar att',
    vidare: 'föreslår',
    foresla: 'att föreslå',
    sist: 'besluta att',
  }),
  kolon: chain({
    eget: 'beslutar följande:',
    vidare: 'föreslår',
    foresla: 'föreslå',
    sist: 'besluta följande:',
  }),
  /** X beslutar föreslå Y att föreslå Z */
  beslutarForesla: chain({ eget: 'beslutar', vidare: 'beslutar föreslå', foresla: 'föreslå', sist: '' }),
  attBeslutar: (kedja: string[]) => {
    const [own, ...rest] = kedja.map((k, i) => (i === 0 ? k : lower(k)));
    if (rest.length === 0) return `${own} beslutar:`;
    return rest.length === 1
      ? `${own} föreslår att ${rest[0]} beslutar:`
      : `${own} föreslår ${rest[0]} föreslå att ${rest[1]} beslutar:`;
  },
  tillstyrker: (kedja: string[]) => {
    const [own, ...rest] = kedja.map((k, i) => (i === 0 ? k : lower(k)));
    if (rest.length === 0) return `${own} beslutar:`;
    return rest.length === 1
      ? `${own} tillstyrker förslaget och föreslår att ${rest[0]} beslutar:`
      : `${own} tillstyrker förslaget och föreslår ${rest[0]} att föreslå att ${rest[1]} beslutar:`;
  },
};

export const under =
  (rubrik: string, ledtext: (kedja: string[]) => string) =>
  (kedja: string[]): Ingress => ({
    rubrik,
    ledtext: ledtext(kedja).trim(),
  });

const syfte = (text: string) => `för att ${text}`;

/** What a proposal is called after who put it. */
export const forslaget = (m: Matter) =>
  m.fran.organ ? `${genitive(lower(m.fran.namn))} förslag` : 'förvaltningens förslag';

const yrkandet = (p: Person) => `${genitive(p.namn ?? '')} yrkande`;

/** "N yrkar …": the commonest words; `verb` by tense and taste. */
export const yrkar =
  (verb = 'yrkar', forslag: (m: Matter) => string = forslaget): Ordval =>
  (y, vem, m) => {
    switch (y.slag) {
      case 'bifall':
        return `${vem} ${verb} bifall till ${forslag(m)}.`;
      case 'avslag':
        return `${vem} ${verb} avslag på ${forslag(m)}.`;
      case 'bordlaggning':
        return `${vem} ${verb} att ärendet ska bordläggas till nästa sammanträde.`;
      case 'aterremiss':
        return `${vem} ${verb} att ärendet ska återremitteras till ${lower(y.till)} ${syfte(y.syfte)}.`;
      case 'andring':
        return `${vem} ${verb} att punkt ${y.punkt} i förslaget ändras så att ${y.sats.infinitiv}.`;
      case 'tillagg':
        return `${vem} ${verb} som tillägg till förslaget att ${y.sats.infinitiv}.`;
      case 'forsta-andra':
        return `${vem} ${verb} i första hand att ärendet återremitteras till ${lower(y.till)} ${syfte(y.syfte)} och i andra hand avslag på ${forslag(m)}.`;
      case 'bifall-avslag':
        return `${vem} ${verb} bifall till ${forslag(m)} och avslag på ${yrkandet(y.annan)}.`;
      case 'skriftligt':
        return `${vem} ${verb} bifall till yrkande från ${y.parti} den ${y.datum}.`;
      case 'vidare':
        return `Vidare ${verb || 'yrkar'} ${vem} avslag på ${yrkandet(y.annan)}.`;
    }
  };

/** How a template names parties that act as such. */
export const grupp = {
  representanterna: (partier: string[], stil: Stil) => `representanterna från ${stil.rada(partier)}`,
  ledamoterna: (partier: string[], stil: Stil) => `ledamöterna från ${stil.rada(partier)}`,
  namn: (partier: string[], stil: Stil) => stil.rada(partier.map((short) => FULL_NAMES[short] ?? short)),
};

/** "Bifall till …" after a name and a colon, as in lists. */
export const short: Ordval = (y, vem, m, stil) => {
  if (y.slag === 'vidare') return `${vem}: Avslag på ${yrkandet(y.annan)}.`;
  const long = yrkar('', forslaget)(y, '', m, stil).trim();
  return `${vem}: ${capital(long)}`;
};

export const gang = {
  finner: (m: Matter) => {
    const rivals = m.yrkanden.filter((y) => y.slag !== 'bifall').length;
    if (m.yrkanden.length === 0) return [];
    if (m.yrkanden.length === 1 || rivals === 0)
      return [`Ordföranden ställer proposition på yrkandet och finner att det har bifallits.`];
    if (m.votering)
      return [
        'Ordföranden ställer förslagen mot varandra och finner att det första har antagits. Votering begärs.',
      ];
    return [
      `Ordföranden ställer yrkandena mot varandra och finner att ${lower(m.kedja[0] ?? '')} beslutar enligt ${m.utfall === 'bifall' ? forslaget(m) : 'yrkandet'}.`,
    ];
  },
  proposition: (m: Matter) => {
    if (m.yrkanden.length === 0) return [];
    if (m.votering)
      return ['Propositioner ställs på bifall till och avslag på yrkandena. Omröstning begärs.'];
    return [
      'Propositionsordning godkänns.',
      `Ordföranden frågar om ${lower(m.kedja[0] ?? '')} kan besluta enligt ${m.utfall === 'bifall' ? forslaget(m) : 'yrkandet'} och finner att så sker.`,
    ];
  },
};

const names = (roster: { person: string; rost: string }[], rost: string) =>
  roster.filter((r) => r.rost === rost).map((r) => r.person);

const outcome = (m: Matter) =>
  m.minoritet
    ? 'Eftersom minst en tredjedel av de närvarande ledamöterna har röstat för återremiss ska ärendet återremitteras.'
    : null;

export const rosta = {
  roster: (v: NonNullable<Matter['votering']>, m: Matter, stil: Stil) => [
    `Den som vill ${v.proposition?.ja.startsWith('att') ? 'avgöra ärendet i dag' : 'bifalla förslaget'} röstar ja. Den som vill ${v.proposition?.nej === 'återremiss' ? 'återremittera ärendet' : 'avslå förslaget'} röstar nej.`,
    `Med ${v.ja} ja-röster mot ${v.nej} nej-röster${v.avstar ? ` och ${v.avstar} som avstår` : ''} beslutar ${lower(m.kedja[0] ?? '')} ${m.minoritet ? 'att ärendet ska avgöras i dag, men' : 'bifalla förslaget'}${m.minoritet ? ' reglerna om minoritetsåterremiss gäller' : ''}.`,
    ...[outcome(m) ?? []].flat(),
    `Ja röstar: ${stil.rada(names(v.roster, 'ja'))}.`,
    `Nej röstar: ${stil.rada(names(v.roster, 'nej'))}.`,
    ...(v.avstar ? [`Avstår: ${stil.rada(names(v.roster, 'avstar'))}.`] : []),
  ],
  counts: (v: NonNullable<Matter['votering']>, m: Matter) => [
    `Omröstning begärs och verkställs. Ja-röst för ${v.proposition?.ja}. Nej-röst för ${v.proposition?.nej}.`,
    `Omröstningen utfaller med ${v.ja} ja-röster och ${v.nej} nej-röster${v.avstar ? `. ${v.avstar} ledamöter avstår från att rösta` : ''}.`,
    ...[outcome(m) ?? []].flat(),
  ],
  mot: (v: NonNullable<Matter['votering']>, m: Matter) => [
    `Omröstning begärs. Följande voteringsproposition godkänns: ”Ja för ${v.proposition?.ja} och Nej för ${v.proposition?.nej}.”`,
    `Omröstningen utföll med ${v.ja} Ja mot ${v.nej} Nej${v.avstar ? ` (${v.avstar} avstår)` : ''}. Hur var och en röstade framgår av bilaga.`,
    ...[outcome(m) ?? []].flat(),
  ],
};

/** Movers as printed: people, or parties as such. */
export const vem = (av: Person[], stil: Stil): string =>
  av.every((p) => p.namn === null)
    ? stil.grupp(
        av.map((p) => p.parti ?? ''),
        stil,
      )
    : stil.rada(av.map(stil.person));

export const reservera = {
  mot: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `${vem(r.av, stil)} reserverar sig mot beslutet${r.egna ? ' till förmån för eget yrkande' : ''}.`,
  skriftlig: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `Mot beslutet reserverar sig ${vem(r.av, stil)}${r.egna ? ' till förmån för sitt yrkande' : ''}.`,
  anmaler: (r: { av: Person[]; egna: boolean }, stil: Stil) =>
    `${vem(r.av, stil)} anmäler reservation mot beslutet${r.egna ? ' till förmån för egna förslag' : ''}.`,
};

export const parti = (p: Person) => FULL_NAMES[p.parti ?? ''] ?? p.parti ?? '';

export const anteckna = (n: Note, stil: Stil): string => {
  const who = vem(n.av, stil);
  switch (n.typ) {
    case 'protokollsanteckning':
      return `${who} lämnar följande protokollsanteckning: ${n.ord}`;
    case 'sarskilt_yttrande':
      return `${who} lämnar ett särskilt yttrande: ${n.ord}`;
    case 'deltar_ej':
      return `${who} deltar inte i beslutet.`;
    case 'jav':
      return `${who} anmäler jäv och deltar inte i handläggningen av ärendet.`;
  }
};
export const antecknaTill = (n: Note, stil: Stil): string =>
  n.typ === 'protokollsanteckning'
    ? `${vem(n.av, stil)} antecknar följande till protokollet: ${n.ord}`
    : anteckna(n, stil);
export const antecknaSkrivelse = (n: Note, stil: Stil): string =>
  n.typ === 'protokollsanteckning'
    ? `${vem(n.av, stil)} antecknar som yttrande en skrivelse, bilaga 1.`
    : anteckna(n, stil);

export const rubriker = {
  vanliga: {
    bakgrund: 'Ärendebeskrivning',
    tidigare: 'Tidigare behandling',
    underlag: 'Beslutsunderlag',
    yrkanden: 'Yrkanden',
    gang: 'Beslutsgång',
    votering: 'Votering',
    reservation: 'Reservation',
    protokollsanteckning: 'Protokollsanteckning',
    sarskilt_yttrande: 'Särskilt yttrande',
    deltar_ej: 'Deltar inte i beslutet',
    jav: 'Jäv',
    omedelbar: 'Omedelbar justering',
    expediering: 'Beslutet skickas till',
  },
} as const;

/** A style, from the common one and what is different. */
export const stil = (more: Partial<Stil> & Pick<Stil, 'beslut' | 'dnr'>): Stil => ({
  person: person.brackets,
  grupp: grupp.representanterna,
  rada: rada.och,
  paragraf: (nr) => String(nr),
  satser: satser.numbered,
  forslag: (m) => ({
    rubrik: m.fran.organ
      ? `${genitive(m.fran.namn)} förslag till beslut`
      : 'Förvaltningens förslag till beslut',
  }),
  ordning: [
    'beslut',
    'reservation',
    'bakgrund',
    'tidigare',
    'underlag',
    'forslag',
    'yrkanden',
    'gang',
    'votering',
    'anteckning',
    'omedelbar',
    'expediering',
  ],
  yrka: yrkar(),
  gang: gang.finner,
  rosta: rosta.counts,
  reservera: reservera.mot,
  anteckna,
  underlag: 'ingen',
  mottagare: 'ingen',
  brott: 0.35,
  ...more,
  rubriker: { ...rubriker.vanliga, ...more.rubriker },
});
