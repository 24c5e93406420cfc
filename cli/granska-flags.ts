/** The flags of `granska ratta`: which there are, and which kinds of thing each belongs to. */
import type { Command } from 'commander';
import type { MalTyp } from '../diarium/rattelser/index.ts';

interface Flag {
  option: string;
  about: string;
  typer: readonly MalTyp[];
}

const ATTSATS: MalTyp[] = ['forslag', 'beslut'];
const AV: MalTyp[] = ['yrkanden', 'reservationer', 'anteckningar'];
/** What other things go by. */
const AROUND: MalTyp[] = ['arende', 'handling'];

export const FLAGS = {
  text: {
    option: '--text <text>',
    about: 'texten, ord för ord; av en expediering mottagaren (alla punkter utom voteringar)',
    typer: [...ATTSATS, ...AV, 'expediering', 'underlag'],
  },
  typ: {
    option: '--typ <typ>',
    about: 'slaget, t.ex. avslag eller protokollsanteckning (yrkande, anteckning)',
    typer: ['yrkanden', 'anteckningar'],
  },
  avPerson: {
    option: '--av-person <namn...>',
    about: 'vem det är, t.ex. "Alva Strand (S)" (yrkande, reservation, anteckning)',
    typer: AV,
  },
  organ: {
    option: '--organ <namn>',
    about: 'organet som sammanträder (handling), eller dit det går (ärende, förslag, beslut)',
    typer: [...AROUND, ...ATTSATS],
  },
  kedja: {
    option: '--kedja <organ...>',
    about: 'organen i ledtexten, i ordning (förslag, beslut)',
    typer: ATTSATS,
  },
  ledtext: { option: '--ledtext <text>', about: 'raden som inleder (förslag, beslut)', typer: ATTSATS },
  nr: { option: '--nr <nr>', about: 'numret (förslag, beslut)', typer: ATTSATS },
  utfall: {
    option: '--utfall <utfall>',
    about: 'vad det blev (ärende, yrkande)',
    typer: ['arende', 'yrkanden'],
  },
  mot: {
    option: '--mot <nr...>',
    about: 'numren på de beslut den gäller (reservation)',
    typer: ['reservationer'],
  },
  ja: { option: '--ja <antal>', about: 'antal ja (votering)', typer: ['voteringar'] },
  nej: { option: '--nej <antal>', about: 'antal nej (votering)', typer: ['voteringar'] },
  avstar: { option: '--avstar <antal>', about: 'antal som avstår (votering)', typer: ['voteringar'] },
  utslag: {
    option: '--utslag <röst>',
    about: 'ja eller nej: vad som vann (votering)',
    typer: ['voteringar'],
  },
  diarienummer: { option: '--diarienummer <nr>', about: 'numret (ärende, handling)', typer: AROUND },
  paragraf: { option: '--paragraf <nr>', about: 'paragrafen, utan tecken (ärende)', typer: ['arende'] },
  rubrik: { option: '--rubrik <text>', about: 'rubriken (ärende, handling)', typer: AROUND },
  datum: { option: '--datum <dag>', about: 'dagen, ÅÅÅÅ-MM-DD (handling)', typer: ['handling'] },
  huvudman: {
    option: '--huvudman <namn>',
    about: 'kommunen eller regionen (handling)',
    typer: ['handling'],
  },
  slag: {
    option: '--slag <slag>',
    about: 'protokoll, kallelse, tjansteskrivelse, remissvar eller annat (handling)',
    typer: ['handling'],
  },
  avsandare: { option: '--avsandare <namn>', about: 'vem som skrivit den (handling)', typer: ['handling'] },
  till: { option: '--till <organ...>', about: 'organen den är ställd till (handling)', typer: ['handling'] },
} as const satisfies { readonly [name: string]: Flag };

export type FlagName = keyof typeof FLAGS;

/** What is given, by the flags' names. */
export type Given = { [name in FlagName]?: string | string[] };

/** Adds the flags; those of these kinds only, if they are named. */
export function addFlags(command: Command, typer?: readonly MalTyp[]): Command {
  for (const { option, about, typer: of } of Object.values<Flag>(FLAGS))
    if (typer === undefined || typer.some((typ) => of.includes(typ))) command.option(option, about);
  return command;
}
