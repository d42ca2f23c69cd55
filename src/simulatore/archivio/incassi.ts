import type { CodiceRiversamento } from '../../pagopa/flussi/flusso-riversamento.ts';
import { type Centesimi, centesimi } from '../../valori/denaro.ts';
import type { Db } from './schema.ts';

/** Money a PSP took for a creditor and owes it: the rows of the flows. */
export interface Incasso {
  readonly id: number;
  readonly psp: string;
  readonly dominio: string;
  readonly iuv: string;
  readonly iur: string;
  /** 1-5, the part of the payment. */
  readonly indice: number;
  readonly importo: Centesimi;
  readonly codice: CodiceRiversamento;
  /** Italian day of the payment. */
  readonly giorno: string;
}

/** A flow as the node keeps it, with the credit transfer that goes with it. */
export interface FlussoConservato {
  readonly id: string;
  readonly psp: string;
  readonly dominio: string;
  readonly giorno: string;
  readonly dataOra: string;
  readonly regolamento: string;
  readonly dataRegolamento: string;
  readonly importo: Centesimi;
  readonly pagamenti: number;
  readonly causale: string;
  readonly xml: string;
}

export interface IncassiRepository {
  /** Once for each part of a payment: a repeat changes nothing. */
  registra(incasso: Omit<Incasso, 'id'>): void;
  /** Not in a flow yet, of days up to this one. */
  daRiversare(finoAl: string): readonly Incasso[];
  /** How many flows that PSP has made so far: numbers the next. */
  contaFlussi(psp: string): number;
  inserisciFlusso(flusso: FlussoConservato, incassi: readonly number[]): void;
  flusso(id: string): FlussoConservato | undefined;
  /** Oldest first. */
  flussi(filtro: {
    readonly dominio?: string;
    readonly psp?: string;
    readonly limite: number;
  }): readonly FlussoConservato[];
}

interface RigaFlusso extends Omit<FlussoConservato, 'dataOra' | 'dataRegolamento' | 'importo'> {
  readonly data_ora: string;
  readonly data_regolamento: string;
  readonly importo: number;
}

export function incassiRepository(db: Db): IncassiRepository {
  const registra = db.prepare(
    `INSERT INTO incasso (psp, dominio, iuv, iur, indice, importo, codice, giorno)
     VALUES (@psp, @dominio, @iuv, @iur, @indice, @importo, @codice, @giorno)
     ON CONFLICT (dominio, iuv, iur, indice) DO NOTHING`,
  );
  const daRiversare = db.prepare<[string], Incasso>(
    'SELECT * FROM incasso WHERE flusso IS NULL AND giorno <= ? ORDER BY psp, dominio, giorno, id',
  );
  const conta = db.prepare('SELECT count(*) FROM flusso WHERE psp = ?').pluck();
  const inserisci = db.prepare(
    `INSERT INTO flusso (id, psp, dominio, giorno, data_ora, regolamento, data_regolamento, importo, pagamenti, causale, xml)
     VALUES (@id, @psp, @dominio, @giorno, @dataOra, @regolamento, @dataRegolamento, @importo, @pagamenti, @causale, @xml)`,
  );
  const assegna = db.prepare('UPDATE incasso SET flusso = ? WHERE id = ? AND flusso IS NULL');
  const flusso = db.prepare<[string], RigaFlusso>('SELECT * FROM flusso WHERE id = ?');
  const flussi = db.prepare<[Record<string, unknown>], RigaFlusso>(
    `SELECT * FROM flusso WHERE (@dominio IS NULL OR dominio = @dominio) AND (@psp IS NULL OR psp = @psp)
     ORDER BY data_ora, id LIMIT @limite`,
  );
  return {
    registra: (incasso) => void registra.run(incasso),
    daRiversare: (finoAl) => daRiversare.all(finoAl).map((riga) => ({ ...riga, importo: centesimi(riga.importo) })),
    contaFlussi: (psp) => conta.get(psp) as number,
    inserisciFlusso(nuovo, incassi) {
      inserisci.run(nuovo);
      for (const id of incassi) assegna.run(nuovo.id, id);
    },
    flusso: (id) => {
      const riga = flusso.get(id);
      return riga && mappa(riga);
    },
    flussi: (filtro) => flussi.all({ dominio: null, psp: null, ...filtro }).map(mappa),
  };
}

function mappa({ data_ora, data_regolamento, importo, ...resto }: RigaFlusso): FlussoConservato {
  return { ...resto, dataOra: data_ora, dataRegolamento: data_regolamento, importo: centesimi(importo) };
}
