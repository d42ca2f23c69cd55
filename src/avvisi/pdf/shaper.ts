import { readFileSync } from 'node:fs';
import { type MemoriaWasm, programmaWasm } from '../../valori/programma-wasm.ts';
import { risorsa } from '../../valori/risorsa.ts';

/** A glyph with its place, in units of the font. */
export interface PlacedGlyph {
  readonly id: number;
  /** Where in the text, in UTF-16 units, begin the letters that it stands for, with its neighbours of the same number. */
  readonly cluster: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** A font that text can be shaped with. */
export interface ShapingFont {
  /** The glyphs of text in one script, left to right as they are drawn. */
  shape(text: string, rightToLeft: boolean): readonly PlacedGlyph[];
}

/** What is used of HarfBuzz: its own C functions, by their names. Addresses are numbers in its memory. */
interface HarfBuzz {
  readonly memory: MemoriaWasm;
  __wasm_call_ctors(): void;
  malloc(bytes: number): number;
  free(address: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_buffer_create(): number;
  hb_buffer_destroy(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, from: number, count: number): void;
  hb_buffer_set_direction(buffer: number, direction: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
}

const SOLA_LETTURA = 1;
const DIREZIONE = { destra: 4, sinistra: 5 } as const;
/** Bytes of hb_glyph_info_t and of hb_glyph_position_t. */
const VOCE = 20;

function start(): HarfBuzz {
  const refuse = (): never => {
    throw new Error('the shaper stopped');
  };
  const hb: HarfBuzz = programmaWasm<HarfBuzz>(readFileSync(risorsa('harfbuzz', 'harfbuzz.wasm')), {
    wasi_snapshot_preview1: { proc_exit: refuse },
    env: {
      _abort_js: refuse,
      _emscripten_runtime_keepalive_clear: () => undefined,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (byte = 0) => grow(hb.memory, byte),
    },
  });
  hb.__wasm_call_ctors();
  return hb;
}

function grow(memory: MemoriaWasm, byte: number): number {
  memory.grow(Math.ceil((byte - memory.buffer.byteLength) / 65_536));
  return 1;
}

let harfbuzz: HarfBuzz | undefined;

/** Opens a TrueType font for shaping; it stays in the shaper's memory for the life of the process. */
export function shapingFont(bytes: Uint8Array): ShapingFont {
  const hb = (harfbuzz ??= start());
  const dati = hb.malloc(bytes.length);
  new Uint8Array(hb.memory.buffer).set(bytes, dati);
  const font = hb.hb_font_create(hb.hb_face_create(hb.hb_blob_create(dati, bytes.length, SOLA_LETTURA, 0, 0), 0));
  return { shape: (text, rightToLeft) => shape(hb, font, text, rightToLeft) };
}

function shape(hb: HarfBuzz, font: number, text: string, rightToLeft: boolean): readonly PlacedGlyph[] {
  const buffer = hb.hb_buffer_create();
  const scritto = hb.malloc(text.length * 2);
  new Uint8Array(hb.memory.buffer).set(Buffer.from(text, 'utf16le'), scritto);
  hb.hb_buffer_add_utf16(buffer, scritto, text.length, 0, text.length);
  hb.hb_buffer_set_direction(buffer, rightToLeft ? DIREZIONE.sinistra : DIREZIONE.destra);
  hb.hb_buffer_guess_segment_properties(buffer);
  hb.hb_shape(font, buffer, 0, 0);
  const glifi = read(hb, buffer);
  hb.free(scritto);
  hb.hb_buffer_destroy(buffer);
  return glifi;
}

function read(hb: HarfBuzz, buffer: number): readonly PlacedGlyph[] {
  const quanti = hb.hb_buffer_get_length(buffer);
  const info = hb.hb_buffer_get_glyph_infos(buffer, 0);
  const posti = hb.hb_buffer_get_glyph_positions(buffer, 0);
  const vista = new DataView(hb.memory.buffer);
  return Array.from({ length: quanti }, (_, i) => {
    const [voce, posto] = [info + i * VOCE, posti + i * VOCE];
    return {
      id: vista.getUint32(voce, true),
      cluster: vista.getUint32(voce + 8, true),
      advance: vista.getInt32(posto, true),
      dx: vista.getInt32(posto + 8, true),
      dy: vista.getInt32(posto + 12, true),
    };
  });
}
