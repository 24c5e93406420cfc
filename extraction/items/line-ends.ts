/** How a line ends that goes on in the next one. */
import { ord } from '../language/ord.ts';

/** A line that leads into "att": the clause has not ended, so an "att" on the next line goes on. */
export const OPEN_END = /(?:\p{L}|\d|[-–])$/u;

/** A line whose sentence goes on in the next. */
export const UNFINISHED = /[,–-]$|\b(?:och|samt|att|i|på|till|för|av|med)$/u;

/** Words that "att" belongs to: "… upphör / att gälla", "… genom / att höja taxan". */
export const WANTS_ATT = ord(
  /\b(?:upphör(?:a|de)?|kommer|genom|för|av|med|om|på|till|från|utan|innebär|medför)$/iu,
);

/** A line that goes on in the next one, whatever that begins with. */
export const RUNS_ON = ord(/(?:[,–-]|\b(?:och|samt|eller|att|som|om|i|på|till|för|av|med|från|hos))$/u);
