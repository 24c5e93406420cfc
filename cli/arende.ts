/** `expediera arende DIARIENUMMER`: a matter's way through the bodies. */
import { type Command, Option } from 'commander';
import type { Vag } from '../diarium/bild/types.ts';
import { today } from '../engine/today.ts';
import type { ArendeAnswer, OfHuvudman } from '../store/store.ts';
import { addArendeJoins } from './arende-joins.ts';
import type { Session } from './session.ts';
import { orCommandUnder, toDay, toText } from './usage.ts';

type Format = 'text' | 'mermaid' | 'svg' | 'json';

type Options = OfHuvudman & { format: Format; idag?: string; json?: boolean };

async function arende(
  diarienummer: string,
  options: Options,
  command: Command,
  session: Session,
): Promise<void> {
  const [{ withStore }, { giveAnswer }, { stepDetails }, { unknownHuvudman }] = await Promise.all([
    import('./with-store.ts'),
    import('./one-answer.ts'),
    import('../diarium/way/step-details.ts'),
    import('./nothing-found.ts'),
  ]);
  const { format, huvudman, idag = today() } = options;
  await withStore(command, session, async (store) => {
    const answer = await store.arende(diarienummer, { huvudman });
    await giveAnswer(session, answer, {
      json: options.json || format === 'json',
      none: null,
      nothing: async () =>
        (await unknownHuvudman(store, { huvudman })) ??
        `Inget ärende ${diarienummer} är inläst.${orCommandUnder(command, diarienummer)}`,
      several: `Flera ärenden kan menas med ${diarienummer}.`,
      text: async (found: ArendeAnswer) => {
        if (format === 'mermaid') {
          return (await import('../diarium/bild/mermaid.ts')).mermaidOf(found, idag).trimEnd();
        }
        const recordOf = async (sha256: string) => (await store.recordWithRattelser(sha256))?.record ?? null;
        const details = await stepDetails(found.steg, recordOf);
        if (format === 'svg') {
          const [{ svgOf }, { vagWith }, { lagenBySteg }] = await Promise.all([
            import('../diarium/bild/svg.ts'),
            import('../diarium/bild/vid.ts'),
            import('../store/leveranslage.ts'),
          ]);
          const leveranser = lagenBySteg(await store.leveranser({ matter: found.id }));
          return svgOf(vagWith<Vag>(found, details, leveranser), idag).trimEnd();
        }
        const { arendeText } = await import('./answers/arende-text.ts');
        return arendeText(found, details, session.terminal.columns, idag);
      },
    });
  });
}

export function addArende(program: Command, session: Session): void {
  const command = program
    .command('arende')
    .summary('visar ett ärendes väg genom organen')
    .description(
      'Ritar ett ärendes väg: organen som spår, dag, paragraf, vad som beslutades, vart det gick sedan, vad som väntas och var det ligger. Med --format mermaid eller svg som bild, för en webbsida, ett dokument eller en vägg.',
    )
    .argument('<DIARIENUMMER>', 'ärendets nummer, t.ex. "KS 2031/00017" eller 2031/17', toText)
    .option('--huvudman <namn>', 'kommunen eller regionen, när flera har numret')
    .addOption(
      new Option('--format <format>', 'hur vägen visas')
        .choices(['text', 'mermaid', 'svg', 'json'] satisfies Format[])
        .default('text'),
    )
    .option('--idag <datum>', 'räkna förseningar från denna dag, ÅÅÅÅ-MM-DD (annars i dag)', toDay)
    .option('--json', 'svar för program, som --format json')
    .action((diarienummer: string, options: Options, command: Command) =>
      arende(diarienummer, options, command, session),
    );
  addArendeJoins(command, session);
}
