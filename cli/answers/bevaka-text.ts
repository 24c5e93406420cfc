import * as ord from '../../diarium/bild/ord.ts';
import {
  type Arendetyp,
  type BevakningAnswer,
  type Bevakningsrad,
  mayBeDone,
  WATCHED_YEARS,
} from '../../store/bevakning.ts';
import { amount, wrap } from '../terminal/layout.ts';
import { dayOfMoment } from './moment.ts';
import { place, unconfirmedNote } from './words.ts';

/** A kind of matter in words; nothing for what has no rules of its own. */
const TYP: { readonly [typ in Arendetyp]: string } = {
  motion: 'motion',
  medborgarforslag: 'medborgarförslag',
  interpellation: 'interpellation',
  fraga: 'fråga',
  initiativ: 'initiativärende',
  revision: 'revision',
  val: 'val',
  delegation: 'delegationsbeslut',
  ovrigt: '',
};

const INDENT = '  ';

/** Clauses shown of one row; the matter itself has all. */
const SHOWN_CLAUSES = 2;

/** What is late, then what comes, then what has no last day; at the end what was left out. */
export function bevakaText(answer: BevakningAnswer, inom: number | undefined, columns: number): string {
  const { idag, sena, kommande, utanFrist, rader } = answer;
  const ahead = inom === undefined ? 'med sista dag framför sig' : `med sista dag inom ${ord.dagar(inom)}`;
  const parts: [string, number, Bevakningsrad[]][] = [
    ['FÖRSENAT', sena, rader.filter(({ dagarKvar }) => dagarKvar !== null && dagarKvar < 0)],
    ['KOMMER', kommande, rader.filter(({ dagarKvar }) => dagarKvar !== null && dagarKvar >= 0)],
    ['UTAN SISTA DAG', utanFrist, rader.filter(({ dagarKvar }) => dagarKvar === null)],
  ];
  const counted = [
    `${idag}: ${sena === 0 ? 'inget är försenat' : amount(sena, 'försenad', 'försenade')}`,
    `${kommande === 0 ? 'inget' : kommande.toLocaleString('sv-SE')} ${ahead}`,
    ...(utanFrist > 0 ? [`${utanFrist.toLocaleString('sv-SE')} utan sista dag`] : []),
  ].join(', ');
  const lines = wrap(`${counted}.`, columns);
  for (const [title, count, own] of parts) {
    if (own.length === 0) continue;
    lines.push(
      '',
      own.length < count ? `${title} (visar ${own.length} av ${count.toLocaleString('sv-SE')})` : title,
    );
    for (const rad of own) lines.push('', ...rowText(rad, idag, columns));
  }
  const rest = sena + kommande + utanFrist - rader.length;
  const more = [
    ...(rest > 0 ? wrap(`… och ${rest.toLocaleString('sv-SE')} till: --limit`, columns) : []),
    ...leftOut(answer, inom, columns),
    // An archive has holes, and nobody is to be called late in public for one.
    ...(sena > 0
      ? wrap(
          'Försenat enligt det som är inläst. Ett protokoll som inte är inläst kan ha avgjort saken.',
          columns,
        )
      : []),
  ];
  if (more.length > 0) lines.push('', ...more);
  const note = unconfirmedNote(rader.flatMap(({ obekraftade }) => obekraftade));
  return [...lines, ...(note.length > 0 ? ['', ...note] : [])].join('\n');
}

function rowText(rad: Bevakningsrad, idag: string, columns: number): string[] {
  const { diarienummer, huvudman, rubrik, typ, obekraftade, sedan, senast, frist, kalla } = rad;
  const number =
    diarienummer === null
      ? `utan diarienummer (arende "${rad.matterId}")`
      : ord.shownField(diarienummer, 'diarienummer', obekraftade);
  const head = [number, huvudman ?? 'utan huvudman', TYP[typ]].filter((part) => part !== '').join(' · ');
  const when = [
    ...(senast === null ? [] : [ord.standsTo(senast, idag)]),
    ...(senast === null ? [] : [`senast ${senast}${frist === null ? '' : ` enligt ${frist}`}`]),
    ...(sedan === null ? [] : [`väntat sedan ${sedan}`]),
  ];
  const awaited = ord.vantanText(rad, typ);
  return [
    ...wrap(head, columns),
    ...(rubrik === null ? [] : wrap(rubrik, columns, INDENT)),
    ...wrap(`Väntar på ${awaited}`, columns, INDENT),
    ...(when.length === 0 ? [] : wrap(when.join(' · '), columns, INDENT)),
    ...unknownSince(rad, columns),
    ...clauses(rad, columns),
    ...reminded(rad, columns),
    ...wrap(place(kalla.fileName, kalla.page), columns, INDENT),
  ];
}

/** That a body may have done it at a meeting whose minutes are not here; only where it would have to be late for sure. */
function unknownSince(rad: Bevakningsrad, columns: number): string[] {
  const { av, inlagtTill } = rad;
  if (av === null || !mayBeDone(rad)) return [];
  const since = inlagtTill === null ? '' : ` efter ${inlagtTill}`;
  return wrap(`OBS: inget protokoll från ${ord.shownName(av)}${since} är inläst`, columns, INDENT);
}

/** Who was reminded last, and how often; what was said is what the row says. */
function reminded({ paminnelser }: Bevakningsrad, columns: number): string[] {
  const last = paminnelser.at(-1);
  if (!last) return [];
  const count = paminnelser.length === 1 ? 'påminnelse' : `${paminnelser.length} påminnelser, senast`;
  return wrap(`${count} ${dayOfMoment(last.at)}: ${last.till}`, columns, INDENT);
}

/** What asks for it, word for word; of many clauses the first. */
function clauses({ text }: Bevakningsrad, columns: number): string[] {
  const all = (text ?? '').split('\n').filter((one) => one !== '');
  return [
    ...all.slice(0, SHOWN_CLAUSES).flatMap((one) => wrap(one, columns, `${INDENT}  `, `${INDENT}• `)),
    ...(all.length > SHOWN_CLAUSES ? [`${INDENT}… och ${all.length - SHOWN_CLAUSES} till`] : []),
  ];
}

/** What the question left out, and how it is asked for. */
function leftOut({ utelamnade }: BevakningAnswer, inom: number | undefined, columns: number): string[] {
  const { aldre, senare, utanFrist } = utelamnade;
  const parts = [
    ...(aldre > 0
      ? [`${aldre.toLocaleString('sv-SE')} i ärenden där inget har hänt på ${WATCHED_YEARS} år`]
      : []),
    ...(senare > 0 && inom !== undefined
      ? [`${senare.toLocaleString('sv-SE')} med sista dag senare än om ${ord.dagar(inom)}`]
      : []),
    ...(utanFrist > 0 ? [`${utanFrist.toLocaleString('sv-SE')} utan sista dag`] : []),
  ];
  return parts.length === 0 ? [] : wrap(`Dessutom ${ord.listed(parts)}: --alla`, columns);
}
