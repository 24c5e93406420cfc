/** Minutes drawn at random, with what must be found in them. */
import fc from 'fast-check';

export interface MadeUp {
  text: string;
  /** Lines that stand on the pages for the paper's sake. */
  furniture: Set<string>;
  paragrafer: string[];
  /** One list a §. */
  beslut: string[][];
  yrkanden: string[][];
  reservationer: string[][];
  expediering: string[][];
}

const WIDTH = 84;
/** Where a word may be broken at the end of a line. */
const SOFT = '\u00ad';
const whole = (text: string): string => text.replaceAll(SOFT, '');

const verb = fc.constantFrom(
  'anta',
  'godkänna',
  'fastställa',
  'upphäva',
  'ge tekniska förvaltningen i uppdrag att utreda',
);
const thing = fc.constantFrom(
  'taxan för återbruket',
  'reglementet för överförmyndar\u00adverksamheten',
  'planen för vatten och avlopp i Norra Strömvik',
  'avtalet om lokaler för musik\u00adskolan och fritidsgårdarna',
  'riktlinjerna för föreningsbidrag till barn- och ungdoms\u00adverksamhet',
);
const rest = fc.constantFrom(
  '',
  'från och med den 1 januari 2025',
  'enligt förvaltningens beräkning',
  'att redovisas i samband med delårs\u00adbokslutet när kostnaderna för personal och transporter är kända',
  'med de ändringar som framgår av tjänsteskrivelsen den 20 februari 2024',
);
const person = fc.constantFrom(
  'Karin Alm (M)',
  'Bo Sjödin (C)',
  'Eva-Lena Torp (KD)',
  'Ali Rahimi (S)',
  'Siri Lund (V)',
);
const recipient = fc.constantFrom('Ekonomiavdelningen', 'Biblioteket', 'Återbruket', 'Familjecentralen');
// the same line in the same place of three pages cannot be told from furniture: each § has recipients of its own
const PLACES = ['Alby', 'Berga', 'Dalen', 'Ekudden', 'Fors'];

const clause = fc.tuple(verb, thing, rest).map((parts) => `att ${parts.filter((p) => p).join(' ')}`);
const clauses = fc
  .uniqueArray(clause, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((c, i) => `${c}${i < list.length - 1 ? ',' : '.'}`));
const movers = fc
  .uniqueArray(person, { minLength: 1, maxLength: 3 })
  .map((names) => names.join(', ').replace(/, ([^,]+)$/, ' och $1'));
const yrkande = fc
  .tuple(
    movers,
    fc.constantFrom('bifall till förslaget', 'avslag på förslaget', 'att ärendet återremitteras'),
  )
  .map(([who, what]) => `${who} yrkar ${what}.`);
const reservation = movers.map((who) => `${who} reserverar sig mot beslutet.`);

const paragraf = fc.record({
  title: thing,
  numbered: fc.boolean(),
  background: fc.boolean(),
  lead: fc.constantFrom('Kommunstyrelsen beslutar', 'Kommunstyrelsen föreslår kommunfullmäktige besluta'),
  beslut: clauses,
  yrkanden: fc.uniqueArray(yrkande, { maxLength: 3 }),
  reservationer: fc.uniqueArray(reservation, { maxLength: 1 }),
  expediering: fc.uniqueArray(recipient, { maxLength: 3 }),
  // where the decision stands differs from municipality to municipality
  decisionFirst: fc.boolean(),
});

/** Breaks a text at the width of the page, words too where they may be. */
function wrap(text: string): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string;
    const head = last ? `${last} ` : '';
    const [first, second] = word.split(SOFT);
    if (head.length + whole(word).length <= WIDTH) lines[lines.length - 1] = head + whole(word);
    else if (second && head.length + whole(word).length - second.length < WIDTH) {
      lines[lines.length - 1] = `${head}${first}-`;
      lines.push(second);
    } else lines.push(whole(word));
  }
  return lines;
}

const BACKGROUND =
  'Taxan för återbruket har inte ändrats sedan 2021. Kostnaderna för personal och för transporter har ökat sedan dess, och förvaltningen bedömer att en höjning behövs.';

type Paragraf = typeof paragraf extends fc.Arbitrary<infer T> ? T : never;

const recipientsOf = (p: Paragraf, number: number): string[] =>
  p.expediering.map((name) => `${name} i ${PLACES[number % PLACES.length]}`);

function linesOf(p: Paragraf, number: number): string[] {
  const section = (heading: string, lines: string[]) => (lines.length > 0 ? ['', heading, ...lines] : []);
  const decision = section('Beslut', [
    p.lead,
    ...p.beslut.flatMap((c, i) => wrap(p.numbered ? `${i + 1}. ${c}` : c)),
  ]);
  const background = section('Ärendebeskrivning', p.background ? wrap(BACKGROUND) : []);
  const yrkanden = section('Yrkanden', p.yrkanden.flatMap(wrap));
  return [
    '',
    `§ ${number}`,
    whole(p.title.charAt(0).toUpperCase() + p.title.slice(1)),
    ...(p.decisionFirst
      ? [...decision, ...background, ...yrkanden]
      : [...background, ...yrkanden, ...decision]),
    ...section('Reservation', p.reservationer.flatMap(wrap)),
    ...section('Beslutet skickas till', recipientsOf(p, number)),
  ];
}

const FOOT = 'Justerandes sign                                        Utdragsbestyrkande';

/** Minutes of kommunstyrelsen with one to five §§, cut into pages anywhere. */
export const madeUpMinutes: fc.Arbitrary<MadeUp> = fc
  .record({
    from: fc.integer({ min: 1, max: 300 }),
    paragrafer: fc.array(paragraf, { minLength: 1, maxLength: 5 }),
    pageLength: fc.integer({ min: 9, max: 45 }),
  })
  .map(({ from, paragrafer, pageLength }) => {
    const lines = paragrafer.flatMap((p, i) => linesOf(p, from + i));
    const furniture = new Set([FOOT]);
    const pages: string[] = [];
    for (let at = 0; at < lines.length; at += pageLength) {
      const head = [
        ...(pages.length === 0 ? ['Strömviks kommun'] : []),
        'Kommunstyrelsen',
        'Sammanträdesprotokoll',
        'Sammanträdesdatum 2024-03-12',
        `Sida ${pages.length + 1} av ${Math.ceil(lines.length / pageLength)}`,
      ];
      for (const line of head) furniture.add(line);
      pages.push([...head, '', ...lines.slice(at, at + pageLength), '', FOOT].join('\n'));
    }
    return {
      text: pages.join('\f'),
      furniture,
      paragrafer: paragrafer.map((_, i) => String(from + i)),
      beslut: paragrafer.map((p) => p.beslut.map(whole)),
      yrkanden: paragrafer.map((p) => p.yrkanden),
      reservationer: paragrafer.map((p) => p.reservationer),
      expediering: paragrafer.map((p, i) => recipientsOf(p, from + i)),
    };
  });
