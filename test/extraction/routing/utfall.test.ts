import { describe, expect, it } from 'vitest';
import type { Arende } from '../../../extraction/record.ts';
import { paragrafOf, tjansteskrivelseOf } from '../handlingar/read-text.ts';

const FORSLAG = `
Förslag till beslut
Kommunstyrelsen beslutar
att anta taxan för återbruket.
`;

it.each<[string, Arende['utfall'], string]>([
  [
    'the proposal was decided word for word',
    'bifall',
    `${FORSLAG}\nBeslut\nKommunstyrelsen beslutar\natt anta taxan för återbruket.`,
  ],
  [
    'the proposal was decided word for word, numbered with who decides',
    'bifall',
    `${FORSLAG}\nBeslut\n1. Kommunstyrelsen beslutar att anta taxan för återbruket.\n2. Kommunstyrelsen beslutar att uppmana tekniska nämnden att informera om den.`,
  ],
  [
    'the chair found that the proposal was adopted',
    'bifall',
    'Beslutsgång\nOrdföranden finner att kommunstyrelsen bifaller arbetsutskottets förslag.\n\nBeslut\nTaxan antas.',
  ],
  [
    'all who spoke wanted what the body before had proposed: a no to an application',
    'bifall',
    'Yrkanden\nSiri Ek (S) yrkar bifall till arbetsutskottets förslag.\n\nBeslut\nSocialnämndens ansökan om medel avslås.',
  ],
  [
    'a proposal to reject a motion was adopted',
    'bifall',
    'Beslutsgång\nOrdföranden finner att kommunstyrelsen bifaller arbetsutskottets förslag.\n\nBeslut\nMotionen avslås.',
  ],
  [
    'the lead-in names whose proposal',
    'bifall',
    'Beslut\nEnligt tekniska nämndens förslag:\nTaxan för återbruket antas.',
  ],
  ['the proposal was rejected', 'avslag', 'Beslut\nKommunstyrelsen avslår tekniska nämndens förslag.'],
  ['an application was rejected', 'avslag', 'Beslut\nKommunstyrelsen beslutar\natt avslå ansökan.'],
  [
    'the chair found a proposal adopted (antaget)',
    'bifall',
    'Beslutsgång\nOrdföranden finner arbetsutskottets förslag antaget.\n\nBeslut\nTaxan höjs.',
  ],
  [
    'what was put to another body was decided without a word against it',
    'bifall',
    'Beslut\nKommunstyrelsen föreslår kommunfullmäktige\natt ta in torgavgift.',
  ],
  [
    'the chair found for the beslutsförslag against a rival',
    'bifall',
    'Yrkanden\nKarin Alm (M) yrkar att taxan halveras.\n\nBeslutsgång\nOrdföranden ställer beslutsförslaget mot Karin Alms yrkande och finner att nämnden bifaller beslutsförslaget.\n\nBeslut\nTaxan höjs.',
  ],
  [
    'who wanted it sent back lost',
    'bifall',
    'Yrkanden\nKarin Alm (M) yrkar återremiss.\n\nBeslut\nTaxan antas.',
  ],
  [
    'those who asked for one alternative won over the other',
    'bifall',
    'Yrkanden\nKarin Alm (M) yrkar bifall till alternativ 2.\nBo Ek (S) yrkar att alternativ 1 antas.\n\nBeslutsgång\nOrdföranden ställer yrkandena mot varandra och finner att nämnden beslutar enligt Karin Alms yrkande.\n\nBeslut\nSkolorna läggs ihop.',
  ],
  [
    'an ändringsförslag won',
    null,
    'Yrkanden\nKarin Alm (M) yrkar att taxan halveras.\n\nBeslutsgång\nOrdföranden ställer förslagen mot varandra och finner att nämnden beslutar bifalla ändringsförslaget.\n\nBeslut\nTaxan halveras.',
  ],
  [
    'a follow-up was approved and filed',
    'bifall',
    'Beslut\nNämnden godkänner uppföljningen och lägger den till handlingarna.',
  ],
  [
    "a motion was answered by a body's statement",
    'bifall',
    'Beslut\nMotionen anses besvarad med kommunstyrelsens yttrande.',
  ],
  ['a report was approved without a word against it', 'bifall', 'Beslut\nÅrsredovisningen godkänns.'],
  [
    "a citizen's proposal was rejected as the office had proposed",
    'bifall',
    'Beslut\nMedborgarförslaget avslås.\n\nBeslutsunderlag\nTjänsteskrivelse 2024-03-01',
  ],
  [
    "a member's initiative was rejected",
    'avslag',
    'Beslut\nNämndinitiativet avslås.\n\nYrkanden\nKarin Alm (M) yrkar avslag på nämndinitiativet.',
  ],
  ['the matter was sent back', 'aterremiss', 'Beslut\nÄrendet återremitteras till tekniska nämnden.'],
  [
    'the matter was sent back to nobody',
    'aterremiss',
    'Beslut\nKommunstyrelsen beslutar\natt ärendet återremitteras.',
  ],
  ['the matter was put off', 'bordlagt', 'Beslut\nÄrendet bordläggs till sammanträdet den 9 april 2024.'],
  ['somebody was elected', null, 'Beslut\nTill ny ledamot i tekniska nämnden väljs Karin Alm (M).'],
  ['the list of matters was approved', null, 'Beslut\nÄrendelistan godkänns.'],
  ['a resignation was approved', null, 'Beslut\nKommunfullmäktige godkänner avsägelsen.'],
  ['a question was answered', null, 'Beslut\nInterpellationen är besvarad.'],
  [
    'the matter goes on to another body',
    null,
    'Beslut\nMedborgarförslaget överlämnas till tekniska nämnden för beslut.',
  ],
  ['information was noted', null, 'Beslut\nInformationen antecknas.'],
  ['a report was put with the papers', null, 'Beslut\nRapporten läggs till handlingarna.'],
  [
    'a rival yrkande won',
    null,
    `${FORSLAG}
Yrkanden
Karin Alm (M) yrkar att avgiften ska vara 100 kronor.

Beslutsgång
Ordföranden ställer förslaget mot Karin Alms yrkande och finner att Karin Alms yrkande bifallits.

Beslut
Avgiften ska vara 100 kronor.`,
  ],
  ['there is no decision', null, FORSLAG],
])('utfall where %s: %s', (_, utfall, text) => expect(paragrafOf(text).utfall).toBe(utfall));

it('a letter has none', () => {
  expect(tjansteskrivelseOf(FORSLAG).utfall).toBeNull();
});

describe('a minority that sends the matter back', () => {
  it('decides by the finding, whatever the counts', () => {
    const { utfall, voteringar } = paragrafOf(`
      Beslutsgång
      Omröstning begärs. Omröstningen utfaller med 31 ja mot 20 nej. Ordföranden finner att
      ärendet återremitteras eftersom mer än en tredjedel begär det.

      Beslut
      Ärendet återremitteras till tekniska nämnden.`);
    expect(utfall).toBe('aterremiss');
    expect(voteringar).toMatchObject([{ ja: 31, nej: 20 }]);
  });
});
