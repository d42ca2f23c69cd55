import type { RegoleAssenze, TipoAssenza } from '../../../norme/assenze.ts';
import { validita, type VistaNorma } from './regola.ts';

/** `rules/assenze.yaml`. */
export function normaAssenze(regole: RegoleAssenze): VistaNorma {
  const { fonti, preavviso, sospensione } = regole;
  return {
    nome: 'assenze',
    titolo: 'Assenze e festività',
    file: 'rules/assenze.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      {
        titolo: 'Quanto resta retribuito',
        regole: regole.tipi.map((tipo) => ({ nome: tipo.nome, validita: '', valore: paid(tipo), fonti, note: [] })),
      },
      {
        titolo: 'Malattia',
        regole: regole.malattia.map((malattia) => ({
          nome: 'Giorni pagati in un anno',
          validita: validita(malattia),
          valore: malattia.scaglioni
            .map(
              ({ oltreMesi, giorni }) =>
                `${giorni} ${oltreMesi === 0 ? 'all’inizio' : `oltre ${oltreMesi} mesi di servizio`}`,
            )
            .join(', '),
          fonti: malattia.fonti,
          note: [malattia.note],
        })),
      },
      {
        titolo: 'Chi è pagato a ore',
        regole: [
          ...regole.festivitaOrarie.map((regola) => ({
            nome: 'Festività',
            validita: validita(regola),
            valore: `un ${regola.frazioneDellOrario}° dell’orario settimanale`,
            fonti: regola.fonti,
            note: [],
          })),
          ...regole.ferieOrarie.map((regola) => ({
            nome: 'Giorno di ferie',
            validita: validita(regola),
            valore: `un ${regola.frazioneDellOrario}° dell’orario settimanale`,
            fonti: regola.fonti,
            note: [],
          })),
          ...regole.ferieDelMese.map((regola) => ({
            nome: 'Giorno di ferie, lettura meno recente',
            validita: validita(regola),
            valore: `ore del mese precedente diviso ${regola.divisore}, solo su richiesta`,
            fonti: regola.fonti,
            note: [],
          })),
        ],
      },
      {
        titolo: 'Fine e sospensione',
        regole: [
          {
            nome: 'Preavviso non lavorato',
            validita: '',
            valore: 'soggetto a contributi',
            fonti: preavviso.fonti,
            note: [],
          },
          {
            nome: 'Sospensione dell’obbligo',
            validita: '',
            valore: 'da comunicare all’INPS',
            fonti: sospensione.fonti,
            note: [],
          },
        ],
      },
    ],
  };
}

function paid(tipo: TipoAssenza): string {
  switch (tipo.pagate) {
    case 'tutte':
      return 'tutte le ore';
    case 'nessuna':
      return 'nessuna ora';
    case 'malattia':
      return 'i giorni del contratto, secondo l’anzianità';
    case 'primi-giorni':
      return `i primi ${tipo.giorni} giorni`;
  }
}
