/** A matter's facts said in a template's words: the blocks that are printed, and what they hold. */
import type { Arende, Block, YrkandeTyp } from '../../../samples/make/content.ts';
import { type Clause, capital } from '../content/clause.ts';
import type { Matter, Motion } from '../content/matter.ts';
import type { Meeting } from '../content/meeting.ts';
import { vem } from './forms.ts';
import { hyphenated } from './hyphens.ts';
import type { Del, Satsform, Stil } from './stil.ts';

/** Clauses as printed. */
export function put(clauses: Clause[], { form, slut }: Satsform, organ: string): string[] {
  const printed = (clause: Clause): string => {
    switch (form) {
      case 'infinitiv':
        return capital(clause.infinitiv);
      case 'att':
        return `att ${clause.infinitiv}`;
      case 'passiv':
        return clause.passiv;
      case 'presens':
        return clause.presens ? `${organ} ${clause.presens}` : clause.passiv;
    }
  };
  return clauses.map((clause, i) => `${printed(clause)}${i === clauses.length - 1 ? slut[1] : slut[0]}`);
}

const TYPES: { [slag in Motion['slag']]: YrkandeTyp[] } = {
  bifall: ['bifall'],
  avslag: ['avslag'],
  bordlaggning: ['bordlaggning'],
  aterremiss: ['aterremiss'],
  andring: ['andring'],
  tillagg: ['tillagg'],
  'forsta-andra': ['aterremiss', 'avslag'],
  'bifall-avslag': ['bifall', 'avslag'],
  skriftligt: ['bifall'],
  vidare: ['avslag'],
};

/** A mover as the gold names one: name and party, whatever stands before the name. */
const mover = (p: { namn: string | null; parti: string | null }) =>
  p.namn === null ? (p.parti ?? '') : `${p.namn} (${p.parti})`;

function motions(m: Matter, stil: Stil): Extract<Block, { typ: 'yrkanden' }>['inlagg'] {
  return m.yrkanden.map((y) => ({
    text: capital(stil.yrka(y, vem(y.av, stil), m, stil)),
    yrkanden: TYPES[y.slag].map((typ) => ({ av: y.av.map(mover), typ, utfall: y.utfall })),
  }));
}

const maybe = (rubrik: string | undefined) => (rubrik === undefined ? {} : { rubrik });

function clauses(som: 'forslag' | 'beslut', m: Matter, meeting: Meeting, stil: Stil): Block[] {
  const sats = som === 'forslag' ? m.forslag : m.beslut;
  if (!sats) return [];
  const form = som === 'forslag' ? (stil.forslagssatser ?? stil.satser) : stil.satser;
  const lead = som === 'forslag' ? stil.forslag(m, meeting) : stil.beslut(m.kedja, m, meeting);
  const organ = meeting.organ.namn;
  const ownForm: Satsform =
    form.form === 'presens' && (som === 'forslag' || m.kedja.length > 1) ? { ...form, form: 'att' } : form;
  // One clause by itself often stands without a number.
  const single = sats.length === 1 && ownForm.lista.startsWith('nr') && m.nr % 2 === 0;
  const lista = single ? 'ingen' : ownForm.lista;
  const cut = (stil.brott ?? 0) > 0 && meeting.dice.chance(stil.brott ?? 0);
  return [
    ...(cut && som === 'beslut' ? [{ typ: 'fyll', rader: meeting.dice.int(4, 6) } as Block] : []),
    {
      typ: 'attsatser',
      som,
      ...maybe(lead.rubrik),
      ...(lead.ledtext === undefined ? {} : { ledtext: lead.ledtext }),
      // A proposal under a § is one to the body that meets.
      kedja: som === 'beslut' ? m.kedja : proposed(m, lead.ledtext, meeting),
      lista,
      satser: put(sats, ownForm, organ),
    },
    ...(som === 'beslut' ? besides(m, ownForm, organ) : []),
  ];
}

/** What a body decides beside: for itself, and as a list of orders to somebody. */
function besides(m: Matter, form: Satsform, organ: string): Block[] {
  const own: Block = {
    typ: 'attsatser',
    som: 'beslut',
    ledtext: `${organ} beslutar för egen del`,
    kedja: m.kedja.slice(0, 1),
    lista: form.lista,
    satser: put(m.egen, form, organ),
  };
  const orders: Block[] = m.uppdrag
    ? [
        {
          typ: 'attsatser',
          som: 'beslut',
          ledtext: `${m.uppdrag.till} får i uppdrag att:`,
          kedja: m.kedja,
          lista: 'streck',
          satser: m.uppdrag.vad,
        },
      ]
    : [];
  return [...(m.egen.length > 0 ? [own] : []), ...orders];
}

/** The bodies of a proposal's introducing line; without one, the body that meets. */
function proposed(m: Matter, ledtext: string | undefined, meeting: Meeting): string[] {
  if (!ledtext) return [meeting.organ.namn];
  const named = [m.fran.organ ? m.fran.namn : null, ...m.kedja].filter((k): k is string => k !== null);
  const lower = ledtext.toLowerCase();
  const found = named.filter((k) => lower.includes(k.toLowerCase()));
  return found.length > 0 ? found : [meeting.organ.namn];
}

function part(del: Del, m: Matter, meeting: Meeting, stil: Stil): Block[] {
  const heading = maybe(stil.rubriker[del]);
  switch (del) {
    case 'beslut':
    case 'forslag':
      return clauses(del, m, meeting, stil);
    case 'bakgrund':
      return m.amne.bakgrund.length > 0 ? [{ typ: 'text', ...heading, stycken: m.amne.bakgrund }] : [];
    case 'tidigare':
      return m.tidigare
        ? [
            {
              typ: 'text',
              ...heading,
              stycken: [
                `${m.tidigare.organ} beslutade den ${m.tidigare.datum}, § ${m.tidigare.nr}, att ge förvaltningen i uppdrag att utreda frågan och att återkomma med ett förslag.`,
              ],
            },
          ]
        : [];
    case 'underlag':
      return m.amne.underlag.length > 0
        ? [
            {
              typ: 'underlag',
              rubrik: stil.rubriker.underlag ?? 'Underlag',
              lista: stil.underlag,
              poster: m.amne.underlag,
            },
          ]
        : [];
    case 'yrkanden':
      return m.yrkanden.length > 0 ? [{ typ: 'yrkanden', ...heading, inlagg: motions(m, stil) }] : [];
    case 'gang': {
      const stycken = stil.gang(m, meeting, stil);
      return stycken.length > 0 ? [{ typ: 'text', ...heading, stycken }] : [];
    }
    case 'votering':
      return m.votering
        ? [
            {
              typ: 'votering',
              ...heading,
              stycken: stil.rosta(m.votering, m, stil, meeting),
              ...(stil.tabell ? { tabell: true } : {}),
              votering: m.votering,
            },
          ]
        : [];
    case 'reservation':
      return m.reservation
        ? [
            {
              typ: 'reservationer',
              ...heading,
              inlagg: [
                { text: capital(stil.reservera(m.reservation, stil)), av: m.reservation.av.map(mover) },
              ],
            },
          ]
        : [];
    case 'anteckning':
      return m.noter.map((note) => ({
        typ: 'anteckningar',
        ...maybe(stil.rubriker[note.typ]),
        inlagg: [{ text: capital(stil.anteckna(note, stil)), av: note.av.map(mover), typ: note.typ }],
      }));
    case 'omedelbar':
      return m.omedelbar
        ? [{ typ: 'text', ...heading, stycken: ['Paragrafen förklaras omedelbart justerad.'] }]
        : [];
    case 'expediering':
      return m.mottagare.length > 0
        ? [
            {
              typ: 'expediering',
              rubrik: stil.rubriker.expediering ?? 'Beslutet skickas till',
              lista: stil.mottagare,
              mottagare: m.mottagare,
            },
          ]
        : [];
  }
}

/** Whether a reader of the § can tell that what was decided is what was proposed. */
function shows(m: Matter, meeting: Meeting, stil: Stil): boolean {
  if (stil.ordning.includes('forslag') || m.yrkanden.length > 0) return true;
  return /enligt|tillstyrk/i.test(stil.beslut(m.kedja, m, meeting).ledtext ?? '');
}

/** One § of a protokoll. */
export function say(m: Matter, meeting: Meeting, stil: Stil): Arende {
  const block = stil.ordning.flatMap((del) => part(del, m, meeting, stil));
  return {
    paragraf: stil.paragraf(m.nr, m.ar),
    rubrik: m.amne.rubrik,
    ...(m.diarie > 0 ? { diarienummer: stil.dnr(meeting.organ.kort, m.ar, m.diarie) } : {}),
    block: stil.avstava ? block.map(hyphenated) : block,
    ...(m.utfall && shows(m, meeting, stil) ? { utfall: m.utfall } : {}),
    ...(m.next ? { next: m.next } : {}),
    ...(m.omedelbar ? { omedelbartJusterad: true } : {}),
  };
}
