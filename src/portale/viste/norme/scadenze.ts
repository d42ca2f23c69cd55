import type { Festivita, RegoleScadenze, RegolaSabato } from '../../../norme/regole-scadenze.ts';
import { formatGiornoItaliano } from '../../../valori/giorno.ts';
import { validita, type VistaNorma, type VistaRegola } from './regola.ts';
import { italiano } from '../../../valori/italiano.ts';

const MESI = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

/** `rules/scadenze.yaml`. */
export function normaScadenze(regole: RegoleScadenze): VistaNorma {
  return {
    nome: 'scadenze',
    titolo: 'Quando si paga',
    file: 'rules/scadenze.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      { titolo: 'Finestre di pagamento', regole: [...finestre(regole), cessazione(regole)] },
      { titolo: 'Termini che cadono di domenica o in un giorno festivo', regole: [slittamento(regole)] },
      { titolo: 'Termini che cadono di sabato', regole: regole.sabato.map(sabato) },
      { titolo: 'Sospensioni e proroghe', regole: regole.sospensioni.map(sospensione) },
      {
        titolo: 'Giorni festivi, oltre alle domeniche',
        regole: regole.festivita.map((una) => festivita(una, regole)),
      },
    ],
  };
}

function finestre({ finestre: elenco, fontiFinestre }: RegoleScadenze): VistaRegola[] {
  return elenco.map((finestra) => ({
    nome: `${finestra.trimestre}° trimestre`,
    validita: validita(finestra),
    valore:
      italiano`dal ${finestra.primoGiorno} al ${finestra.ultimoGiorno} ${MESI[finestra.mese - 1] ?? ''}` +
      (finestra.anniDopo === 0 ? '' : ' dell’anno dopo'),
    fonti: fontiFinestre,
    note: [],
  }));
}

function cessazione({ cessazione: regola }: RegoleScadenze): VistaRegola {
  return {
    nome: 'Fine del rapporto',
    validita: '',
    valore: `entro ${regola.giorni} giorni dalla cessazione`,
    fonti: regola.fonti,
    note: [regola.nota],
  };
}

function slittamento({ fontiSlittamento }: RegoleScadenze): VistaRegola {
  return { nome: 'Slitta', validita: '', valore: 'al primo giorno lavorativo', fonti: fontiSlittamento, note: [] };
}

function sabato(regola: RegolaSabato): VistaRegola {
  return {
    nome: regola.spostato ? 'Slitta al lunedì' : 'Non slitta',
    validita: validita(regola),
    valore: regola.discordi ? 'le fonti non concordano' : '',
    fonti: regola.fonti,
    note: regola.avvertenza === undefined ? [] : [regola.avvertenza],
  };
}

function sospensione(regola: RegoleScadenze['sospensioni'][number]): VistaRegola {
  const dal = formatGiornoItaliano(regola.scadenzeDal);
  const al = formatGiornoItaliano(regola.scadenzeAl);
  return {
    nome: regola.nome,
    validita: italiano`scadenze dal ${dal} al ${al}`,
    valore: `nuova scadenza ${formatGiornoItaliano(regola.nuovaScadenza)}${regola.zona === undefined ? '' : `, solo ${regola.zona}`}`,
    fonti: regola.fonti,
    note: regola.nota === undefined ? [] : [regola.nota],
  };
}

function festivita(regola: Festivita, { fontiFestivita }: RegoleScadenze): VistaRegola {
  const { mese, giorno, giorniDopoPasqua, fonte } = regola;
  const quando = mese === undefined ? `Pasqua + ${giorniDopoPasqua ?? 0}` : `${giorno ?? ''} ${MESI[mese - 1] ?? ''}`;
  return {
    nome: regola.nome,
    validita: validita(regola),
    valore: quando,
    fonti: fonte === undefined ? fontiFestivita : [fonte],
    note: [],
  };
}
