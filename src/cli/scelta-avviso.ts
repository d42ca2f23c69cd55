import { Option } from 'commander';
import { LINGUE_AVVISO } from '../anagrafe/lingua-avviso.ts';
import { EDIZIONI_AVVISO } from '../avvisi/edizione.ts';
import { NOMI_LAVORATORE } from '../avvisi/nome-lavoratore.ts';

/** `--edizione`, for every command that prints notices. */
export function opzioneEdizione(): Option {
  const testo = 'edizione dell’avviso (altrimenti quella in vigore il giorno della stampa)';
  return new Option('--edizione <anno>', testo).choices(EDIZIONI_AVVISO);
}

/** `--lavoratore`, for every command that prints notices. */
export function opzioneLavoratore(): Option {
  return new Option('--lavoratore <come>', 'il nome del lavoratore sull’avviso').choices(NOMI_LAVORATORE);
}

/** `--lingua`, for every command that prints notices. */
export function opzioneLingua(): Option {
  const testo = 'lingua dell’avviso: la seconda sotto l’italiano, o «perfetto» le due alla pari';
  return new Option('--lingua <lingua>', testo).choices(LINGUE_AVVISO);
}
