/** Handlingar other than minutes: the office's letter, the call to a meeting, the extract of one §. */
import type { Arende, Block, Handling } from '../../../samples/make/content.ts';
import type { Matter } from '../content/matter.ts';
import type { Meeting } from '../content/meeting.ts';
import { hyphenated } from './hyphens.ts';
import { put, say } from './say.ts';
import type { Ingress, Stil } from './stil.ts';

export type LetterPart = 'forslag' | 'bakgrund' | 'ekonomi' | 'underlag' | 'expediering';

export interface LetterWords {
  forslag: (kedja: string[], m: Matter) => Ingress;
  ordning: LetterPart[];
  rubriker: { [part in Exclude<LetterPart, 'forslag'>]?: string };
}

const heading = (rubrik: string | undefined) => (rubrik === undefined ? {} : { rubrik });

function proposal(m: Matter, kedja: string[], stil: Stil, lead: Ingress): Block {
  const form = stil.forslagssatser ?? stil.satser;
  const sats = m.forslag ?? m.beslut;
  const attForm = form.form === 'presens' ? { ...form, form: 'att' as const } : form;
  return {
    typ: 'attsatser',
    som: 'forslag',
    ...heading(lead.rubrik),
    ...(lead.ledtext === undefined ? {} : { ledtext: lead.ledtext }),
    kedja,
    lista: sats.length === 1 && form.lista.startsWith('nr') ? 'ingen' : form.lista,
    satser: put(sats, attForm, m.kedja[0] ?? ''),
  };
}

function part(which: LetterPart, m: Matter, meeting: Meeting, stil: Stil, words: LetterWords): Block[] {
  switch (which) {
    case 'forslag': {
      const lead = words.forslag(m.kedja, m);
      const cut = meeting.dice.chance(stil.brott ?? 0);
      const kedja = lead.ledtext ? m.kedja : m.kedja.slice(0, 1);
      return [...(cut ? [{ typ: 'fyll', rader: 5 } as const] : []), proposal(m, kedja, stil, lead)];
    }
    case 'bakgrund':
      return [{ typ: 'text', ...heading(words.rubriker.bakgrund), stycken: m.amne.bakgrund }];
    case 'ekonomi':
      return [
        {
          typ: 'text',
          ...heading(words.rubriker.ekonomi),
          stycken: [
            'Kostnaden ryms inom beslutad ram. Kommunstyrelsen beslutade i budgeten att nämnderna själva ska bära sina kostnader för hyror och att inga medel avsätts för ändamålet.',
          ],
        },
      ];
    case 'underlag':
      return m.amne.underlag.length > 0
        ? [
            {
              typ: 'underlag',
              rubrik: words.rubriker.underlag ?? 'Beslutsunderlag',
              lista: stil.underlag,
              poster: m.amne.underlag,
            },
          ]
        : [];
    case 'expediering':
      return m.mottagare.length > 0
        ? [
            {
              typ: 'expediering',
              rubrik: words.rubriker.expediering ?? 'Beslutet skickas till',
              lista: stil.mottagare,
              mottagare: m.mottagare,
            },
          ]
        : [];
  }
}

const parts = (m: Matter, meeting: Meeting, stil: Stil, words: LetterWords): Block[] =>
  words.ordning.flatMap((one) => part(one, m, meeting, stil, words));

const finished = (block: Block[], stil: Stil) => (stil.avstava ? block.map(hyphenated) : block);

/** The office's letter to the body that meets. */
export function letter(m: Matter, meeting: Meeting, stil: Stil, words: LetterWords): Handling {
  const diarienummer = stil.dnr(meeting.organ.kort, m.ar, m.diarie);
  return {
    kind: 'tjansteskrivelse',
    huvudman: meeting.plats.namn,
    avsandare: meeting.organ.kontor,
    undertecknare: meeting.ovriga.map((p) => ({ ...p })),
    till: [meeting.organ.namn],
    datum: meeting.datum,
    diarienummer,
    rubrik: m.amne.rubrik,
    tryck: { ort: meeting.plats.ort, kontor: meeting.organ.kontor },
    arenden: [
      {
        rubrik: m.amne.rubrik,
        diarienummer,
        next: meeting.organ.namn,
        block: finished(parts(m, meeting, stil, words), stil),
      },
    ],
  };
}

/** The call to a meeting: bare items first, then those with a proposal. */
export function call(meeting: Meeting, stil: Stil, words: LetterWords): Handling {
  const bare = ['Upprop', 'Val av justerare', 'Fastställande av föredragningslista'].map(
    (rubrik, i): Arende => ({ punkt: String(i + 1), rubrik, block: [], next: meeting.organ.namn }),
  );
  const items = meeting.arenden.map(
    (m, i): Arende => ({
      punkt: String(i + 1 + bare.length),
      rubrik: m.amne.rubrik,
      diarienummer: stil.dnr(meeting.organ.kort, m.ar, m.diarie),
      next: meeting.organ.namn,
      block: finished(parts(m, meeting, stil, words), stil),
    }),
  );
  return {
    kind: 'kallelse',
    huvudman: meeting.plats.namn,
    organ: meeting.organ.namn,
    datum: meeting.datum,
    tryck: { plats: 'Kommunhuset, sal Eken, kl. 09.00', ordforande: meeting.ledamoter[0]?.namn ?? '' },
    arenden: [...bare, ...items],
  };
}

/** One § by itself. */
export function extractOf(m: Matter, meeting: Meeting, stil: Stil): Handling {
  return {
    kind: 'protokoll',
    huvudman: meeting.plats.namn,
    organ: meeting.organ.namn,
    datum: meeting.datum,
    tryck: { kort: meeting.organ.kort },
    arenden: [say(m, meeting, stil)],
  };
}
