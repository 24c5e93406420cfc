/** How CSV is to be written: the flags of every command that writes it. */
import { type Command, Option } from 'commander';

const SEPARATORS = { komma: ',', semikolon: ';', tabb: '\t' } as const;

export interface CsvFlags {
  skilj: keyof typeof SEPARATORS;
  bom?: boolean | undefined;
}

export const addCsvForm = (command: Command): Command =>
  command
    .addOption(
      new Option('--skilj <tecken>', 'mellan kolumner i CSV; Excel på svenska väntar semikolon')
        .choices(Object.keys(SEPARATORS))
        .default('komma'),
    )
    .option('--bom', 'CSV: märk filen som UTF-8 för Excel');

/** What the flags ask for; `bom` is the mark itself, to be written first of all. */
export const csvForm = ({ skilj, bom }: CsvFlags): { separator: string; bom: string } => ({
  separator: SEPARATORS[skilj],
  bom: bom === true ? '\ufeff' : '',
});
