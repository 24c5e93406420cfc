/** What a scanner does to a page: crooked, soft, grainy. Always the same for the same seed. */
import { createCanvas, ImageData } from '@napi-rs/canvas';
import type { Grey } from './render.ts';

/** Small seeded generator (mulberry32), so that the samples come out the same every time. */
export function createRandom(seed: number): () => number {
  let s = seed;
  return () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function toCanvas(grey: Grey) {
  const canvas = createCanvas(grey.width, grey.height);
  const rgba = new Uint8ClampedArray(grey.data.length * 4);
  for (let i = 0; i < grey.data.length; i += 1) {
    rgba.fill(grey.data[i] as number, i * 4, i * 4 + 3);
    rgba[i * 4 + 3] = 255;
  }
  canvas.getContext('2d').putImageData(new ImageData(rgba, grey.width, grey.height), 0, 0);
  return canvas;
}

export interface Wear {
  /** Degrees, clockwise. */
  turn: number;
  /** Radius of the blur in pixels. */
  blur: number;
  /** Largest change of a pixel by grain, of 255. */
  grain: number;
  /** Brightness of the paper, 0–255, and how much darker it is at the lower right corner. */
  paper: number;
  shade: number;
  seed: number;
}

/** The page as it comes off the scanner. */
export function wear(page: Grey, how: Wear): Grey {
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#fff';
  ctx.fillRect(0, 0, width, height);
  ctx.translate(width / 2, height / 2);
  ctx.rotate((how.turn * Math.PI) / 180);
  if (how.blur > 0) ctx.filter = `blur(${how.blur}px)`;
  ctx.drawImage(toCanvas(page), -width / 2, -height / 2);
  const rgba = ctx.getImageData(0, 0, width, height).data;
  const random = createRandom(how.seed);
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i += 1) {
    const light = how.paper - how.shade * (((i % width) / width + i / data.length) / 2);
    const value = ((rgba[i * 4] as number) / 255) * (light - 22) + 22 + (random() * 2 - 1) * how.grain;
    data[i] = Math.max(0, Math.min(255, Math.round(value)));
  }
  return { width, height, data };
}

/** Black and white, with a few specks of dust; 1 is black. */
export function threshold(page: Grey, specks: number, seed: number): Uint8Array {
  const bits = Uint8Array.from(page.data, (v) => (v < 150 ? 1 : 0));
  const random = createRandom(seed);
  for (let n = 0; n < specks; n += 1) {
    const at = Math.floor(random() * bits.length);
    bits[at] = 1;
    if (random() < 0.4 && at + 1 < bits.length) bits[at + 1] = 1;
  }
  return bits;
}
