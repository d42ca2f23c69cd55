import type { Knex } from 'knex';
import { dataOraItaliana, giornoXsd, inOraItaliana } from '../src/pagopa/data-ora.ts';
import { allowUpdates, appendOnlyUpdates } from './dialetto.ts';

const PAGINA = 500;

interface Riga {
  readonly id: string;
  readonly dati: string;
  readonly xml: string;
  readonly ricevuta_il: string;
}

interface Dati {
  readonly dataOraMessaggio: string;
  readonly dataEsito: string;
}

/**
 * The receipts of notices bore as day of the payment the one on which the PSP books it; and dates with an offset stood as they came.
 * What a receipt says is read again from its message: the payment's own day and hour, in Italian time.
 */
export async function up(knex: Knex): Promise<void> {
  await allowUpdates(knex, 'ricevute');
  let dopo = '';
  for (;;) {
    const righe = await knex('ricevute')
      .where('id', '>', dopo)
      .orderBy('id')
      .limit(PAGINA)
      .select<Riga[]>('id', 'dati', 'xml', 'ricevuta_il');
    const ultima = righe.at(-1);
    if (ultima === undefined) break;
    for (const riga of righe) {
      const dati = JSON.stringify(riletti(riga));
      if (dati !== riga.dati) await knex('ricevute').where({ id: riga.id }).update({ dati });
    }
    dopo = ultima.id;
  }
  await appendOnlyUpdates(knex, 'ricevute');
}

function riletti({ dati: scritti, xml, ricevuta_il: il }: Riga): object {
  const dati = JSON.parse(scritti) as Dati;
  if (!/[<:]paSendRT/.test(xml)) {
    const dataOraMessaggio = inOraItaliana(dati.dataOraMessaggio) ?? dati.dataOraMessaggio;
    return { ...dati, dataOraMessaggio, dataEsito: giornoXsd(dati.dataEsito) ?? dataOraMessaggio.slice(0, 10) };
  }
  const operazione = inOraItaliana(testoIn(xml, 'paymentDateTime'));
  const dataApplicazione = giornoXsd(testoIn(xml, 'applicationDate'));
  const arrivo = dataOraItaliana(new Date(il));
  return {
    ...dati,
    dataOraMessaggio: arrivo,
    dataEsito: operazione?.slice(0, 10) ?? dataApplicazione ?? arrivo.slice(0, 10),
    ...(operazione !== undefined && { oraEsito: operazione.slice(11) }),
    ...(dataApplicazione !== undefined && { dataApplicazione }),
  };
}

/** The text of an element that holds nothing else: the messages were checked against their schemas when they came. */
function testoIn(xml: string, nome: string): string {
  return new RegExp(`<(?:[\\w.-]+:)?${nome}(?:\\s[^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? '';
}
