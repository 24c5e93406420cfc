/** What a picture of a way says, in Swedish where no other language is asked for: steps, votes, what goes along, what is awaited. */
import type { Person, Votering } from '../../extraction/record.ts';
import { daysBetween } from '../way/dagar/rakna.ts';
import type { Arendetyp, LagaKraft, Medfoljande, Vantan } from '../way/types.ts';
import type { Oppen, Pil, Sprak, Steg, Vag } from './types.ts';
import { WORDS } from './words.ts';

export const KIND = WORDS.sv.kind;

export const utfallWord = (utfall: string | null, sprak: Sprak = 'sv'): string =>
  utfall === null ? '' : (WORDS[sprak].utfall[utfall] ?? utfall);

/** Small words that begin a name which is written so. */
const PARTICLE = /^(?:af|av|de|du|la|van|von)\s/u;

/**
 * A name with a capital to begin with: "kommunfullmäktige", known only from the middle of a sentence, stands as
 * "Kommunfullmäktige". For showing only; answers for programs keep the name as it was found.
 */
export function shownName(name: string): string {
  return PARTICLE.test(name) ? name : name.charAt(0).toLocaleUpperCase('sv') + name.slice(1);
}

/** "1", "1 och 3", "1, 3 och 7". */
export function listed(parts: readonly (number | string)[], sprak: Sprak = 'sv'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? String(last) : `${parts.slice(0, -1).join(', ')} ${WORDS[sprak].and} ${last}`;
}

/** A value as shown: with a question mark where nothing confirms what OCR has read. */
export const shownField = (value: string, field: string, obekraftade: readonly string[]): string =>
  obekraftade.includes(field) ? `${value}?` : value;

/** The day, or that there is none. */
export const dayOf = ({ datum, obekraftade }: Steg, sprak: Sprak = 'sv'): string =>
  datum === null ? WORDS[sprak].noDay : shownField(datum, 'datum', obekraftade);

/** "§ 14"; nothing where there is none. */
export const paragrafOf = ({ paragraf, obekraftade }: Steg): string =>
  paragraf === null ? '' : shownField(`§\u00a0${paragraf}`, 'paragraf', obekraftade);

/** The outcome, also whose wish it was that the matter was sent back. */
export const utfallOf = ({ utfall, minoritet }: Steg, sprak: Sprak = 'sv'): string =>
  minoritet && (utfall === 'aterremiss' || utfall === 'bordlagt')
    ? `${utfallWord(utfall, sprak)} (${WORDS[sprak].minority})`
    : utfallWord(utfall, sprak);

/** "votering 8–7", "votering 8–7, 2 avstår, utslag ja". */
export const voteringText = (
  {
    ja,
    nej,
    avstar,
    utslag = null,
  }: Pick<Votering, 'ja' | 'nej' | 'avstar'> & Partial<Pick<Votering, 'utslag'>>,
  sprak: Sprak = 'sv',
): string =>
  `${WORDS[sprak].vote} ${ja}–${nej}${avstar ? `, ${avstar}\u00a0${WORDS[sprak].abstain}` : ''}${utslag === null ? '' : `, ${WORDS[sprak].result(utslag)}`}`;

export const voteringarOf = ({ voteringar = [] }: Steg, sprak: Sprak = 'sv'): string[] =>
  voteringar.map((one) => voteringText(one, sprak));

/** Whoever protests says more than who had something noted; what was moved is many lines in a full § and told last. */
const MEDFOLJER_ORDER: readonly Medfoljande['typ'][] = [
  ...(['reservation', 'sarskilt_yttrande', 'protokollsanteckning'] as const),
  ...(['deltar_ej', 'jav', 'yrkande'] as const),
];

/** "Anna Ek (S)"; a party, a role or a group alone where that is all there is. */
export function personName({ namn, parti, roll }: Person, sprak: Sprak = 'sv'): string {
  const name = namn ?? (parti === null ? roll : null);
  if (name === null) return parti ?? WORDS[sprak].unknown;
  return parti === null ? name : `${name} (${parti})`;
}

/** Whose: the parties, and by name those of none; each once. */
function partiesOf(all: readonly Person[], sprak: Sprak): string {
  return [...new Set(all.map((person) => person.parti ?? personName(person, sprak)))].join(', ');
}

/** Whose, by name; of many the first. */
export function namesOf(all: readonly Person[], sprak: Sprak = 'sv'): string {
  const names = [...new Set(all.map((one) => personName(one, sprak)))];
  return names.length <= SHOWN_NAMES + 1
    ? names.join(', ')
    : `${names.slice(0, SHOWN_NAMES).join(', ')}${WORDS[sprak].moreNames(names.length - SHOWN_NAMES)}`;
}

const SHOWN_NAMES = 6;

/**
 * One line a kind: "reservation: S, V", "2 yrkanden: M, S".
 *
 * @param named who protests or has something noted is told by name; who moved what, by party all the same
 */
export function medfoljerOf({ medfoljer = [] }: Steg, named: boolean = false, sprak: Sprak = 'sv'): string[] {
  return MEDFOLJER_ORDER.flatMap((typ) => {
    const own = medfoljer.filter((one) => one.typ === typ);
    if (own.length === 0) return [];
    const [one, many] = WORDS[sprak].medfoljer[typ];
    const counted =
      typ === 'yrkande' && own.length > 1 ? `${own.length}\u00a0${many}` : own.length > 1 ? many : one;
    const persons = own.flatMap(({ av }) => av);
    const whose = named && typ !== 'yrkande' ? namesOf(persons, sprak) : partiesOf(persons, sprak);
    return whose === '' ? [counted] : [`${counted}: ${whose}`];
  });
}

/** One of what goes along, in full: "reservation av Anna Ek (S): text". Whose it is is not said twice. */
export function medfoljandeText({ typ, av, text, utfall }: Medfoljande, sprak: Sprak = 'sv'): string {
  const said = av.some(({ namn }) => namn !== null && text.startsWith(namn));
  const whose =
    av.length === 0 || said
      ? ''
      : ` ${WORDS[sprak].by} ${listed(
          av.map((one) => personName(one, sprak)),
          sprak,
        )}`;
  const became = utfall === null ? '' : WORDS[sprak].became[utfall];
  return `${WORDS[sprak].medfoljer[typ][0]}${whose}${became}${text === '' ? '' : `: ${text}`}`;
}

/** The bodies that come after: "därefter Kommunfullmäktige". */
export const sedanText = ({ sedan }: Pick<Pil, 'sedan'>, sprak: Sprak = 'sv'): string =>
  sedan.length === 0 ? '' : `${WORDS[sprak].after} ${sedan.join(' → ')}`;

/** Why the matter goes that way. */
export function pilWord({ art, reason }: Pick<Pil, 'art' | 'reason'>, sprak: Sprak = 'sv'): string {
  if (art !== 'vidare') return WORDS[sprak].pil[art];
  return reason === null ? '' : (WORDS[sprak].vidare[reason] ?? '');
}

/** Runs of numbers drawn together: "att 1–3 och 5". */
export const attText = (nr: readonly number[], sprak: Sprak = 'sv'): string =>
  nr.length === 0 ? '' : `${WORDS[sprak].clause} ${nummerText(nr, sprak)}`;

/** "1–3 och 5". */
export function nummerText(nr: readonly number[], sprak: Sprak = 'sv'): string {
  const runs: [number, number][] = [];
  for (const n of nr) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === n) last[1] = n;
    else runs.push([n, n]);
  }
  const texts = runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`));
  return listed(texts, sprak);
}

/** What a body was asked that it is to answer. */
const FRAGAN: { readonly [typ in Arendetyp]?: string } = {
  motion: ' på motionen',
  medborgarforslag: ' på medborgarförslaget',
  interpellation: ' på interpellationen',
  fraga: ' på frågan',
  initiativ: ' på initiativet',
};

/** What is awaited and from whom; `typ` is the matter's. */
export function vantanText(
  { vad, av, skal }: Vantan,
  typ: Arendetyp | undefined,
  sprak: Sprak = 'sv',
): string {
  const name = av === null ? '' : shownName(av);
  if (sprak === 'en') {
    const what = skal === 'uppdrag' ? WORDS.en.order : WORDS.en.short[vad];
    return name === '' ? what : `${what} (${name})`;
  }
  if (vad === 'beslut') return name === '' ? 'beslut' : `beslut av ${name}`;
  if (vad === 'yttrande') return name === '' ? 'yttrande' : `yttrande från ${name}`;
  if (vad === 'svar') return `svar${(typ && FRAGAN[typ]) ?? ''}${name === '' ? '' : ` från ${name}`}`;
  if (vad === 'aterkomst') {
    const why = skal === 'bordlaggning' ? 'bordläggning' : skal === 'aterremiss' ? 'återremiss' : 'beredning';
    return `att ärendet kommer igen${name === '' ? '' : ` från ${name}`} efter ${why}`;
  }
  if (skal === 'uppdrag') return name === '' ? 'att uppdraget utförs' : `att ${name} utför uppdraget`;
  return name === '' ? 'att beslutet verkställs' : `att ${name} verkställer beslutet`;
}

/** "1 dag", "12 dagar". */
export const dagar = (n: number, sprak: Sprak = 'sv'): string =>
  `${n.toLocaleString(WORDS[sprak].number)} ${WORDS[sprak].days[n === 1 ? 0 : 1]}`;

/** How a last day stands to today: "12 dagar för sent", "i dag", "om 3 dagar". */
export function standsTo(senast: string, idag: string, sprak: Sprak = 'sv'): string {
  const days = daysBetween(idag, senast);
  return days < 0
    ? WORDS[sprak].late(dagar(-days, sprak))
    : days === 0
      ? WORDS[sprak].today
      : WORDS[sprak].ahead(dagar(days, sprak));
}

/** Since when, the last day, where that comes from, and how it stands to today; nothing known gives no parts. */
export function fristText(
  { sedan, senast, frist }: Vantan,
  idag: string | null,
  sprak: Sprak = 'sv',
): string[] {
  return [
    ...(sedan === null ? [] : [`${WORDS[sprak].since} ${sedan}`]),
    ...(senast === null
      ? []
      : [`${WORDS[sprak].latest} ${senast}${frist === null ? '' : ` ${WORDS[sprak].according(frist)}`}`]),
    ...(senast === null || idag === null ? [] : [standsTo(senast, idag, sprak)]),
  ];
}

/** What an open mark says: what is awaited, or that nothing taken in tells how it went on. */
export function oppenText(
  { art, vantan }: Oppen,
  namn: string,
  typ: Arendetyp | undefined,
  sprak: Sprak = 'sv',
): string {
  if (art === 'saknas') return WORDS[sprak].missing;
  if (art === 'delegerad') return WORDS[sprak].delegated;
  return vantan === null ? WORDS[sprak].waitsAt(namn) : WORDS[sprak].waitsFor(vantanText(vantan, typ, sprak));
}

/** What a matter is that goes nowhere further: a decided one may still have something to be carried out. */
export const slutWord = ({ vantar }: Pick<Vag, 'vantar'>): 'avslutat' | 'avgjort' =>
  vantar.length === 0 ? 'avslutat' : 'avgjort';

/** The same in a language. */
export const slutIn = (vag: Pick<Vag, 'vantar'>, sprak: Sprak): string =>
  WORDS[sprak][slutWord(vag) === 'avslutat' ? 'over' : 'decided'];

/** That it goes nowhere further, and whether something is left; without the last full stop. */
export const slutText = (vag: Pick<Vag, 'vantar'>, sprak: Sprak = 'sv'): string =>
  `${WORDS[sprak].ends(slutIn(vag, sprak))}${vag.vantar.length === 0 ? '' : WORDS[sprak].left}`;

/** When the decision can no longer be appealed, if nobody has. */
export const lagaKraftText = ({ tidigast }: LagaKraft, sprak: Sprak = 'sv'): string =>
  WORDS[sprak].force(tidigast);
