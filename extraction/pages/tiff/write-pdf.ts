/** A PDF with nothing but pictures on its pages, as short as the format allows (ISO 32000-1, 7.5). */

/** A picture as a PDF keeps it, and the matrix that lays the unit square where it stands on the page. */
export interface PlacedImage {
  /** Entries of its dictionary besides /Type, /Subtype and /Length. */
  dictionary: string;
  data: Uint8Array;
  matrix: readonly number[];
}

export interface PicturePage {
  /** Points. */
  width: number;
  height: number;
  /** Laid under all matrices of its images. */
  matrix: readonly number[];
  images: readonly PlacedImage[];
}

export function writePdf(pages: readonly PicturePage[]): Uint8Array {
  const objects: Buffer[][] = [];
  const add = (...parts: (string | Uint8Array)[]): number =>
    objects.push(
      parts.map((part) =>
        typeof part === 'string'
          ? Buffer.from(part, 'latin1')
          : Buffer.from(part.buffer, part.byteOffset, part.byteLength),
      ),
    );
  const stream = (dictionary: string, data: Uint8Array): number =>
    add(`<< ${dictionary} /Length ${data.length} >>\nstream\n`, data, '\nendstream');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const kids = pages.map(({ width, height, matrix, images }) => {
    const names = images.map(
      ({ dictionary, data }, i) =>
        `/I${i} ${stream(`/Type /XObject /Subtype /Image ${dictionary}`, data)} 0 R`,
    );
    const drawn = images.map((image, i) => `q ${numbers(image.matrix)} cm /I${i} Do Q`);
    const content = stream('', Buffer.from(`${numbers(matrix)} cm\n${drawn.join('\n')}\n`));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${numbers([width, height])}] /Contents ${content} 0 R ` +
        `/Resources << /XObject << ${names.join(' ')} >> >> >>`,
    );
  });
  objects[1] = [
    Buffer.from(
      `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((no) => `${no} 0 R`).join(' ')}] >>`,
    ),
  ];
  return assemble(objects);
}

function assemble(objects: readonly Buffer[][]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const table: string[] = [];
  let at = parts[0]?.length ?? 0;
  const write = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((object, i) => {
    table.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    write(Buffer.from(`${i + 1} 0 obj\n`));
    object.forEach(write);
    write(Buffer.from('\nendobj\n'));
  });
  const size = objects.length + 1;
  write(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const numbers = (list: readonly number[]): string =>
  list.map((n) => String(Math.round(n * 1e6) / 1e6)).join(' ');
