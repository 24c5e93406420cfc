/** A terminal's text as SVG. */

const LINE = 18;
const COLUMN = 7.8;
const MARGIN = 18;
const TOP = 40;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line. Its length is stated, so that columns stand under each other in whatever font there is. */
function lineSvg(text: string, row: number, colour: string): string {
  const indent = text.length - text.trimStart().length;
  const words = text.trim();
  if (words === '') return '';
  const x = (MARGIN + indent * COLUMN).toFixed(1);
  const y = TOP + row * LINE;
  const length = ([...words].length * COLUMN).toFixed(1);
  return `<text x="${x}" y="${y}" fill="${colour}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(words).replaceAll('  ', '\u00a0\u00a0')}</text>`;
}

/** A terminal with the command a person typed and the lines that came. */
export function terminalSvg(command: string, lines: string[]): string {
  const columns = Math.max(command.length, ...lines.map((line) => [...line].length));
  const width = Math.ceil(2 * MARGIN + columns * COLUMN);
  const height = TOP + (lines.length + 1) * LINE + 12;
  const rows = [
    lineSvg(command, 0, '#8bd5a0'),
    ...lines.map((line, row) => lineSvg(line, row + 1.5, '#e6e9ef')),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(command)}</title>
<rect width="${width}" height="${height}" rx="8" fill="#1b1f27"/>
<circle cx="20" cy="15" r="5" fill="#e5695e"/><circle cx="37" cy="15" r="5" fill="#e5b65e"/><circle cx="54" cy="15" r="5" fill="#6bbf66"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13">
${rows.filter((row) => row !== '').join('\n')}
</g>
</svg>
`;
}
