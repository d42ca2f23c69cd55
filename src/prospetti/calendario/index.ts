export { calendarioIcs, eventiCalendario, type DatiCalendario } from './calendario.ts';
export type { Evento, TipoEvento } from './eventi.ts';
export { calendarioToJson } from './json-calendario.ts';
export { scadenzeDeiRapporti, type ScadenzaInCalendario } from './scadenze-dei-rapporti.ts';
