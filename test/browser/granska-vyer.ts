/** Review as it looks: the queue, a file, one thing and its forms, and what a reader is told. */
import { describe, expect, it } from 'vitest';
import { type OnGranska, SCAN, TEXT } from './granska-bed.ts';
import { lookAt } from './looks.ts';

const ALIVE = 'html.granska-levande';

/** @param given known when the tests run */
export function howItLooks(given: () => OnGranska): void {
  describe('how it looks', () => {
    it('the queue and a file', async () => {
      const { browser, on } = given();
      await lookAt(browser, on.elsa.url, '/granska', 'granska-ko', ALIVE);
      await lookAt(browser, on.elsa.url, '/granska?orsak=organ-missing', 'granska-inget');
      await lookAt(browser, on.elsa.url, `/granska/${on.sha256(SCAN)}?plats=1`, 'granska-fil', ALIVE);
    }, 60_000);

    it('one thing, with the page that it was read from', async () => {
      const { browser, on } = given();
      const [first] = (await on.bed.store.granska({ sha256: on.sha256(SCAN) })).rader;
      const at = `/granska/${on.sha256(SCAN)}/${first?.id}`;
      await lookAt(browser, on.elsa.url, at, 'granska-sak', ALIVE);
      const mover = (await on.record(TEXT)).handlingar[0]?.arenden[0]?.yrkanden[0];
      await lookAt(browser, on.elsa.url, `/granska/${on.sha256(TEXT)}/${mover?.id}`, 'granska-text', ALIVE);
    });

    it('its forms', async () => {
      const { browser, on } = given();
      const [first] = (await on.bed.store.granska({ sha256: on.sha256(SCAN) })).rader;
      const at = `/granska/${on.sha256(SCAN)}/${first?.id}`;
      for (const gor of ['ratta', 'avvisa', 'dela', 'sla-ihop'])
        await lookAt(browser, on.elsa.url, `${at}?gor=${gor}`, `granska-${gor}`, ALIVE);
      const [arende] = (await on.record(SCAN)).handlingar[0]?.arenden ?? [];
      const add = `/granska/${on.sha256(SCAN)}/${arende?.id}?gor=lagg-till&punkt=yrkanden`;
      await lookAt(browser, on.elsa.url, add, 'granska-ny', ALIVE);
    }, 60_000);

    it('to readers, whom it is not for', async () => {
      const { browser, on } = given();
      await lookAt(browser, on.liv.url, '/granska', 'granska-nej');
      for (const path of ['/granska', `/granska/${on.sha256(SCAN)}`, `/granska/${on.sha256(SCAN)}/x`])
        expect((await fetch(`${on.liv.url}${path}`)).status).toBe(403);
      const answer = await fetch(`${on.liv.url}/granska/${on.sha256(SCAN)}/klar`, {
        ...{ method: 'POST', headers: { origin: on.liv.url }, body: new URLSearchParams() },
      });
      expect(answer.status).toBe(403);
    });
  });
}
