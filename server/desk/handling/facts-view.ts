/** What is known of a handling as a whole: whose meeting it was, when, who was there, who approved the minutes. */
import { html } from 'hono/html';
import type { Handling } from '../../../extraction/record.ts';
import { query } from '../parts/addresses.ts';
import type { Html } from '../parts/html.ts';
import { amount, day } from '../parts/said.ts';
import { joined, organ, people, person } from './people.ts';
import { factId } from './places.ts';
import { decidedMark, unconfirmedMark } from './sureness.ts';
import type { View } from './view.ts';

export function factsView(handling: Handling, view: View): Html {
  const { say, sprak } = view;
  const { huvudman, avsandare, till, undertecknare, dokumentnummer, justerare, anslag } = handling;
  const row = (field: string, value: Html | null): Html => {
    if (!value) return '';
    const places = field in handling.evidence ? html` data-post="${factId(handling, field)}"` : '';
    const unsure = unconfirmedMark(handling.obekraftade.includes(field) ? [field] : [], view);
    return html`<dt>${say.fields[field] ?? field}</dt><dd${places}>${value}${unsure}</dd>`;
  };
  const date = (datum: string | null | undefined): string | null => (datum ? day(datum, sprak) : null);
  const some = <T>(all: readonly T[], show: (all: readonly T[]) => Html): Html | null =>
    all.length > 0 ? show(all) : null;
  return html`<dl class="facts">
${row('huvudman', huvudman)}
${row('organ', handling.organ && organ(handling.organ, huvudman))}
${row('avsandare', avsandare)}
${row(
  'till',
  some(till, (all) => joined(all.map((name) => organ(name, huvudman)))),
)}
${row('datum', date(handling.datum))}
${row('diarienummer', handling.diarienummer && numbers(handling.diarienummer, handling.andraNummer))}
${row('dokumentnummer', dokumentnummer)}
${row('undertecknare', some(undertecknare, people))}
${row('justerare', some(justerare, people))}
${row('justerad', date(anslag?.justerad))}
${row('uppsatt', date(anslag?.uppsatt))}
${row('nedtas', date(anslag?.nedtas))}
</dl>${decidedMark(handling.id, view)}${present(handling, view)}`;
}

/** A number finds its matter. */
export const numbers = (diarienummer: string, others: readonly string[] = []): Html =>
  joined(
    [diarienummer, ...others].map(
      (number) => html`<a href="/sok${query({ diarienummer: number })}">${number}</a>`,
    ),
  );

function present({ narvaro }: Handling, { say, sprak }: View): Html {
  if (!narvaro) return '';
  const groups = (['ledamoter', 'ersattare', 'ovriga'] as const).filter((key) => narvaro[key].length > 0);
  const count = groups.reduce((sum, key) => sum + narvaro[key].length, 0);
  if (count === 0) return '';
  return html`<details class="present"><summary>${say.present}: ${amount(count, say.people, sprak)}</summary>
${groups.map((key) => html`<p class="kind">${say.fields[key]}</p><ul>${narvaro[key].map((one) => html`<li>${person(one)}</li>`)}</ul>`)}
</details>`;
}
