/** What people have decided, in words. */
import { html } from 'hono/html';
import type { Rattelse } from '../../../diarium/rattelser/index.ts';
import type { Html } from '../parts/html.ts';
import { ETT, moment } from '../parts/said.ts';
import type { Sprak } from '../sprak.ts';
import { rutorOf, textOf } from './rutor.ts';
import { words } from './words.ts';
import { FALTNAMN, SAK, VARDE } from './words-ord.ts';

const VAD = {
  sv: {
    godkann: 'godkände',
    ratta: 'rättade',
    avvisa: 'strök',
    dela: 'delade',
    sla_ihop: 'slog ihop',
    lagg_till: 'lade till',
  },
  en: {
    godkann: 'accepted',
    ratta: 'corrected',
    avvisa: 'struck',
    dela: 'split',
    sla_ihop: 'merged',
    lagg_till: 'added',
  },
} as const;

/** "rättade", and what was said: one line each. */
export function decided({ mal, med, atgard }: Rattelse, sprak: Sprak): { vad: string; sagt: string[] } {
  const vad = VAD[sprak][atgard.typ];
  const names = FALTNAMN[sprak];
  switch (atgard.typ) {
    case 'godkann':
      return { vad, sagt: atgard.falt.map((name) => names[name] ?? name) };
    case 'ratta':
      return {
        vad,
        sagt: rutorOf(mal.typ)
          .filter(({ falt }) => falt in atgard.falt)
          .map((ruta) => {
            const text = textOf(ruta, atgard.falt);
            const shown = ruta.slag === 'val' ? (VARDE[sprak][text] ?? text) : text.replaceAll('\n', ', ');
            return `${names[ruta.name] ?? ruta.name}: ${shown || words[sprak].none}`;
          }),
      };
    case 'avvisa':
      return { vad, sagt: [atgard.skal] };
    case 'dela':
      return { vad, sagt: atgard.texter };
    case 'sla_ihop':
      return { vad, sagt: med.map(({ ankare }) => ankare.text) };
    case 'lagg_till': {
      const text = atgard.falt.text ?? atgard.falt.mottagare;
      return { vad: `${vad} ${ETT[sprak][atgard.punkt]}`, sagt: typeof text === 'string' ? [text] : [] };
    }
  }
}

/** All that was decided of a thing, with buttons to take it back. @param undo makes the button of one */
export function history(
  historik: readonly Rattelse[],
  sprak: Sprak,
  undo: (rattelse: Rattelse) => Html,
): Html {
  if (historik.length === 0) return '';
  const say = words[sprak];
  return html`<section aria-labelledby="historik" class="granska-historik">
<h2 id="historik">${say.history}</h2>
<ol>${historik.map((rattelse) => {
    const { vad, sagt } = decided(rattelse, sprak);
    const { av, at, angrad, mal } = rattelse;
    return html`<li>
<p><b>${av}</b> ${vad} ${rattelse.atgard.typ === 'lagg_till' ? '' : SAK[sprak][mal.typ]} <span class="quiet">${moment(at, sprak)}</span></p>
${sagt.length > 0 ? html`<ul lang="sv">${sagt.map((line) => html`<li>${line}</li>`)}</ul>` : ''}
${angrad ? html`<p class="quiet">${say.undone}: ${angrad.av}, ${moment(angrad.at, sprak)}</p>` : undo(rattelse)}</li>`;
  })}</ol></section>`;
}
