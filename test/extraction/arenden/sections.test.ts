import { describe, expect, it } from 'vitest';
import { headingOf } from '../../../extraction/vocabulary/headings.ts';
import type { Section } from '../../../extraction/vocabulary/section.ts';

describe('headingOf', () => {
  it.each<[Section, string[]]>([
    [
      'forslag',
      [
        'Förslag till beslut',
        'FÖRSLAG TILL BESLUT',
        'Förvaltningens förslag till beslut',
        'Arbetsutskottets förslag till beslut',
        'Kommunstyrelsens förslag till kommunfullmäktige',
        'Ordförandens förslag',
      ],
    ],
    ['beslut', ['Beslut', 'Kommunstyrelsens beslut', 'Kommunstyrelsens arbetsutskotts beslut', 'BESLUT:']],
    [
      'yrkanden',
      [
        'Yrkande',
        'Yrkanden',
        'Förslag och yrkanden',
        'Framlagda förslag till beslut',
        'Förslag till beslut på sammanträdet',
        'Dagens sammanträde',
      ],
    ],
    ['beslutsgang', ['Beslutsgång', 'Propositionsordning', 'Proposition']],
    ['votering', ['Votering', 'Omröstning', 'Omröstningsresultat']],
    ['reservation', ['Reservation', 'Reservationer', 'Reservation mot beslutet']],
    ['anteckning', ['Protokollsanteckning', 'Särskilt yttrande', 'Deltar ej i beslutet']],
    ['jav', ['Jäv', 'Anmälan om jäv']],
    [
      'expediering',
      [
        'Expedieras till',
        'Beslutet skickas till',
        'Protokollet ska skickas till',
        'Delges',
        'Utdrag till:',
        'Sändlista',
      ],
    ],
    ['underlag', ['Beslutsunderlag', 'Underlag', 'Handlingar', 'Underlag för beslut']],
    ['bilagor', ['Bilagor', 'Bilaga']],
    ['tidigare', ['Tidigare behandling', 'Tidigare beslut', 'Beredning']],
    ['justering', ['Justering', 'Omedelbar justering']],
    ['bakgrund', ['Sammanfattning', 'Ärendebeskrivning', 'Bakgrund', 'Förvaltningens bedömning', 'Ärendet']],
  ])('%s', (section, headings) => {
    expect(headings.filter((h) => headingOf(h) !== section)).toEqual([]);
  });

  it.each([
    'Kommunstyrelsen beslutar enligt förvaltningens förslag.',
    'Kommunstyrelsen avslår tekniska nämndens förslag.',
    'Enligt tekniska nämndens förslag:',
    'Enligt förvaltningens förslag:',
    'På ordförandens förslag:',
    'Beslutet att anta taxan togs i mars.',
    'beslut',
    '1. Beslut',
    'Förslag om gratis återbruk',
    'Ordföranden frågar om nämnden kan besluta enligt förvaltningens förslag',
    'Yrkandet bifalls.',
    'Reservationen lämnades in för sent.',
    '',
  ])('none: %s', (line) => expect(headingOf(line)).toBeNull());
});
