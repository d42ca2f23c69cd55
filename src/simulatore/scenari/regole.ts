import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Db } from '../archivio/schema.ts';
import type { ScriviInsieme } from '../archivio/scrittura-di-gruppo.ts';
import type { Sorte } from '../sorte.ts';
import { ErroreScenario } from './errore-scenario.ts';
import { type Circostanza, leggiRegola, type Regola, specificita, vale } from './regola.ts';
import type { CatalogoScenari, Facce } from './scenario.ts';

/** The rules in force. They live in the database, so that a restart forgets neither a rule nor how often it was used. */
export interface Regole {
  readonly elenco: () => readonly (Regola & { readonly usata: number })[];
  /** Whether any rule has that face: without one nothing need be looked up to ask. */
  alcuna(faccia: keyof Facce): boolean;
  /**
   * The first rule with that face that holds here, counted as used. One that holds a number of times counts payments, so it has
   * all its faces for a payment it began with.
   */
  prendi<F extends keyof Facce>(faccia: F, circostanza: Circostanza, filtro?: (faccia: Facce[F]) => boolean): Facce[F];
  /** From here on `altro` is another name of the payment `noto`. */
  stessoPagamento(noto: string, altro: string): void;
  /** @throws ErroreDati `regola-non-valida`, `regola-vuota`, `scenario-sconosciuto` */
  aggiungi(dati: unknown): Regola;
  togli(id: number): boolean;
  /** Reads the scenarios again that rules name. */
  rileggi(): void;
  /** The rules as they were written; of two that are as specific, the first is looked at first. */
  scritte(): readonly unknown[];
  togliTutte(): void;
}

interface Riga {
  readonly id: number;
  readonly origine: 'file' | 'api';
  readonly dati: string;
  readonly usata: number;
}

interface RegolaInUso extends Regola {
  usata: number;
  /** The payments it holds for already, when it holds for so many only. */
  readonly usi: Set<string>;
}

/** @param scrivi keeps how often a rule was used, when that is not within a write already */
export function createRegole(db: Db, catalogo: CatalogoScenari, sorte: Sorte, scrivi: ScriviInsieme): Regole {
  const leggi = db.prepare<[], Riga>('SELECT id, origine, dati, usata FROM regola ORDER BY id');
  const inserisci = db.prepare("INSERT INTO regola (origine, dati) VALUES ('api', ?)");
  const elimina = db.prepare('DELETE FROM regola WHERE id = ?');
  const usa = db.prepare('UPDATE regola SET usata = ? WHERE id = ?');
  const leggiUsi = db.prepare<[number], { pagamento: string }>('SELECT pagamento FROM regola_uso WHERE regola = ?');
  const segnaUso = db.prepare('INSERT INTO regola_uso (regola, pagamento) VALUES (?, ?) ON CONFLICT DO NOTHING');
  let attuali: RegolaInUso[] = [];
  const ricarica = (): void => {
    const righe = leggi.all().map((riga) => ({
      ...leggiRegola(JSON.parse(riga.dati), catalogo, { id: riga.id, origine: riga.origine }),
      usata: riga.usata,
      usi: new Set(leggiUsi.all(riga.id).map(({ pagamento }) => pagamento)),
    }));
    attuali = righe.sort((a, b) => specificita(b.quando) - specificita(a.quando) || b.id - a.id);
  };
  ricarica();
  const aggiungiUso = (regola: RegolaInUso, pagamento: string): void => {
    segnaUso.run(regola.id, pagamento);
    regola.usi.add(pagamento);
  };
  const ricorda = ({ id, usata, usi }: RegolaInUso): void => {
    usa.run(usata, id);
    for (const pagamento of usi) segnaUso.run(id, pagamento);
  };
  return {
    elenco: () => attuali.map(({ usi: _, ...regola }) => regola),
    alcuna: (faccia) => attuali.some((regola) => regola.facce[faccia] !== undefined),
    prendi(faccia, circostanza, filtro = () => true) {
      const { pagamento } = circostanza;
      const giaSua = (regola: RegolaInUso): boolean => pagamento !== undefined && regola.usi.has(pagamento);
      const scelta = attuali.find(
        (regola) =>
          regola.facce[faccia] !== undefined &&
          (regola.volte === undefined || regola.usata < regola.volte || giaSua(regola)) &&
          vale(regola.quando, circostanza) &&
          tocca(regola, circostanza, sorte) &&
          filtro(regola.facce[faccia]),
      );
      if (scelta === undefined) return undefined;
      if (!giaSua(scelta)) {
        scelta.usata += 1;
        if (scelta.volte !== undefined && pagamento !== undefined) scelta.usi.add(pagamento);
        if (scelta.volte !== undefined && db.inTransaction) ricorda(scelta);
        // In memory it counts already; what cannot be written now is written with the next use.
        else if (scelta.volte !== undefined) void scrivi(() => ricorda(scelta)).catch(() => undefined);
      }
      return scelta.facce[faccia];
    },
    stessoPagamento(noto, altro) {
      for (const regola of attuali) if (regola.usi.has(noto)) aggiungiUso(regola, altro);
    },
    aggiungi(dati) {
      cambiaQualcosa(leggiRegola(dati, catalogo, { id: 0, origine: 'api' }));
      const id = Number(inserisci.run(JSON.stringify(dati)).lastInsertRowid);
      ricarica();
      return leggiRegola(dati, catalogo, { id, origine: 'api' });
    },
    togli(id) {
      const tolta = elimina.run(id).changes > 0;
      ricarica();
      return tolta;
    },
    rileggi: ricarica,
    scritte: () =>
      leggi
        .all()
        .reverse()
        .map(({ dati }) => JSON.parse(dati) as unknown),
    togliTutte() {
      db.exec('DELETE FROM regola');
      ricarica();
    },
  };
}

/** @throws ErroreDati `regola-vuota` for a rule that says when, and not what */
function cambiaQualcosa({ facce }: Regola): void {
  if (Object.keys(facce).length > 0) return;
  throw new ErroreScenario('regola-vuota');
}

/**
 * Puts a file's rules into the database in place of those an earlier file had left; rules added since by page or API stay.
 * @throws ErroreDati naming the file, the rule and what is wrong
 */
export function caricaRegole(db: Db, catalogo: CatalogoScenari, file: string, regole: readonly unknown[]): void {
  const inserisci = db.prepare("INSERT INTO regola (origine, dati) VALUES ('file', ?)");
  regole.forEach((regola, i) => {
    try {
      leggiRegola(regola, catalogo, { id: 0, origine: 'file' });
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      throw errore.con({ prima: `${file}, regola ${i + 1}: ` });
    }
  });
  db.transaction(() => {
    db.exec("DELETE FROM regola WHERE origine = 'file'");
    for (const regola of [...regole].reverse()) inserisci.run(JSON.stringify(regola));
  })();
}

/** A rule with a probability holds for the payments the seed picks: always the same ones. */
function tocca(regola: Regola, { dominio = '', iuv = '', ccp = '' }: Circostanza, sorte: Sorte): boolean {
  const { probabilita } = regola.quando;
  return probabilita === undefined || sorte.caso('regola', String(regola.id), dominio, iuv, ccp) < probabilita;
}
