/**
 * A small JBIG2 encoder (ITU-T T.88): one generic region, template 0, arithmetic coding, as a PDF holds it
 * (segments without a file header). Enough for a scanned page; written because no package encodes JBIG2.
 */

// Table E.1 of T.88: Qe, next state after MPS, next after LPS, switch.
// biome-ignore format: a table
const QE: readonly [number, number, number, number][] = [
  [0x5601,1,1,1],[0x3401,2,6,0],[0x1801,3,9,0],[0x0ac1,4,12,0],[0x0521,5,29,0],[0x0221,38,33,0],[0x5601,7,6,1],
  [0x5401,8,14,0],[0x4801,9,14,0],[0x3801,10,14,0],[0x3001,11,17,0],[0x2401,12,18,0],[0x1c01,13,20,0],
  [0x1601,29,21,0],[0x5601,15,14,1],[0x5401,16,14,0],[0x5101,17,15,0],[0x4801,18,16,0],[0x3801,19,17,0],
  [0x3401,20,18,0],[0x3001,21,19,0],[0x2801,22,19,0],[0x2401,23,20,0],[0x2201,24,21,0],[0x1c01,25,22,0],
  [0x1801,26,23,0],[0x1601,27,24,0],[0x1401,28,25,0],[0x1201,29,26,0],[0x1101,30,27,0],[0x0ac1,31,28,0],
  [0x09c1,32,29,0],[0x08a1,33,30,0],[0x0521,34,31,0],[0x0441,35,32,0],[0x02a1,36,33,0],[0x0221,37,34,0],
  [0x0141,38,35,0],[0x0111,39,36,0],[0x0085,40,37,0],[0x0049,41,38,0],[0x0025,42,39,0],[0x0015,43,40,0],
  [0x0009,44,41,0],[0x0005,45,42,0],[0x0001,45,43,0],[0x5601,46,46,0],
];

/** The MQ coder of annex E. */
function createCoder(contexts: number) {
  const state = new Uint8Array(contexts);
  const mps = new Uint8Array(contexts);
  const out: number[] = [];
  let b = 0; // the byte under construction; the first one is a dummy that is dropped
  let first = true;
  let a = 0x8000;
  let c = 0;
  let ct = 12;

  const push = () => {
    if (first) first = false;
    else out.push(b);
  };
  const byteOut = () => {
    if (b !== 0xff && c >= 0x8000000) {
      b += 1;
      if (b === 0xff) c &= 0x7ffffff;
    }
    push();
    if (b === 0xff) {
      b = (c >>> 20) & 0xff;
      c &= 0xfffff;
      ct = 7;
    } else {
      b = (c >>> 19) & 0xff;
      c &= 0x7ffff;
      ct = 8;
    }
  };
  const renorm = () => {
    do {
      a = (a << 1) & 0xffff;
      c = (c << 1) >>> 0;
      ct -= 1;
      if (ct === 0) byteOut();
    } while ((a & 0x8000) === 0);
  };
  return {
    encode(context: number, bit: number): void {
      const [qe, nmps, nlps, flip] = QE[state[context] as number] as [number, number, number, number];
      a -= qe;
      if (bit === mps[context]) {
        if ((a & 0x8000) !== 0) {
          c += qe;
          return;
        }
        if (a < qe) a = qe;
        else c += qe;
        state[context] = nmps;
      } else {
        if (a < qe) c += qe;
        else a = qe;
        if (flip) mps[context] = bit;
        state[context] = nlps;
      }
      renorm();
    },
    flush(): Uint8Array {
      const limit = c + a;
      c = (c | 0xffff) >>> 0;
      if (c >= limit) c -= 0x8000;
      c = (c << ct) >>> 0;
      byteOut();
      c = (c << ct) >>> 0;
      byteOut();
      push();
      if (b !== 0xff) out.push(0xff);
      out.push(0xac);
      return Uint8Array.from(out);
    },
  };
}

function region(bits: Uint8Array, width: number, height: number): Uint8Array {
  const coder = createCoder(1 << 16);
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= width ? 0 : (bits[y * width + x] as number));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const context =
        at(x - 1, y) |
        (at(x - 2, y) << 1) |
        (at(x - 3, y) << 2) |
        (at(x - 4, y) << 3) |
        (at(x + 3, y - 1) << 4) |
        (at(x + 2, y - 1) << 5) |
        (at(x + 1, y - 1) << 6) |
        (at(x, y - 1) << 7) |
        (at(x - 1, y - 1) << 8) |
        (at(x - 2, y - 1) << 9) |
        (at(x - 3, y - 1) << 10) |
        (at(x + 2, y - 2) << 11) |
        (at(x + 1, y - 2) << 12) |
        (at(x, y - 2) << 13) |
        (at(x - 1, y - 2) << 14) |
        (at(x - 2, y - 2) << 15);
      coder.encode(context, at(x, y));
    }
  }
  return coder.flush();
}

function segment(number: number, type: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = type;
  head[5] = 0; // refers to no segment
  head[6] = 1; // page
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, data]);
}

/**
 * One page as the JBIG2Decode filter of PDF reads it.
 * @param bits one byte a pixel, 1 is black, row by row
 */
export function encodeJbig2(bits: Uint8Array, width: number, height: number): Buffer {
  const page = Buffer.alloc(19);
  page.writeUInt32BE(width, 0);
  page.writeUInt32BE(height, 4);
  const info = Buffer.alloc(18);
  info.writeUInt32BE(width, 0);
  info.writeUInt32BE(height, 4);
  const adaptive = Buffer.from([0x03, 0xff, 0xfd, 0xff, 0x02, 0xfe, 0xfe, 0xfe]);
  const data = Buffer.concat([info, adaptive, region(bits, width, height)]);
  return Buffer.concat([segment(0, 48, page), segment(1, 38, data)]);
}
