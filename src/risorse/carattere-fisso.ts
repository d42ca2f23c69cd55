import { readFileSync } from 'node:fs';
import { packagePath } from '../valori/package-root.ts';
import { type MemoriaWasm, programmaWasm } from '../valori/programma-wasm.ts';

/** What is used of HarfBuzz's subsetter: its own C functions, by their names. Addresses are numbers in its memory. */
interface Subsetter {
  readonly memory: MemoriaWasm;
  malloc(byte: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_get_length(blob: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number;
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

/** `wght` as OpenType writes it: four letters in four bytes. */
const SPESSORE = Buffer.from('wght').readUInt32BE();
const MEMORIA_SCRIVIBILE = 2;

/** A function that makes, of a variable font, the font of one thickness: what a PDF may hold. */
export function carattereFisso(): (variabile: Uint8Array, spessore: number) => Uint8Array {
  const programma = readFileSync(packagePath('node_modules', 'harfbuzzjs', 'dist', 'harfbuzz-subset.wasm'));
  const hb = programmaWasm<Subsetter>(programma);
  return (variabile, spessore) => {
    const dati = hb.malloc(variabile.length);
    new Uint8Array(hb.memory.buffer).set(variabile, dati);
    const blob = hb.hb_blob_create(dati, variabile.length, MEMORIA_SCRIVIBILE, 0, 0);
    const face = hb.hb_face_create(blob, 0);
    const input = hb.hb_subset_input_create_or_fail();
    hb.hb_subset_input_keep_everything(input);
    hb.hb_subset_input_pin_all_axes_to_default(input, face);
    hb.hb_subset_input_pin_axis_location(input, face, SPESSORE, spessore);
    const fisso = hb.hb_subset_or_fail(face, input);
    if (fisso === 0) throw new Error('this font cannot be made of one thickness');
    const esito = hb.hb_face_reference_blob(fisso);
    const byte = new Uint8Array(hb.memory.buffer, hb.hb_blob_get_data(esito, 0), hb.hb_blob_get_length(esito)).slice();
    for (const uno of [esito, blob]) hb.hb_blob_destroy(uno);
    for (const una of [fisso, face]) hb.hb_face_destroy(una);
    hb.hb_subset_input_destroy(input);
    hb.free(dati);
    return byte;
  };
}
