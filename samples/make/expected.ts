/** From the content of a sample to the record that extraction is expected to give. */
import type { Arende, Block, Handling, Sample } from './content.ts';
import type { Layout } from './layout.ts';

const clean = (text: string) => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

type Sats = { nr: number | null; text: string; ledtext: string | null; kedja: string[] };

function attsatser(block: Extract<Block, { typ: 'attsatser' }>): Sats[] {
  const numbered = block.lista === 'nr.' || block.lista === 'nr' || block.lista === 'nr)';
  return block.satser.map((sats, i) => ({
    nr: numbered ? (block.fran ?? 1) + i : null,
    text: clean(sats),
    ledtext: block.ledtext ? clean(block.ledtext) : null,
    kedja: block.kedja,
  }));
}

function arende(a: Arende, pages: [number, number]) {
  const all = a.block;
  return {
    paragraf: a.paragraf ?? null,
    punkt: a.punkt ?? null,
    rubrik: clean(a.rubrik),
    diarienummer: a.diarienummer ?? null,
    pages,
    omedelbartJusterad: a.omedelbartJusterad ?? false,
    forslag: all.flatMap((b) => (b.typ === 'attsatser' && b.som === 'forslag' ? attsatser(b) : [])),
    beslut: all.flatMap((b) => (b.typ === 'attsatser' && b.som === 'beslut' ? attsatser(b) : [])),
    yrkanden: all.flatMap((b) =>
      b.typ === 'yrkanden'
        ? b.inlagg.flatMap((i) =>
            i.yrkanden.map((y) => ({
              av: y.av,
              typ: y.typ,
              text: clean(y.text ?? i.text),
              utfall: y.utfall,
            })),
          )
        : [],
    ),
    reservationer: all.flatMap((b) =>
      b.typ === 'reservationer'
        ? b.inlagg.map((i) => ({ av: i.av, text: clean(i.text), mot: i.mot ?? [] }))
        : [],
    ),
    anteckningar: all.flatMap((b) =>
      b.typ === 'anteckningar' ? b.inlagg.map((i) => ({ typ: i.typ, av: i.av, text: clean(i.text) })) : [],
    ),
    voteringar: all.flatMap((b) => (b.typ === 'votering' ? [b.votering] : [])),
    expediering: all.flatMap((b) => (b.typ === 'expediering' ? b.mottagare.map(clean) : [])),
    underlag: all.flatMap((b) => (b.typ === 'underlag' ? b.poster.map(clean) : [])),
    utfall: a.utfall ?? null,
    next: a.next ?? null,
  };
}

function handling(h: Handling, at: Layout['handlingar'][number]) {
  return {
    kind: h.kind,
    huvudman: h.huvudman,
    pages: at.pages,
    organ: h.organ ?? null,
    avsandare: h.avsandare ?? null,
    undertecknare: h.undertecknare ?? [],
    till: h.till ?? [],
    datum: h.datum ?? null,
    diarienummer: h.diarienummer ?? null,
    dokumentnummer: h.dokumentnummer ?? null,
    rubrik: h.rubrik ? clean(h.rubrik) : null,
    narvaro: h.narvaro ?? null,
    justerare: h.justerare ?? [],
    anslag: h.anslag ?? null,
    arenden: h.arenden.map((a, i) => arende(a, at.arenden[i] ?? at.pages)),
  };
}

/**
 * The expected record of one file.
 * @param layout where everything came to stand: pages are 1-based and of the file
 */
export function expectedRecord(sample: Sample, fileName: string, layout: Layout) {
  return {
    source: fileName,
    handlingar: sample.handlingar.map((h, i) => {
      const at = layout.handlingar[i];
      if (!at) throw new Error(`${sample.namn}: handling ${i} was never laid out`);
      return handling(h, at);
    }),
  };
}
