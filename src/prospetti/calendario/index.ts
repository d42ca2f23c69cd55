export { calendarioIcs, eventiCalendario, type DatiCalendario } from './calendario.ts';
export type { Evento } from './eventi.ts';
export { calendarioToJson } from './json-calendario.ts';
