import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Cliente } from '../../archivio/repository-clienti.ts';
import { PROPRIETARIO_RIGA_DI_COMANDO } from '../../lotti/avvisi/lotto-avvisi.ts';
import { richiedenteDi } from '../../portale/lotti.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Comando } from '../comando.ts';

/** Whose list: the command line's own, or that of an operators' token. */
export interface OpzioniUfficio {
  readonly ufficio?: string;
}

export function conUfficio(command: Comando): Comando {
  command.option('--ufficio <token>', 'l’elenco di un token, per nome (altrimenti quello della riga di comando)');
  return command;
}

/** @throws ErroreDati `ufficio-sconosciuto` */
export async function proprietarioDi({ accesso }: Applicazione, ufficio: string | undefined): Promise<string> {
  if (ufficio === undefined) return PROPRIETARIO_RIGA_DI_COMANDO;
  const [trovato, altro] = (await accesso.elencoToken()).filter(({ nome }) => nome === ufficio);
  if (trovato !== undefined && altro === undefined) return richiedenteDi(trovato).proprietario;
  const quale = altro === undefined ? 'non c’è un token con questo nome' : 'i token con questo nome sono più d’uno';
  throw new ErroreDati('ufficio-sconosciuto', { quale, campo: 'ufficio' });
}

export function describeCliente({ datore, rapporto }: Cliente): string[] {
  const { lavoratore, codice, assunzione, cessazione, condizioni } = rapporto;
  return [
    `${datore.cognome} ${datore.nome}: rapporto ${codice}, ${lavoratore.cognome} ${lavoratore.nome}`,
    cessazione === undefined
      ? italiano`dal ${formatGiornoItaliano(assunzione)}`
      : italiano`dal ${formatGiornoItaliano(assunzione)} al ${formatGiornoItaliano(cessazione)}`,
    ...condizioni.map(({ dal, oreSettimanali, paga }) => {
      const euro =
        paga === undefined
          ? ''
          : `, ${formatEuroItaliano(paga.importo)} € ${paga.tipo === 'oraria' ? 'l’ora' : 'al mese'}`;
      return italiano`  dal ${formatGiornoItaliano(dal)}: ${oreSettimanali.replace('.', ',')} ore a settimana${euro}`;
    }),
  ];
}
