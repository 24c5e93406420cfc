/** `granska visa` and `granska historik`: one thing, and what people have decided; with nothing else running. */
import type { Command } from 'commander';
import { rattelseLines, visaText } from './answers/granska-visa-text.ts';
import { dayOfMoment } from './answers/moment.ts';
import { EXIT } from './exit-codes.ts';
import { fileMeant, meantBy, shownOf } from './granska-targets.ts';
import { asJson, orNull, type Session } from './session.ts';
import { withStore } from './with-store.ts';

interface Options {
  fil?: string;
  json?: boolean;
}

export async function visa(
  ids: string[],
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const shown = await orNull(session, options.json, () =>
    withStore(command, session, async (store) => {
      await store.refresh();
      const all = [];
      for (const id of ids) all.push(...(await shownOf(store, id)));
      return all;
    }),
  );
  if (options.json) terminal.answer(asJson(shown));
  else terminal.answer(shown.map((vy) => visaText(vy, terminal.columns)).join('\n\n'));
}

export async function historik(
  id: string | undefined,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const { terminal } = session;
  const { rattelser, paminnelser } = await orNull(session, options.json, () =>
    withStore(command, session, async (store) => {
      const file = options.fil === undefined ? undefined : await fileMeant(store, options.fil);
      const reminders = (await store.granskningspaminnelser()).filter(
        ({ sha256 }) => file === undefined || sha256 === file,
      );
      if (id === undefined) return { rattelser: await store.rattelser(file), paminnelser: reminders };
      const all = [];
      for (const { id: own, typ, sha256 } of await meantBy(store, id)) {
        if (typ === 'rattelse') all.push(...(await store.rattelser(sha256)).filter((one) => one.id === own));
        else all.push(...((await store.mal(sha256, own))?.historik ?? []));
      }
      return { rattelser: all, paminnelser: [] };
    }),
  );
  if (rattelser.length === 0) session.exitCode = EXIT.nothingFound;
  if (options.json) {
    terminal.answer(asJson({ rattelser, paminnelser }));
    return;
  }
  if (rattelser.length === 0) terminal.answer('Inget har beslutats.');
  for (const one of rattelser) terminal.answer(rattelseLines(one, terminal.columns).join('\n'));
  for (const { at, fileName, nr, vantar } of paminnelser)
    terminal.answer(`  ${dayOfMoment(at)} påminnelse ${nr}: ${vantar} väntar i ${fileName ?? 'en fil'}`);
}
