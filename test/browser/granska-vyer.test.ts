/** Review as it looks: the queue, a file, one thing and its forms, what a reader is told, and nothing to do. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './chromium.ts';
import { granskaBed, PDF, SCAN, TEXT } from './granska-bed.ts';
import { lookAt } from './looks.ts';

let browser: Browser;
let on: Awaited<ReturnType<typeof granskaBed>>;
beforeAll(async () => {
  [browser, on] = await Promise.all([launchBrowser(), granskaBed()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await on.close();
});

const ALIVE = 'html.granska-levande';

it('says that there is nothing to review', () => lookAt(browser, on.elsa.url, '/granska', 'granska-tom'));

it('shows the queue and a file', async () => {
  await on.take(SCAN, PDF, TEXT);
  await lookAt(browser, on.elsa.url, '/granska', 'granska-ko', ALIVE);
  await lookAt(browser, on.elsa.url, '/granska?slag=beslut', 'granska-urval', ALIVE);
  await lookAt(browser, on.elsa.url, '/granska?orsak=organ-missing', 'granska-inget');
  await lookAt(browser, on.elsa.url, `/granska/${on.sha256(SCAN)}?plats=1`, 'granska-fil', ALIVE);
}, 120_000);

it('shows one thing, with the page that it was read from', async () => {
  const [first] = (await on.bed.store.granska({ sha256: on.sha256(SCAN) })).rader;
  const at = `/granska/${on.sha256(SCAN)}/${first?.id}`;
  await lookAt(browser, on.elsa.url, at, 'granska-sak', ALIVE);
  const clause = (await on.record(TEXT)).handlingar[0]?.arenden[0]?.beslut[0];
  await lookAt(browser, on.elsa.url, `/granska/${on.sha256(TEXT)}/${clause?.id}`, 'granska-text', ALIVE);
});

it('shows the forms', async () => {
  const [first] = (await on.bed.store.granska({ sha256: on.sha256(SCAN) })).rader;
  const at = `/granska/${on.sha256(SCAN)}/${first?.id}`;
  for (const gor of ['ratta', 'avvisa', 'dela', 'sla-ihop'])
    await lookAt(browser, on.elsa.url, `${at}?gor=${gor}`, `granska-${gor}`, ALIVE);
  const [arende] = (await on.record(SCAN)).handlingar[0]?.arenden ?? [];
  const add = `/granska/${on.sha256(SCAN)}/${arende?.id}?gor=lagg-till&punkt=yrkanden`;
  await lookAt(browser, on.elsa.url, add, 'granska-ny', ALIVE);
}, 60_000);

it('is not for readers, who are told so', async () => {
  await lookAt(browser, on.liv.url, '/granska', 'granska-nej');
  for (const path of ['/granska', `/granska/${on.sha256(SCAN)}`, `/granska/${on.sha256(SCAN)}/x`])
    expect((await fetch(`${on.liv.url}${path}`)).status).toBe(403);
  const answer = await fetch(`${on.liv.url}/granska/${on.sha256(SCAN)}/klar`, {
    ...{ method: 'POST', headers: { origin: on.liv.url }, body: new URLSearchParams() },
  });
  expect(answer.status).toBe(403);
});
