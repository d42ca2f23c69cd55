/** Number of an indirect object. */
export type Ref = number;

/** Where each object of a file is (7.5.8). Plain numbers in typed arrays: ten bytes an object, however long the file. */
export class ObjectTable {
  /** Its byte offset, or minus the number of the object stream that holds it; 0: not written yet. */
  #where = new Float64Array(1024);
  /** Its place in that object stream. */
  #place = new Uint16Array(1024);

  /** An object of its own at this byte of the file. */
  setOffset(ref: Ref, offset: number): void {
    this.#set(ref, offset, 0);
  }

  /** An object in an object stream. */
  setInStream(ref: Ref, stream: Ref, place: number): void {
    this.#set(ref, -stream, place);
  }

  /** The rows of a cross-reference stream with fields of one, five and two bytes. Every object must have been written. */
  rows(size: number): Uint8Array {
    const rows = Buffer.alloc(size * 8);
    rows.writeUInt16BE(0xffff, 6);
    for (let ref = 1; ref < size; ref++) {
      const where = this.#where[ref] ?? 0;
      if (where === 0) throw new Error(`PDF object ${ref} was reserved and never written`);
      rows[ref * 8] = where < 0 ? 2 : 1;
      rows.writeUIntBE(Math.abs(where), ref * 8 + 1, 5);
      rows.writeUInt16BE(this.#place[ref] ?? 0, ref * 8 + 6);
    }
    return rows;
  }

  #set(ref: Ref, where: number, place: number): void {
    while (ref >= this.#where.length) {
      const [doubledWhere, doubledPlace] = [
        new Float64Array(this.#where.length * 2),
        new Uint16Array(this.#where.length * 2),
      ];
      doubledWhere.set(this.#where);
      doubledPlace.set(this.#place);
      this.#where = doubledWhere;
      this.#place = doubledPlace;
    }
    this.#where[ref] = where;
    this.#place[ref] = place;
  }
}
