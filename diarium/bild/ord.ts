/** What a picture of a way says, in Swedish: steps, votes, what goes along, what is awaited. */
import type { Person, Votering } from '../../extraction/record.ts';
import { daysBetween } from '../way/dagar/rakna.ts';
import type { Arendetyp, LagaKraft, Medfoljande, Vantan } from '../way/types.ts';
import type { Oppen, Pil, Pilart, Steg, Vag } from './types.ts';

export const KIND: { readonly [kind in Steg['kind']]: string } = {
  tjansteskrivelse: 'tjänsteskrivelse',
  protokoll: 'protokoll',
  kallelse: 'kallelse',
  remissvar: 'remissvar',
  annat: 'annat',
};

const UTFALL: { readonly [utfall: string]: string } = {
  bifall: 'bifall',
  avslag: 'avslag',
  aterremiss: 'återremiss',
  bordlagt: 'bordlagt',
};

export const utfallWord = (utfall: string | null): string =>
  utfall === null ? '' : (UTFALL[utfall] ?? utfall);

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
export function listed(parts: readonly (number | string)[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? String(last) : `${parts.slice(0, -1).join(', ')} och ${last}`;
}

/** A value as shown: with a question mark where nothing confirms what OCR has read. */
export const shownField = (value: string, field: string, obekraftade: readonly string[]): string =>
  obekraftade.includes(field) ? `${value}?` : value;

/** The day, or that there is none. */
export const dayOf = ({ datum, obekraftade }: Steg): string =>
  datum === null ? 'datum saknas' : shownField(datum, 'datum', obekraftade);

/** "§ 14"; nothing where there is none. */
export const paragrafOf = ({ paragraf, obekraftade }: Steg): string =>
  paragraf === null ? '' : shownField(`§\u00a0${paragraf}`, 'paragraf', obekraftade);

/** The outcome, also whose wish it was that the matter was sent back. */
export const utfallOf = ({ utfall, minoritet }: Steg): string =>
  minoritet && (utfall === 'aterremiss' || utfall === 'bordlagt')
    ? `${utfallWord(utfall)} (minoritet)`
    : utfallWord(utfall);

/** "votering 8–7", "votering 8–7, 2 avstår, utslag ja". */
export const voteringText = ({
  ja,
  nej,
  avstar,
  utslag = null,
}: Pick<Votering, 'ja' | 'nej' | 'avstar'> & Partial<Pick<Votering, 'utslag'>>): string =>
  `votering ${ja}–${nej}${avstar ? `, ${avstar}\u00a0avstår` : ''}${utslag === null ? '' : `, utslag\u00a0${utslag}`}`;

export const voteringarOf = ({ voteringar = [] }: Steg): string[] => voteringar.map(voteringText);

const MEDFOLJER: { readonly [typ in Medfoljande['typ']]: readonly [one: string, many: string] } = {
  yrkande: ['yrkande', 'yrkanden'],
  reservation: ['reservation', 'reservationer'],
  protokollsanteckning: ['protokollsanteckning', 'protokollsanteckningar'],
  sarskilt_yttrande: ['särskilt yttrande', 'särskilda yttranden'],
  deltar_ej: ['deltar inte i beslutet', 'deltar inte i beslutet'],
  jav: ['jäv', 'jäv'],
};

/** Whoever protests says more than who had something noted; what was moved is many lines in a full § and told last. */
const MEDFOLJER_ORDER: readonly Medfoljande['typ'][] = [
  ...(['reservation', 'sarskilt_yttrande', 'protokollsanteckning'] as const),
  ...(['deltar_ej', 'jav', 'yrkande'] as const),
];

/** "Anna Ek (S)"; a party, a role or a group alone where that is all there is. */
export function personName({ namn, parti, roll }: Person): string {
  const name = namn ?? (parti === null ? roll : null);
  if (name === null) return parti ?? 'okänd';
  return parti === null ? name : `${name} (${parti})`;
}

/** Whose: the parties, and by name those of none; each once. */
function partiesOf(all: readonly Person[]): string {
  return [...new Set(all.map((person) => person.parti ?? personName(person)))].join(', ');
}

/** Whose, by name; of many the first. */
export function namesOf(all: readonly Person[]): string {
  const names = [...new Set(all.map(personName))];
  return names.length <= SHOWN_NAMES + 1
    ? names.join(', ')
    : `${names.slice(0, SHOWN_NAMES).join(', ')} och ${names.length - SHOWN_NAMES} till`;
}

const SHOWN_NAMES = 6;

/**
 * One line a kind: "reservation: S, V", "2 yrkanden: M, S".
 *
 * @param named who protests or has something noted is told by name; who moved what, by party all the same
 */
export function medfoljerOf({ medfoljer = [] }: Steg, named: boolean = false): string[] {
  return MEDFOLJER_ORDER.flatMap((typ) => {
    const own = medfoljer.filter((one) => one.typ === typ);
    if (own.length === 0) return [];
    const [one, many] = MEDFOLJER[typ];
    const counted =
      typ === 'yrkande' && own.length > 1 ? `${own.length}\u00a0${many}` : own.length > 1 ? many : one;
    const persons = own.flatMap(({ av }) => av);
    const whose = named && typ !== 'yrkande' ? namesOf(persons) : partiesOf(persons);
    return whose === '' ? [counted] : [`${counted}: ${whose}`];
  });
}

/** What became of a yrkande. */
const BLEV: { readonly [utfall in 'bifall' | 'avslag']: string } = {
  bifall: ' som bifölls',
  avslag: ' som avslogs',
};

/** One of what goes along, in full: "reservation av Anna Ek (S): text". Whose it is is not said twice. */
export function medfoljandeText({ typ, av, text, utfall }: Medfoljande): string {
  const said = av.some(({ namn }) => namn !== null && text.startsWith(namn));
  const whose = av.length === 0 || said ? '' : ` av ${listed(av.map(personName))}`;
  const became = utfall === null ? '' : BLEV[utfall];
  return `${MEDFOLJER[typ][0]}${whose}${became}${text === '' ? '' : `: ${text}`}`;
}

const PIL: { readonly [art in Pilart]: string } = {
  vidare: 'vidare',
  aterremiss: 'återremiss',
  bordlaggning: 'bordläggning',
  remiss: 'remiss',
  delegation: 'delegation',
};

const VIDARE: { readonly [reason: string]: string } = {
  forslag: 'förslag',
  beredning: 'beredning',
  uppdrag: 'uppdrag',
};

/** The bodies that come after: "därefter Kommunfullmäktige". */
export const sedanText = ({ sedan }: Pick<Pil, 'sedan'>): string =>
  sedan.length === 0 ? '' : `därefter ${sedan.join(' → ')}`;

/** Why the matter goes that way. */
export function pilWord({ art, reason }: Pick<Pil, 'art' | 'reason'>): string {
  if (art !== 'vidare') return PIL[art];
  return reason === null ? '' : (VIDARE[reason] ?? '');
}

/** Runs of numbers drawn together: "att 1–3 och 5". */
export const attText = (nr: readonly number[]): string => (nr.length === 0 ? '' : `att ${nummerText(nr)}`);

/** "1–3 och 5". */
export function nummerText(nr: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const n of nr) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === n) last[1] = n;
    else runs.push([n, n]);
  }
  const texts = runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`));
  return listed(texts);
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
export function vantanText({ vad, av, skal }: Vantan, typ: Arendetyp | undefined): string {
  const name = av === null ? '' : shownName(av);
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
export const dagar = (n: number): string => `${n.toLocaleString('sv-SE')} ${n === 1 ? 'dag' : 'dagar'}`;

/** How a last day stands to today: "12 dagar för sent", "i dag", "om 3 dagar". */
export function standsTo(senast: string, idag: string): string {
  const days = daysBetween(idag, senast);
  return days < 0 ? `${dagar(-days)} för sent` : days === 0 ? 'i dag' : `om ${dagar(days)}`;
}

/** Since when, the last day, where that comes from, and how it stands to today; nothing known gives no parts. */
export function fristText({ sedan, senast, frist }: Vantan, idag: string | null): string[] {
  return [
    ...(sedan === null ? [] : [`sedan ${sedan}`]),
    ...(senast === null ? [] : [`senast ${senast}${frist === null ? '' : ` enligt ${frist}`}`]),
    ...(senast === null || idag === null ? [] : [standsTo(senast, idag)]),
  ];
}

/** What an open mark says: what is awaited, or that nothing taken in tells how it went on. */
export function oppenText({ art, vantan }: Oppen, namn: string, typ: Arendetyp | undefined): string {
  if (art === 'saknas') return 'ingen senare handling inläst';
  if (art === 'delegerad') return 'beslutar på delegation';
  return vantan === null ? `väntar hos ${namn}` : `väntar på ${vantanText(vantan, typ)}`;
}

/** What a matter is that goes nowhere further: a decided one may still have something to be carried out. */
export const slutWord = ({ vantar }: Pick<Vag, 'vantar'>): 'avslutat' | 'avgjort' =>
  vantar.length === 0 ? 'avslutat' : 'avgjort';

/** That it goes nowhere further, and whether something is left; without the last full stop. */
export const slutText = (vag: Pick<Vag, 'vantar'>): string =>
  `Ärendet är ${slutWord(vag)}${vag.vantar.length === 0 ? '' : '. Kvar är det som väntas'}`;

/** When the decision can no longer be appealed, if nobody has. */
export const lagaKraftText = ({ tidigast }: LagaKraft): string => `laga kraft tidigast ${tidigast}`;
