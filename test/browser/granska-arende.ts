/** Review of ärenden, warnings and decisions that have lost their target: what is no item. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wayOf } from '../../diarium/way/index.ts';
import { arende, attsats, fileRecord, handling, sha } from '../store/made-up.ts';
import type { OnGranska } from './granska-bed.ts';
import { focused, heading, said, settled } from './granska-hands.ts';
import { axeFaults, lookAt, openTab } from './looks.ts';

/** @param given known when the tests run */
export function whatIsNoItem(given: () => OnGranska): void {
  describe('what is no item', () => {
    const to = { organ: 'Kommunstyrelsen', reason: 'forslag' as const };
    const clause = attsats('anta taxan för badhuset', { next: to });
    const numbered = arende({
      ...{ paragraf: '14', diarienummer: 'KS 2031/17', rubrik: 'Ny taxa', obekraftade: ['diarienummer'] },
      ...{ beslut: [clause], next: to },
    });
    const numberless = arende({ paragraf: '15', rubrik: 'Plan för skolskjuts', next: to });
    const record = fileRecord('a', [handling({ arenden: [numbered, numberless] })]);
    const warned = { ...record, warnings: [{ code: 'repaired', message: 'Lagad. (Repaired.)', page: null }] };
    const at = `/granska/${sha('a')}`;
    let { browser, on } = {} as OnGranska;
    let page: Page;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ browser, on } = given());
      const { store } = on.bed;
      await store.offerFile('/in/a.pdf', sha('a'));
      await store.setOutcome(sha('a'), { status: 'done' });
      const { matters } = await store.saveRecord(warned, '1.0');
      for (const id of matters) await store.updateWay(id, wayOf);
      ({ page, close } = await openTab(browser, on.elsa.url));
    });
    afterAll(() => close());

    it('is accepted by the fields that are asked about', async () => {
      await page.goto(`${at}/${numbered.id}`);
      expect(await page.getByRole('checkbox').count()).toBe(1);
      expect(await page.getByRole('checkbox', { name: /Diarienummer: KS 2031\/17/ }).isChecked()).toBe(true);
      expect(await said(page.locator('dl.granska-falt'))).toContain('KS 2031/17 obekräftat');
      await lookAt(browser, on.olle.url, `${at}/${numbered.id}`, 'granska-arende', 'html.granska-levande');
      await settled(page, () => page.keyboard.press('g'));
      expect((await on.bed.store.mal(sha('a'), numbered.id))?.obekraftade).toEqual([]);
    });

    it('is found by a row that has the id of its matter, and given its number', async () => {
      const rows = (await on.bed.store.granska({ sha256: sha('a') })).rader;
      const row = rows.find(({ code }) => code === 'diarienummer-missing');
      expect(row?.id).not.toBe(numberless.id);
      await page.goto(`/granska?fil=${sha('a')}`);
      await page.getByRole('link', { name: /Ärende.*§ 15/ }).click();
      expect(new URL(page.url()).pathname).toBe(`${at}/${numberless.id}`);
      expect(await said(page.locator('.granska-vag'))).toContain('av 2');
      await page.keyboard.press('r');
      await page.locator('#ratta-diarienummer').fill('KS 2031/18');
      await settled(page, () => page.keyboard.press('Enter'));
      expect((await on.bed.store.mal(sha('a'), numberless.id))?.falt.diarienummer).toBe('KS 2031/18');
    });

    it('is seen, where it is a warning, by saying that the file is gone through', async () => {
      await page.goto(at);
      expect(await said(page.getByRole('region', { name: 'Varningar' }))).toContain('Lagad.');
      await settled(page, () => page.getByRole('button', { name: 'Filen är genomgången' }).click());
      expect(await said(page.getByRole('main'))).toContain('Elsa Norén har gått igenom filen.');
      expect((await on.bed.store.granska({ sha256: sha('a') })).total).toBe(0);
    });

    it('is told, where a new reading has lost what was decided, and taken back', async () => {
      await page.goto(`${at}/${clause.id}?gor=ratta`);
      await page.locator('#ratta-text').fill('anta taxan för simhallen');
      await settled(page, () => page.getByRole('button', { name: 'Spara rättelsen' }).click());
      const without = { ...numbered, beslut: [], next: null };
      await on.bed.store.saveRecord(fileRecord('a', [handling({ arenden: [without, numberless] })]), '2.0');
      const rows = (await on.bed.store.granska({ sha256: sha('a') })).rader;
      const lost = rows.find(({ typ }) => typ === 'rattelse');
      await lookAt(browser, on.olle.url, `${at}/${lost?.id}`, 'granska-borta', 'html.granska-levande');
      await page.goto(`${at}/${lost?.id}`);
      expect(await heading(page)).toBe('En rättelse gäller något som inte finns kvar');
      await settled(page, () => page.getByRole('button', { name: 'Ångra' }).click());
      expect(await said(page.locator('#gjort'))).toContain('Ångrat');
      expect((await on.bed.store.rattelser(sha('a'))).at(-1)?.angrad?.av).toBe('Elsa Norén');
    });

    it('is in English too', async () => {
      const english = await openTab(browser, on.elsa.url, { sprak: 'en' });
      await english.page.goto(`${at}/${numbered.id}`);
      await english.page.keyboard.press('c');
      expect(await focused(english.page)).toBe('ratta-paragraf');
      expect(await said(english.page.locator('#ratta summary'))).toBe('Correct C');
      expect(await axeFaults(english.page)).toEqual([]);
      await english.close();
    });
  });
}
