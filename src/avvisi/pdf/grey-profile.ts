/**
 * The smallest ICC profile (ICC.1:2001-04, monochrome display) that tells what our greys are: gamma 2.2, white D50. PDF/A
 * asks for an output intent wherever device colours are used.
 */
export function greyProfile(): Uint8Array {
  const tags = [
    { tag: 'desc', data: textDescription('Gray gamma 2.2') },
    { tag: 'cprt', data: Buffer.concat([signature('text'), Buffer.from('No copyright, use freely\0', 'latin1')]) },
    { tag: 'wtpt', data: Buffer.concat([signature('XYZ '), fixed(0.9642), fixed(1), fixed(0.8249)]) },
    { tag: 'kTRC', data: gammaCurve(2.2) },
  ];
  const directory = Buffer.alloc(4 + tags.length * 12);
  directory.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  let offset = 128 + directory.byteLength;
  for (const [i, { tag, data }] of tags.entries()) {
    directory.write(tag, 4 + i * 12, 'latin1');
    directory.writeUInt32BE(offset, 8 + i * 12);
    directory.writeUInt32BE(data.byteLength, 12 + i * 12);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.byteLength % 4)) % 4)]);
    bodies.push(padded);
    offset += padded.byteLength;
  }
  return Buffer.concat([header(offset), directory, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrGRAYXYZ ', 12, 'latin1');
  for (const [i, part] of [2021, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + i * 2);
  bytes.write('acsp', 36, 'latin1');
  Buffer.concat([fixed(0.9642), fixed(1), fixed(0.8249)]).copy(bytes, 68);
  return bytes;
}

function signature(type: string): Buffer {
  return Buffer.from(`${type}\0\0\0\0`, 'latin1');
}

function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65_536));
  return bytes;
}

function gammaCurve(gamma: number): Buffer {
  const bytes = Buffer.alloc(14);
  signature('curv').copy(bytes);
  bytes.writeUInt32BE(1, 8);
  bytes.writeUInt16BE(Math.round(gamma * 256), 12);
  return bytes;
}

function textDescription(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  const bytes = Buffer.alloc(12 + ascii.byteLength + 78);
  signature('desc').copy(bytes);
  bytes.writeUInt32BE(ascii.byteLength, 8);
  ascii.copy(bytes, 12);
  return bytes;
}
