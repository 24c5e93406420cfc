/** A grey image made larger or smaller, each dot the mean of what it covers. */

interface Grey {
  width: number;
  height: number;
  /** One byte a pixel, row by row. */
  grey: Uint8Array;
}

/** For each dot of the new side: the first old dot that it covers, and how much it takes of that and the ones after. */
interface Cover {
  first: number;
  weights: Float32Array;
}

export function resample(image: Grey, width: number, height: number): Grey {
  if (width === image.width && height === image.height) return image;
  const across = coversOf(image.width, width);
  const down = coversOf(image.height, height);
  const out = new Uint8Array(width * height);
  // Rows are made narrow once and kept while the next new row still needs them: an image of any height in little room.
  const narrow = new Map<number, Float32Array>();
  down.forEach(({ first, weights }, y) => {
    for (const row of narrow.keys()) if (row < first) narrow.delete(row);
    const sum = new Float32Array(width);
    weights.forEach((weight, i) => {
      const row = narrowRow(image, first + i, across, narrow);
      for (let x = 0; x < width; x++) sum[x] = (sum[x] as number) + weight * (row[x] as number);
    });
    for (let x = 0; x < width; x++) out[y * width + x] = Math.round(sum[x] as number);
  });
  return { width, height, grey: out };
}

function narrowRow(
  { width, grey }: Grey,
  y: number,
  across: readonly Cover[],
  kept: Map<number, Float32Array>,
): Float32Array {
  const known = kept.get(y);
  if (known) return known;
  const made = new Float32Array(across.length);
  across.forEach(({ first, weights }, x) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++)
      sum += (weights[i] as number) * (grey[y * width + first + i] as number);
    made[x] = sum;
  });
  kept.set(y, made);
  return made;
}

function coversOf(from: number, to: number): Cover[] {
  const scale = from / to;
  // Between two dots of a coarser image there is a slope, not a step.
  const reach = Math.max(scale, 1) / (scale < 1 ? 1 : 2);
  return Array.from({ length: to }, (_, i) => {
    const middle = (i + 0.5) * scale;
    const first = Math.max(0, Math.floor(middle - reach));
    const end = Math.min(from, Math.ceil(middle + reach));
    const weights = new Float32Array(Math.max(1, end - first));
    let sum = 0;
    for (let k = first; k < end; k++) {
      const weight =
        scale < 1
          ? Math.max(0, 1 - Math.abs(k + 0.5 - middle))
          : Math.max(0, Math.min(k + 1, middle + reach) - Math.max(k, middle - reach));
      weights[k - first] = weight;
      sum += weight;
    }
    return {
      first,
      weights: sum > 0 ? weights.map((weight) => weight / sum) : weights.fill(1 / weights.length),
    };
  });
}
