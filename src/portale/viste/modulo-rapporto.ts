import { parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoRapporto } from '../../anagrafe/registro-rapporti.ts';
import { parseCambio } from '../../clienti/parse-cambio.ts';
import { leggiGiorno } from '../../lotti/celle/giorni.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import {
  associazione,
  giorno,
  oreSettimanali,
  pagaMensile,
  pagaOraria,
  senzaCuaf,
  tempoDeterminato,
  vittoAlloggioGiorni,
} from '../strumenti/campi-comuni.ts';
import { type GruppoCampi, type Scritto, testo } from '../strumenti/strumento.ts';

/** The form of a rapporto that the family writes down: INPS's letter has the codes, the contract has the rest. */
export const GRUPPI_RAPPORTO: readonly GruppoCampi[] = [
  {
    legenda: 'Il lavoratore',
    campi: [
      { tipo: 'testo', nome: 'cognome', etichetta: 'Cognome', obbligatorio: true, esempio: 'Rossi' },
      { tipo: 'testo', nome: 'nome', etichetta: 'Nome', obbligatorio: true, esempio: 'Maria' },
      {
        tipo: 'testo',
        nome: 'codiceFiscale',
        etichetta: 'Codice fiscale del lavoratore',
        aiuto: '16 lettere e cifre',
        obbligatorio: true,
        esempio: 'BNCLCU58E52D620L',
      },
    ],
  },
  {
    legenda: 'Il rapporto di lavoro',
    campi: [
      {
        tipo: 'testo',
        nome: 'codice',
        etichetta: 'Codice del rapporto di lavoro',
        aiuto: '10 o 11 cifre, sulle lettere dell’INPS',
        modo: 'numeric',
        obbligatorio: true,
        esempio: '99109784511',
      },
      { ...giorno('assunzione', 'Assunzione'), tipo: 'testo', obbligatorio: true, esempio: '01/01/2020' },
      giorno('cessazione', 'Cessazione', 'se è già finito'),
    ],
  },
  {
    legenda: 'Orario e paga di adesso',
    aiuto: 'Se cambiano, dopo si dice da quando.',
    campi: [
      { ...oreSettimanali, tipo: 'testo', obbligatorio: true },
      pagaOraria,
      pagaMensile,
      vittoAlloggioGiorni,
      associazione,
      senzaCuaf,
      tempoDeterminato,
    ],
  },
];

const NOME_MASSIMO = 60;

/** @throws ErroreDati `nome-mancante`, `nome-troppo-lungo` */
export function leggiNome(scritto: string, campo: string): string {
  const nome = scritto.trim().replace(/\s+/g, ' ');
  if (nome === '') throw new ErroreDati('nome-mancante', { campo });
  if (nome.length <= NOME_MASSIMO) return nome;
  throw new ErroreDati('nome-troppo-lungo', { campo, massimo: NOME_MASSIMO });
}

/** @throws ErroreDati naming the field */
export function leggiRapporto(scritto: Scritto): Omit<NuovoRapporto, 'datore'> {
  const lavoratore = {
    cognome: leggiNome(testo(scritto, 'cognome'), 'cognome'),
    nome: leggiNome(testo(scritto, 'nome'), 'nome'),
    codiceFiscale: parseCodiceFiscale(testo(scritto, 'codiceFiscale'), 'codiceFiscale'),
  };
  const codice = parseCodiceRapporto(testo(scritto, 'codice'), 'codice');
  const assunzione = leggiGiorno(testo(scritto, 'assunzione'), 'assunzione');
  const finita = testo(scritto, 'cessazione');
  const cessazione = finita === '' ? undefined : leggiGiorno(finita, 'cessazione');
  if (cessazione !== undefined && cessazione < assunzione)
    throw new ErroreDati('cessazione-prima', { campo: 'cessazione' });
  return {
    codice,
    lavoratore,
    assunzione,
    ...(cessazione !== undefined && { cessazione }),
    condizioni: [condizioniScritte(scritto, assunzione)],
  };
}

/** The first terms hold from the hiring. */
function condizioniScritte(scritto: Scritto, dal: RapportoDiLavoro['assunzione']) {
  if (testo(scritto, 'oreSettimanali') === '')
    throw new ErroreDati('ore-mancanti/settimana', { campo: 'oreSettimanali' });
  const {
    associazione: quale,
    oreSettimanali: ore,
    ...dette
  } = parseCambio({
    dal,
    oreSettimanali: testo(scritto, 'oreSettimanali'),
    pagaOraria: testo(scritto, 'pagaOraria'),
    pagaMensile: testo(scritto, 'pagaMensile'),
    vittoAlloggioGiorni: testo(scritto, 'vittoAlloggioGiorni'),
    associazione: testo(scritto, 'associazione'),
  });
  return {
    vittoAlloggioGiorni: 0,
    ...dette,
    oreSettimanali: ore ?? '',
    senzaCuaf: scritto['senzaCuaf'] === true,
    tempoDeterminato: scritto['tempoDeterminato'] === true,
    ...(quale != null && { associazione: quale }),
  };
}
