import { carattereDiControllo } from '../../src/anagrafe/carattere-di-controllo.ts';

const COGNOMI = [
  'Rossi',
  'Bianchi',
  'De Luca',
  'Esposito',
  'D’Amico',
  'Müller',
  'Nicolò',
  'Zanetti',
  'Abate',
  'Ferrari',
];
const NOMI = ['Maria', 'Giuseppe', 'Anna', 'Paolo', 'Elena', 'Luca', 'Rosa', 'Marco', 'Ada', 'Ettore'];

export const INTESTAZIONE_AVVISI =
  'id;datore_cf;datore_nome;rapporto;lavoratore_cf;lavoratore_nome;trimestre;ore_settimanali;paga_oraria;assunzione';

/** A code of the right shape and check character, different for each number up to 28 × 90 × 12. */
export function codiceFiscaleNumero(n: number, iniziali = 'RSSMRA'): string {
  const mese = 'ABCDEHLMPRST'[n % 12] ?? 'A';
  const giorno = String(1 + (Math.floor(n / 12) % 28)).padStart(2, '0');
  const anno = String(10 + (Math.floor(n / 336) % 90)).padStart(2, '0');
  const quindici = `${iniziali}${anno}${mese}${giorno}D620`;
  return quindici + carattereDiControllo(quindici);
}

/** Rows for notices: every `rapportiPerDatore` rows another employer, every row another rapporto. */
export function righeAvvisi(quante: number, rapportiPerDatore = 2): string[] {
  return Array.from({ length: quante }, (_, i) => {
    const d = Math.floor(i / rapportiPerDatore);
    return [
      `R${i + 1}`,
      codiceFiscaleNumero(d),
      `${COGNOMI[d % 10] ?? ''} ${NOMI[(d * 7) % 10] ?? ''}`,
      String(90_000_000_000 + i * 97),
      codiceFiscaleNumero(i, 'LVRTRE'),
      `Lavoratrice Numero ${i + 1}`,
      '1/2026',
      String(26 + (i % 20)),
      '9,50',
      '01/02/2020',
    ].join(';');
  });
}
