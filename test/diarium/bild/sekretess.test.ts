import { describe, expect, it } from 'vitest';
import { mermaidOf } from '../../../diarium/bild/mermaid.ts';
import { svgOf } from '../../../diarium/bild/svg.ts';
import { medfoljande, steg, vag, vantan } from './made-up-vag.ts';

const secret = {
  organ: 'Kommunstyrelsen',
  paragraf: '21',
  rubrik: 'Tvist med Pumpbolaget',
  fileName: 'tvist-pumpbolaget.pdf',
  medfoljer: [medfoljande('reservation', ['M'], 'Pumpbolaget bör få betalt.')],
};
const wayOf = (sekretess: string | null) =>
  vag([steg({ ...secret, nyckel: 's1', sekretess }), steg({ organ: 'Kommunfullmäktige', paragraf: '3' })], {
    rubrik: 'Tvist med Pumpbolaget',
    vantar: [vantan({ av: 'Juristen', text: 'att betala Pumpbolaget', steg: 's1' })],
  });

describe.each([
  ['svg', svgOf],
  ['mermaid', mermaidOf],
])('a matter under secrecy as %s', (_, draw) => {
  it('tells that there is a matter and where it was, and nothing of what it is about', () => {
    const drawn = draw(wayOf('sekretess enligt 19 kap. 1 § OSL'), '2031-03-01');
    expect(drawn).not.toMatch(/pumpbolaget/i);
    expect(drawn).not.toContain('reservation');
    for (const kept of ['KS 2031/17', 'Kommunstyrelsen', 'Juristen', '2031-01-01']) {
      expect(drawn).toContain(kept);
    }
  });

  it('is told whole without', () => {
    expect(draw(wayOf(null), '2031-03-01')).toMatch(/Pumpbolaget/);
  });
});
