/** Memory of a program in WebAssembly; its buffer is another one after it grew. */
export interface MemoriaWasm {
  readonly buffer: ArrayBuffer;
  /** @param pagine of 64 KB */
  grow(pagine: number): number;
}

type Importati = Readonly<Record<string, Readonly<Record<string, (...argomenti: number[]) => unknown>>>>;

/** What is used of the engine's own object, which Node's types do not describe. */
const motore = (
  globalThis as unknown as {
    readonly WebAssembly: {
      readonly Module: new (byte: Uint8Array) => object;
      readonly Instance: new (programma: object, importati: Importati) => { readonly exports: unknown };
    };
  }
).WebAssembly;

/** Makes a program in WebAssembly ready on the spot, without waiting: a package's own loader would have to be awaited. */
export function programmaWasm<Esportati>(byte: Uint8Array, importati: Importati = {}): Esportati {
  return new motore.Instance(new motore.Module(byte), importati).exports as Esportati;
}
