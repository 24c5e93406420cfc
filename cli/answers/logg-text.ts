import type { Handelse, HandelseAnswer, HandelseVad, Kontroll } from '../../store/handelselogg.ts';
import { amount, table } from '../terminal/layout.ts';
import { moment } from './moment.ts';

/** What was done, as it is said of who did it. */
export const VAD: { readonly [vad in HandelseVad]: string } = {
  start: 'startade',
  'arbetare-start': 'startade läsprogrammet',
  inlasning: 'bad om inläsning',
  'inlasning-mottagen': 'lämnade in filer',
  'arkiv-pausat': 'pausade en inläsning',
  'arkiv-fortsatt': 'lät en inläsning fortsätta',
  'arkiv-avbrutet': 'avbröt en inläsning',
  'arkiv-omlast': 'läste om en inläsning',
  rattelse: 'beslutade i granskningen',
  'rattelse-angrad': 'ångrade ett beslut i granskningen',
  'fil-granskad': 'granskade en fil klar',
  'poster-markta': 'märkte poster',
  'arende-sammanfort': 'förde samman ärenden',
  'arende-skilt': 'skilde ärenden åt',
  'organ-andrat': 'ändrade organregistret',
  'organ-angrat': 'ångrade en ändring av organregistret',
  'kanal-skapad': 'skapade en kanal',
  'kanal-ersatt': 'ändrade en kanal',
  'kanal-av': 'stängde av en kanal',
  'kanal-prov': 'satte en kanal på prov',
  'kanal-pa': 'slog på en kanal',
  'leverans-slappt': 'skickade ändå',
  'leverans-skicka-om': 'bad om en leverans igen',
  'leverans-levererad': 'levererade',
  'leverans-misslyckad': 'gav upp en leverans',
  'diarierader-bekraftade': 'bekräftade rader i diariet',
  'diarierad-rattad': 'rättade en rad i diariet',
  'diarierad-angrad': 'ångrade sina ord om en rad i diariet',
  'diarium-exporterat': 'exporterade ur diariet',
  exporterat: 'exporterade det som lästs',
  sakerhetskopia: 'gjorde en säkerhetskopia',
  aterstallning: 'återställde en säkerhetskopia',
  omlasning: 'lät läsa om det som är läst',
  inloggning: 'loggade in',
  'inloggning-nekad': 'nekades att logga in',
  utloggning: 'loggade ut',
  'konto-skapat': 'gjorde ett konto',
  'konto-losenord': 'bytte lösenord',
  'konto-stangt': 'stängde ett konto',
  'nyckel-skapad': 'gjorde en nyckel',
  'nyckel-stangd': 'stängde en nyckel',
  last: 'läste',
};

/** Details whose names are other words in writing. */
const ORD: { readonly [namn: string]: string } = {
  andring: 'ändring',
  angrar: 'ångrar',
  atgard: 'åtgärd',
  attLasa: 'att läsa',
  avstangda: 'avstängda',
  falt: 'fält',
  fran: 'från',
  innehall: 'innehåll',
  installningar: 'inställningar',
  lopande: 'löpande',
  mal: 'mål',
  olasbara: 'oläsbara',
  om: 'läser om inläsning',
  rattelse: 'rättelse',
  redan: 'redan inlästa',
  slappt: 'skickas ändå',
  sokvagar: 'sökvägar',
};

const said = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value);

/** Characters of a hash that people are shown, and of a value. */
const HASH = 8;
const VALUE = 40;

/** How an entry names the intake that it is about. */
const OM_ARKIV = /^arkiv:(\d+)$/u;

/**
 * One line an entry, the newest first: number, when, who, what, and what of.
 *
 * @param columns what is longer is cut to fit; null: nothing is
 */
export function loggText({ total, handelser }: HandelseAnswer, columns: number | null): string {
  const rows = handelser.map((one) => [
    one.nr,
    moment(one.at),
    one.av ?? 'programmet',
    VAD[one.vad] ?? one.vad,
    detailsOf(one, columns !== null),
  ]);
  const rest = total - handelser.length;
  const widths = columns === null ? [{}, {}] : [{ max: 24 }, { max: Math.max(30, columns - 70) }];
  return [
    ...table([{ align: 'right' }, {}, widths[0] ?? {}, {}, widths[1] ?? {}], rows),
    ...(rest > 0 ? [`… och ${amount(rest, 'äldre', 'äldre')}; visa fler med --limit`] : []),
  ].join('\n');
}

/** "inläsning 3, antal 3, status mottagen"; where it is cut, hashes and values are short; nothing that is not there. */
function detailsOf({ om, uppgifter }: Handelse, cut: boolean): string {
  const arkiv = om.flatMap((one) => OM_ARKIV.exec(one)?.[1] ?? []).map((nr) => `inläsning ${nr}`);
  const details = Object.entries(uppgifter).flatMap(([namn, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    const values = Array.isArray(value) ? value.map(String) : [said(value)];
    const text = (cut ? values.map(short) : values).join(' ');
    return [`${ORD[namn] ?? namn} ${cut && text.length > VALUE ? `${text.slice(0, VALUE)}…` : text}`];
  });
  return [...arkiv, ...details].join(', ');
}

const short = (text: string): string => (/^[0-9a-f]{40,64}$/u.test(text) ? `${text.slice(0, HASH)}…` : text);

/** Whether the log is whole, and if not where it breaks. */
export function kontrollText({ antal, sigill, brott }: Kontroll): string {
  const seal = sigill === null ? '' : ` Sigill: ${sigill.nr}:${sigill.hash}`;
  if (brott === null) {
    return `Loggen är hel: ${amount(antal, 'händelse', 'händelser')}.${seal}`;
  }
  const what =
    brott.vad === 'saknas'
      ? `Händelse ${brott.nr} saknas`
      : `Händelse ${brott.nr} är inte som den skrevs, eller så är det den före som har ändrats`;
  return `Loggen är bruten. ${what}. De ${antal} första är hela.`;
}
