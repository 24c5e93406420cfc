import { describe, expect, it } from 'vitest';
import { wayOf } from '../../../diarium/way/index.ts';
import { made } from './way-builder.ts';

const typ = (...rubriker: (string | null)[]) =>
  wayOf(
    rubriker.map((rubrik, n) => made({ organ: 'Kulturnämnden', paragraf: `${n + 1}`, rubrik })),
    { huvudman: null },
  ).typ;

describe('the kind of a matter', () => {
  it.each([
    ['Motion om fler cykelställ', 'motion'],
    ['Svar på motion från Bo Ek (S) om fler cykelställ', 'motion'],
    ['Yttrande över motion 2030:12', 'motion'],
    ['Motion av Bo Ek (S) angående revisionens arbete', 'motion'],
    ['Anmälan av motion – Fler cykelställ', 'motion'],
    ['Svar på motion väckt av Bo Ek (S) beträffande cykelställ', 'motion'],
    ['Val av justerare', 'ovrigt'],
    ['Fria resor för äldre – svar på motion från Bo Ek (S)', 'motion'],
    ['Cykelställ - medborgarförslag', 'medborgarforslag'],
    ['Kulturnämnden: val av ledamot', 'val'],
    ['Friluftsliv – motion och hälsa', 'ovrigt'],
    ['Motion och hälsa för äldre', 'ovrigt'],
    ['Motionsslinga vid Eksjön', 'ovrigt'],
    ['Medborgarförslag om grillplats', 'medborgarforslag'],
    ['Besvarande av medborgarförslag om grillplats', 'medborgarforslag'],
    ['Interpellation till kulturnämndens ordförande om biblioteket', 'interpellation'],
    ['Svar på interpellation om biblioteket', 'interpellation'],
    ['Fråga från Bo Ek (S) om biblioteket', 'fraga'],
    ['Enkel fråga om biblioteket', 'fraga'],
    ['Fråga om ansvarsfrihet för 2029', 'revision'],
    ['Fråga om förvärv av Eken 1:2', 'ovrigt'],
    ['Karneval i Ekstad', 'ovrigt'],
    ['Fyllnadsval till kulturnämnden', 'val'],
    ['Besök av delegation från vänorten', 'ovrigt'],
    ['Delegation från vänorten', 'ovrigt'],
    ['Delegation avseende inköp', 'delegation'],
    ['Frågor och svar om hemtjänst', 'ovrigt'],
    ['Ledamotsinitiativ om belysning', 'initiativ'],
    ['Svar på initiativärende från Bo Ek (C) om avtal', 'initiativ'],
    ['Revisionsberättelse för år 2029', 'revision'],
    ['Årsredovisning 2029 och fråga om ansvarsfrihet', 'revision'],
    ['Svar på revisorernas granskning av intern kontroll', 'revision'],
    ['Val av ledamot i kulturnämnden efter Bo Ek (S)', 'val'],
    ['Avsägelse från uppdrag som ersättare', 'val'],
    ['Valfrihet i hemtjänsten', 'ovrigt'],
    ['Anmälan av delegationsbeslut', 'delegation'],
    ['Anmälan av beslut fattade med stöd av delegation', 'delegation'],
    ['Ändring i delegationsordningen', 'delegation'],
    ['Taxa för cykelställ', 'ovrigt'],
    [null, 'ovrigt'],
  ])('%s: %s', (rubrik, kind) => expect(typ(rubrik)).toBe(kind));

  it('is told by any document’s heading', () => {
    expect(typ('Fler cykelställ', 'Motion om fler cykelställ')).toBe('motion');
    expect(typ('Motion om fler cykelställ', 'Fler cykelställ')).toBe('motion');
  });

  it('is told by the first clause where no heading does', () => {
    const first = (text: string) =>
      wayOf([made({ organ: 'Kommunfullmäktige', paragraf: '1', beslut: [text] })], { huvudman: null }).typ;
    expect(first('Att avslå motionen.')).toBe('motion');
    expect(first('Den av Bo Ek (S) väckta motionen bifalls.')).toBe('motion');
    expect(first('Interpellationen anses besvarad.')).toBe('interpellation');
    expect(first('Att anta budgeten, varmed motionen är besvarad.')).toBe('ovrigt');
  });
});
