import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ByteBlocks } from '../../../src/avvisi/pdf/byte-blocks.ts';

describe('ByteBlocks', () => {
  it('gives every byte in order, in few writes, whatever the sizes of the pieces', () => {
    const scritti: Buffer[] = [];
    const stream = new Writable({ write: (pezzo: Buffer, _, fatto) => (scritti.push(pezzo), fatto()) });
    const blocchi = new ByteBlocks(stream);
    const pezzi = [1, 0, 65_535, 1, 65_536, 200_000, 3].map((lungo, i) => Buffer.alloc(lungo, i + 1));
    for (const pezzo of pezzi) blocchi.write(pezzo);
    blocchi.flush();
    blocchi.flush();
    expect(Buffer.concat(scritti).equals(Buffer.concat(pezzi))).toBe(true);
    expect(scritti.map(({ length }) => length)).toEqual([65_536, 65_536, 65_536, 65_536, 65_536, 3396]);
  });
});
