import { z } from 'zod';
import type { DatiCalcolo } from '../../contributi/calcolo.ts';
import type { CampiCalcolo } from '../../contributi/parse-dati.ts';
import { formatStraordinari } from '../../contributi/parse-straordinari.ts';
import { NESSUN_TERRITORIO } from '../../scadenze/territori.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { formatDecimale } from './calcolo.ts';

const testo = z
  .string()
  .max(40)
  .transform((valore) => valore.trim())
  .default('');
/** Names of allowances, one after the other. */
const lungo = z
  .string()
  .max(80)
  .transform((valore) => valore.trim())
  .default('');
/** Days with their hours, one after the other. */
const elenco = z
  .string()
  .max(1000)
  .transform((valore) => valore.trim())
  .default('');
const spunta = z
  .literal('si')
  .optional()
  .transform((valore) => valore === 'si');

/** The fields of the calculation form as a browser sends them; an unticked box is not sent at all. */
export const campiModulo = {
  oreSettimanali: testo,
  ore: testo,
  settimane: testo,
  pagaOraria: testo,
  pagaMensile: testo,
  vittoAlloggioGiorni: testo,
  cessazione: testo,
  associazione: testo,
  oreInParti: testo,
  settimaneIncomplete: testo,
  quartaFascia: testo,
  contoAssistenza: testo,
  inizioF2: testo,
  importoE1: testo,
  nottiPresenza: testo,
  nottiAssistenza: testo,
  straordinari: elenco,
  assistenzaInPiu: testo,
  territorio: testo,
  livello: testo,
  indennita: lungo,
  scatti: testo,
  senzaCuaf: spunta,
  tempoDeterminato: spunta,
  sostituzione: spunta,
};

const schema = z.object(campiModulo);

/** What the form shows and sends back: a text for every field, never undefined. */
export type CampiModulo = z.output<typeof schema>;

export const CAMPI_VUOTI: CampiModulo = schema.parse({});

/** The form as known data fill it: those of the rapporto for a proposal, those of a bollettino for a change. */
export function toCampi(dati: DatiCalcolo): CampiModulo {
  const { paga, oreSettimanali, ore, settimane, vittoAlloggioGiorni, cessazione } = dati;
  return {
    oreSettimanali: oreSettimanali === undefined ? '' : formatDecimale(oreSettimanali),
    ore: ore === undefined ? '' : formatDecimale(ore),
    settimane: settimane === undefined ? '' : String(settimane),
    pagaOraria: paga?.tipo === 'oraria' ? formatEuroItaliano(paga.importo) : '',
    pagaMensile: paga?.tipo === 'mensile' ? formatEuroItaliano(paga.importo) : '',
    vittoAlloggioGiorni:
      vittoAlloggioGiorni === undefined || vittoAlloggioGiorni === 0 ? '' : String(vittoAlloggioGiorni),
    cessazione: cessazione === undefined ? '' : formatGiornoItaliano(cessazione),
    associazione: dati.associazione ?? '',
    oreInParti: dati.oreInParti ?? '',
    settimaneIncomplete: dati.settimaneIncomplete ?? '',
    quartaFascia: dati.quartaFascia ?? '',
    contoAssistenza: dati.contoAssistenza ?? '',
    inizioF2: dati.inizioF2 ?? '',
    importoE1: dati.importoE1 ?? '',
    nottiPresenza: dati.notti?.tipo === 'presenza' ? String(dati.notti.quante) : '',
    nottiAssistenza: dati.notti?.tipo === 'assistenza' ? String(dati.notti.quante) : '',
    straordinari: formatStraordinari(dati.straordinari ?? []),
    assistenzaInPiu: dati.assistenzaInPiu === undefined ? '' : formatEuroItaliano(dati.assistenzaInPiu),
    livello: dati.livello ?? '',
    indennita: (dati.indennita ?? []).join(','),
    scatti: dati.scatti === undefined ? '' : String(dati.scatti),
    territorio: dati.territorio === NESSUN_TERRITORIO ? '' : (dati.territorio ?? ''),
    senzaCuaf: dati.senzaCuaf,
    tempoDeterminato: dati.tempoDeterminato,
    sostituzione: dati.sostituzione ?? false,
  };
}

/**
 * Only what the person changed with respect to what the form proposed: the rest keeps following the rapporto.
 * @throws ErroreDati `campo-svuotato` for a known datum that was blanked: it cannot be forgotten, only replaced, and to
 *   compute with it in silence would mislead
 */
export function soloCambiati(scritti: CampiModulo, proposti: CampiModulo): CampiCalcolo {
  const nomi = Object.keys(proposti) as (keyof CampiModulo)[];
  const cambiati: Partial<CampiModulo> = Object.fromEntries(
    nomi.filter((nome) => scritti[nome] !== proposti[nome]).map((nome) => [nome, scritti[nome]]),
  );
  for (const nome of nomi) {
    if (cambiati[nome] === '' && !maySkip(nome, scritti)) throw emptied(nome, String(proposti[nome]));
  }
  const tolti = Object.entries(VUOTI).filter(([nome]) => cambiati[nome as keyof CampiModulo] === '');
  return { ...cambiati, ...Object.fromEntries(tolti) };
}

/** What a blank says, where it takes back what was known. */
const VUOTI = {
  vittoAlloggioGiorni: '0',
  assistenzaInPiu: '0',
  straordinari: '0',
  territorio: NESSUN_TERRITORIO,
} as const;

/** Blank is an answer where something else takes the place of what was there. */
function maySkip(nome: keyof CampiModulo, scritti: CampiModulo): boolean {
  if (nome in VUOTI) return true;
  if (nome === 'nottiPresenza') return scritti.nottiAssistenza !== '';
  if (nome === 'nottiAssistenza') return scritti.nottiPresenza !== '';
  if (nome === 'pagaOraria') return scritti.pagaMensile !== '';
  if (nome === 'pagaMensile') return scritti.pagaOraria !== '';
  return nome === 'ore' && scritti.oreSettimanali !== '';
}

function emptied(nome: string, prima: string): ErroreDati {
  return new ErroreDati('campo-svuotato', { noto: prima, campo: nome });
}
