import { createHash } from 'node:crypto';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import type { RicevutaAvviso } from '../../pagopa/avvisi/pa-send-rt.ts';
import { dataOraItaliana, giornoXsd } from '../../pagopa/data-ora.ts';
import type { CodiceFaultPaa } from '../../pagopa/faults.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { newId } from '../../valori/new-id.ts';
import { applyEvento } from '../esito-tentativo.ts';
import { contaPagato } from '../incassi.ts';
import type { Tentativo } from '../pagamento.ts';
import type { ArchivioPagamenti, RicevutaConservata } from '../porte.ts';
import { anomaliaDi, type Prova, provaDaAvviso } from '../prova.ts';
import { quandoPagatoAvviso } from '../quando-pagato.ts';
import { personaDi } from '../ricevuta-da-rt.ts';
import type { Ricevuta } from '../servizio-pagamenti.ts';
import { isVivo } from '../transizioni.ts';
import { attemptOutside } from './tentativo-fuori-portale.ts';

/** What the node is told of the receipt it handed over. */
export type EsitoRicevuta = { readonly esito: 'OK' } | { readonly esito: 'KO'; readonly codice: CodiceFaultPaa };

/**
 * Hears the receipt of a notice (paSendRT), within the caller's transaction. A receipt cannot be refused, because its being
 * there is the payment (SANP 3.0): a wrong amount is answered OK too, and kept as an anomaly that pays nothing; but somebody paid,
 * so the bollettino is held until an operator has looked. Receipts are idempotent on their id.
 * @param xml the message as it came
 */
export async function registraAvviso(
  tx: ArchivioPagamenti,
  ricevuta: RicevutaAvviso,
  xml: string,
  il: string,
): Promise<EsitoRicevuta> {
  const impronta = createHash('sha256').update(JSON.stringify(ricevuta)).digest('hex');
  const prova = provaDaAvviso(ricevuta, impronta, il);
  const bollettino = await tx.bollettini.conCodiceAvviso(ricevuta.avviso);
  if (bollettino === undefined || bollettino.iuv !== ricevuta.iuv) {
    await tx.anomalie.apri(anomaliaDi('avviso-sconosciuto', prova), il);
    return { esito: 'KO', codice: 'PAA_PAGAMENTO_SCONOSCIUTO' };
  }
  if (ricevuta.esito !== 'OK') return { esito: 'OK' };
  const precedenti = await tx.ricevute.delBollettino(bollettino.id);
  const stessa = precedenti.find((altra) => altra.idMessaggio === prova.idMessaggio);
  if (stessa?.impronta === impronta) return { esito: 'OK' };
  if (stessa !== undefined) {
    await tx.anomalie.apri(anomaliaDi('rt-alterata', prova), il);
    return { esito: 'KO', codice: 'PAA_RECEIPT_DUPLICATA' };
  }
  if (ricevuta.importo !== bollettino.importo) {
    await holdForExamination(tx, bollettino, { ricevuta, prova, xml }, il);
    return { esito: 'OK' };
  }
  const prima = await attemptOf(tx, bollettino, prova, il);
  await tx.ricevute.inserisci(toConservata(prima, { ricevuta, prova, xml }, true, il));
  await tx.atti.registra({
    azione: 'esito-ricevuto',
    oggetto: { tipo: 'tentativo', id: prima.id },
    dettaglio: { esito: prova.esito, importo: prova.importo, evento: 'avviso-pagato' },
  });
  const natura = await contaPagato(tx, prima, prova, il);
  return natura === 'doppio' ? { esito: 'KO', codice: 'PAA_RECEIPT_DUPLICATA' } : { esito: 'OK' };
}

interface Arrivo {
  readonly ricevuta: RicevutaAvviso;
  readonly prova: Prova;
  readonly xml: string;
}

/**
 * Money of another amount: whoever paid it must not be asked again for the whole, as after an RT that does not fit. What another
 * cart holds stays with it, and what is paid or gone stays so.
 */
async function holdForExamination(
  tx: ArchivioPagamenti,
  bollettino: Bollettino,
  arrivo: Arrivo,
  il: string,
): Promise<void> {
  const { id, importo } = bollettino;
  const tentativo = await attemptInDoubt(tx, bollettino, arrivo.prova, il);
  const { tentativoId: _, ...anomalia } = anomaliaDi('avviso-importo-diverso', arrivo.prova, {
    id: tentativo?.id ?? '',
    bollettinoId: id,
    importo,
  });
  await tx.anomalie.apri(tentativo === undefined ? anomalia : { ...anomalia, tentativoId: tentativo.id }, il);
  if (tentativo !== undefined) await tx.ricevute.inserisci(toConservata(tentativo, arrivo, false, il));
}

/** The cart of notices that was sent (Checkout), else an attempt made now; undefined when the bollettino cannot be held. */
async function attemptInDoubt(
  tx: ArchivioPagamenti,
  bollettino: Bollettino,
  prova: Prova,
  il: string,
): Promise<Tentativo | undefined> {
  const inviato = (await openCheckout(tx, bollettino.id)).find(({ stato }) => stato === 'in-attesa');
  if (inviato !== undefined) {
    await applyEvento(tx, inviato, 'rt-incoerente', il);
    return inviato;
  }
  const preso = await tx.bollettini.segna(bollettino.id, ['nel-carrello'], 'in-pagamento', il);
  return preso ? attemptOutside(tx, bollettino, prova, il, 'anomalo') : undefined;
}

/** The attempt that the receipt closes: the cart of notices we sent (Checkout), or one made now for who paid at a counter. */
async function attemptOf(tx: ArchivioPagamenti, bollettino: Bollettino, prova: Prova, il: string): Promise<Tentativo> {
  const rendicontato = await attemptOnFlow(tx, bollettino, prova.ccp);
  if (rendicontato !== undefined) return rendicontato;
  const aperti = await openCheckout(tx, bollettino.id);
  const suo = aperti.find(({ stato }) => isVivo(stato)) ?? aperti.at(-1);
  if (suo === undefined) return attemptOutside(tx, bollettino, prova, il);
  await applyEvento(tx, suo, 'rt-eseguito', il);
  return suo;
}

/** Attempts of carts of notices that were not paid yet, oldest first. */
async function openCheckout(tx: ArchivioPagamenti, bollettinoId: string): Promise<readonly Tentativo[]> {
  const tentativi = await tx.tentativi.delBollettino(bollettinoId);
  const consegne = await tx.consegne.perId(tentativi.map((tentativo) => tentativo.consegnaId));
  const checkout = new Set(consegne.filter(({ modo }) => modo === 'checkout').map(({ id }) => id));
  return tentativi.filter(({ consegnaId, stato }) => checkout.has(consegnaId) && stato !== 'eseguito');
}

/** The attempt of this very money, when a flow told of it before its receipt came. */
async function attemptOnFlow(
  tx: ArchivioPagamenti,
  bollettino: Bollettino,
  iur: string,
): Promise<Tentativo | undefined> {
  if (bollettino.stato !== 'pagato') return undefined;
  const incassi = await tx.ricevute.incassiDelBollettino(bollettino.id);
  const suo = incassi.find((incasso) => incasso.iur === iur);
  return suo === undefined ? undefined : (await tx.tentativi.perId([suo.tentativoId]))[0];
}

function toConservata(
  { id }: Tentativo,
  { ricevuta, prova, xml }: Arrivo,
  coerente: boolean,
  il: string,
): RicevutaConservata {
  const { idMessaggio, impronta, esito, importo } = prova;
  const dati = toRicevuta(ricevuta, il);
  return {
    id: newId(),
    tentativoId: id,
    idMessaggio,
    impronta,
    esito,
    coerente,
    importo,
    dati,
    xml,
    ricevutaIl: il,
  };
}

function toRicevuta(ricevuta: RicevutaAvviso, il: string): Ricevuta {
  const { commissione, trasferimenti } = ricevuta;
  const dataApplicazione = giornoXsd(ricevuta.dataApplicazione ?? '');
  return {
    // The message has no date of its own: it is as old as its coming.
    dataOraMessaggio: dataOraItaliana(new Date(il)),
    ...quandoPagatoAvviso(ricevuta, il),
    ...(dataApplicazione !== undefined && { dataApplicazione }),
    istitutoAttestante: ricevuta.psp,
    enteBeneficiario: { denominazione: ricevuta.ente, codiceFiscale: ricevuta.dominio },
    ...(ricevuta.versante !== undefined && { versante: personaDi(ricevuta.versante) }),
    iuv: ricevuta.iuv,
    ccp: ricevuta.idRicevuta,
    iur: ricevuta.idRicevuta,
    importoPagato: formatEuro(ricevuta.importo),
    ...(commissione !== undefined && { commissione: formatEuro(commissione) }),
    causale: trasferimenti[0]?.causale ?? ricevuta.descrizione,
  };
}
