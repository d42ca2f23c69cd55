import { isDeepStrictEqual } from 'node:util';
import { formatIndirizzo } from '../../anagrafe/indirizzo.ts';
import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { dateDi, type RigaAvviso } from './riga-avviso.ts';

/** What a row adds to the register, and what it tells otherwise. */
export interface Confronto {
  /** The end of the rapporto, which the register did not know. */
  readonly cessazione?: Giorno;
  /** Sentences without `;` or quotes. */
  readonly frasi: readonly string[];
}

/**
 * Compares a row with the rapporto that the register knows. Names and hiring of the register are printed and kept; they are told.
 * @throws ErroreDati `cessazione-diversa`: which of two ends is right is not ours to guess
 */
export function confrontaRegistro(noto: RapportoDiLavoro, datore: Datore, riga: RigaAvviso): Confronto {
  const { assunzione, cessazione } = dateDi(riga.base);
  if (cessazione !== undefined && noto.cessazione !== undefined && cessazione !== noto.cessazione) {
    throw new ErroreDati('cessazione-diversa', {
      nota: formatGiornoItaliano(noto.cessazione),
      cessazione: formatGiornoItaliano(cessazione),
      campo: 'cessazione',
    });
  }
  const frasi = [
    ...otherName('datore', datore, riga.datore),
    ...otherName('lavoratore', noto.lavoratore, riga.lavoratore),
  ];
  const { indirizzo } = riga.datore;
  if (indirizzo !== undefined && datore.indirizzo !== undefined && !isDeepStrictEqual(indirizzo, datore.indirizzo)) {
    frasi.push(`nel registro l’indirizzo del datore era ${formatIndirizzo(datore.indirizzo)}: ora è quello della riga`);
  }
  if (assunzione !== undefined && assunzione !== noto.assunzione) {
    frasi.push(
      italiano`nel registro la data di assunzione è il ${formatGiornoItaliano(noto.assunzione)}: ricontrollarla`,
    );
  }
  return { frasi, ...(cessazione !== undefined && noto.cessazione === undefined && { cessazione }) };
}

interface Nome {
  readonly cognome: string;
  readonly nome: string;
}

function otherName(chi: 'datore' | 'lavoratore', noto: Nome, { cognome, nome }: Partial<Nome>): string[] {
  if (cognome === undefined || nome === undefined) return [];
  const scritto = { cognome, nome };
  if (words(noto) === words(scritto)) return [];
  return [italiano`nel registro il ${chi} si chiama ${noto.cognome} ${noto.nome}: sull’avviso va quel nome`];
}

/** A name's words whatever their order, capitals, accents and apostrophes. */
function words({ cognome, nome }: Nome): string {
  return `${cognome} ${nome}`
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z ]/g, '')
    .split(' ')
    .filter((parola) => parola !== '')
    .sort()
    .join(' ');
}
