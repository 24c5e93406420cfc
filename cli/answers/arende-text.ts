import { bildOf } from '../../diarium/bild/bild.ts';
import * as ord from '../../diarium/bild/ord.ts';
import type { Bild, Oppen, Pil } from '../../diarium/bild/types.ts';
import type { StepDetails as AllDetails } from '../../diarium/way/step-details.ts';
import type { ArendeAnswer, Steg } from '../../store/store.ts';
import { wrap } from '../terminal/layout.ts';
import { type Beside, hasRoom, type Texts, wayChain, wayLanes } from './way-graph.ts';
import { place, unconfirmedNote } from './words.ts';

type StepDetails = Pick<AllDetails, 'avsandare' | 'clauses'>;

/** Clauses shown for one step; a taxa's hundred are better read in the file. */
const SHOWN_CLAUSES = 12;

const numberOf = ({
  diarienummer,
  obekraftade,
}: Pick<ArendeAnswer, 'diarienummer' | 'obekraftade'>): string =>
  diarienummer === null ? 'utan diarienummer' : ord.shownField(diarienummer, 'diarienummer', obekraftade);

/** What a person has to look at before the matters are one: a number that may be misread, or two that stand together. */
function maybeSame({ kanHoraIhop, obekraftade }: ArendeAnswer, columns: number): string[] {
  const isUnsure = (other: ArendeAnswer['kanHoraIhop'][number]) =>
    obekraftade.length + other.obekraftade.length > 0;
  const [unsure, beside] = [kanHoraIhop.filter(isUnsure), kanHoraIhop.filter((other) => !isUnsure(other))];
  const listed = (why: string, others: ArendeAnswer['kanHoraIhop']): string[] =>
    others.length === 0
      ? []
      : [
          '',
          ...wrap(`Kan höra ihop med, ${why} (ärendena hålls isär tills någon har sett efter):`, columns),
          ...others.flatMap((other) => {
            const name = other.rubrik === null ? '' : ` · ${other.rubrik}`;
            return wrap(`${numberOf(other)}${name} (arende "${other.id}")`, columns, '    ', '  ');
          }),
        ];
  return [
    ...listed('om diarienumret är rätt läst', unsure),
    ...listed('för att en handling anger båda numren', beside),
  ];
}

/**
 * A matter's way: the bodies as tracks, or where the lines are short one under the other; at every step the day, §,
 * outcome, votes, who protested, the clauses and the file; where it went, what is awaited, where it lies.
 *
 * @param idag YYYY-MM-DD
 */
export function arendeText(
  answer: ArendeAnswer,
  details: StepDetails[],
  columns: number,
  idag: string,
): string {
  const { huvudman, rubrik, steg: steps, hos, avslutat, obekraftade } = answer;
  const also = answer.aven.length > 0 ? ` (även ${answer.aven.join(', ')})` : '';
  const lines = [`${numberOf(answer)}${also} · ${huvudman ?? 'utan huvudman'}`];
  if (rubrik !== null) lines.push(...wrap(rubrik, columns));
  lines.push('');
  // What an older way does not know of its writers stands in their documents.
  const known = steps.map((steg, i) => ({
    ...steg,
    avsandare: steg.avsandare ?? details[i]?.avsandare ?? null,
  }));
  const bild = bildOf({ ...answer, steg: known }, idag);
  const texts = textsOf(bild, details);
  lines.push(...(hasRoom(bild, columns) ? wayLanes : wayChain)(bild, texts, columns));
  const where = hos === null ? 'okänt' : ord.shownName(hos);
  lines.push('', avslutat ? `${ord.slutText(answer)}.` : `Ligger hos: ${where}`);
  lines.push(...unconfirmedNote([...obekraftade, ...steps.flatMap((steg) => steg.obekraftade)]));
  lines.push(...maybeSame(answer, columns));
  lines.push(...leftOut(answer, columns));
  return lines.join('\n');
}

function leftOut({ utelamnade = 0, diarienummer, id }: ArendeAnswer, columns: number): string[] {
  if (utelamnade === 0) return [];
  const text = `Ärendet har så många handlingar att vägen bara visar de senaste. ${utelamnade.toLocaleString('sv')} äldre är inte med. Vad som står i dem hittas med: expediera search --diarienummer "${diarienummer ?? id}" ""`;
  return ['', ...wrap(text, columns)];
}

function textsOf(bild: Bild, details: StepDetails[]): Texts {
  return {
    steps: bild.markeringar.map(({ steg, bana }, at) =>
      stepTexts(steg, bild.banor[bana]?.namn ?? '', clauseTexts(bild, details, at)),
    ),
    arrows: bild.pilar.map((pil) => arrowTexts(bild, pil)),
    open: bild.oppna.map((oppen) => openTexts(bild, oppen, details[oppen.fran]?.clauses ?? [])),
  };
}

/** The clauses of a step; several that stand word for word at an earlier step are not said again. */
function clauseTexts({ markeringar }: Bild, details: StepDetails[], at: number): Beside[] {
  const clauses = details[at]?.clauses ?? [];
  const same = (other: readonly string[]) =>
    other.length === clauses.length && other.every((c, i) => c === clauses[i]);
  const earlier =
    clauses.length < 2 ? undefined : markeringar.slice(0, at).find((_, i) => same(details[i]?.clauses ?? []));
  if (earlier) {
    const { steg } = earlier;
    const where = [steg.datum === null ? 'ovan' : ord.dayOf(steg), ord.paragrafOf(steg)].filter(
      (part) => part !== '',
    );
    return [
      {
        text: `samma ${clauses.length} att-satser, ord för ord, som ${where.join(' ')}`,
        first: '  = ',
        indent: '    ',
      },
    ];
  }
  const shown = clauses.slice(0, SHOWN_CLAUSES).map((text) => ({ text, first: '  • ', indent: '    ' }));
  const rest = clauses.length - shown.length;
  return rest > 0 ? [...shown, { text: `… och ${rest} till`, first: '  ' }] : shown;
}

function stepTexts(steg: Steg, namn: string, clauses: Beside[]): Beside[] {
  const kind = steg.kind === 'protokoll' && steg.paragraf !== null ? '' : ord.KIND[steg.kind];
  const who = [namn, kind, ord.paragrafOf(steg)].filter((part) => part !== '').join(' · ');
  const utfall = ord.utfallOf(steg);
  const said = [
    ...(steg.sekretess ? ['SEKRETESS'] : []),
    ...ord.voteringarOf(steg),
    ...ord.medfoljerOf(steg, true),
  ];
  const { lagaKraft } = steg;
  const kraft = lagaKraft
    ? [
        `anslaget ${lagaKraft.anslaget}, kan överklagas till och med ${lagaKraft.overklagasTill}, ${ord.lagaKraftText(lagaKraft)}`,
      ]
    : [];
  return [
    // A no-break space keeps the day apart from the rest.
    {
      text: `${ord.dayOf(steg)}\u00a0 ${who}${utfall === '' ? '' : ` · ${utfall}`}`,
      first: '',
      indent: '  ',
    },
    ...(said.length === 0 ? [] : [{ text: said.join(' · '), first: '  ', indent: '  ' }]),
    ...clauses,
    ...kraft.map((text) => ({ text, first: '  ', indent: '  ' })),
    { text: place(steg.fileName, steg.page), first: '  ' },
  ];
}

/** Where it went, once; nothing where it stays with the body: it is called to a meeting, or is to answer what it took. */
function arrowTexts({ markeringar, banor, pilar, oppna }: Bild, pil: Pil): Beside[] {
  const from = markeringar[pil.fran];
  const stays = from?.steg.kind === 'kallelse' || (pil.reason === null && 'oppen' in pil.till);
  if (from?.bana === pil.bana && stays) return [];
  const alike = ({ fran, bana, art, reason }: Pil) =>
    fran === pil.fran && bana === pil.bana && art === pil.art && reason === pil.reason;
  if (pilar.find(alike) !== pil) return [];
  const nr = [...new Set(pilar.filter(alike).flatMap((one) => one.nr))].sort((a, b) => a - b);
  const namn = banor[pil.bana]?.namn ?? '';
  const lost = 'oppen' in pil.till && oppna[pil.till.oppen]?.art === 'saknas';
  const why = [
    ord.pilWord(pil),
    ord.attText(nr),
    ord.sedanText(pil),
    lost ? 'ingen senare handling inläst' : '',
  ];
  return [{ text: [namn, ...why.filter((part) => part !== '')].join(' · ') }];
}

/** What is awaited; nothing for a gap, which is told where the matter went that way. */
function openTexts({ banor, idag, vag }: Bild, oppen: Oppen, told: readonly string[]): Beside[] {
  if (oppen.art !== 'vantar') return [];
  const { vantan, sen } = oppen;
  if (vantan === null) return [{ text: `Väntar hos ${banor[oppen.bana]?.namn}` }];
  // The clauses of the step that asks stand there already.
  const asked = (vantan.text ?? '').split('\n').filter((text) => text !== '' && !told.includes(text));
  const frist = ord.fristText(vantan, idag).join(', ');
  return [
    {
      text: `${sen ? 'FÖRSENAT:' : 'Väntar på'} ${ord.vantanText(vantan, vag.typ)}`,
      first: '',
      indent: '  ',
    },
    ...(frist === '' ? [] : [{ text: frist, first: '  ' }]),
    ...asked.map((text) => ({ text, first: '  • ', indent: '    ' })),
    { text: place(vantan.kalla.fileName, vantan.kalla.page), first: '  ' },
  ];
}
