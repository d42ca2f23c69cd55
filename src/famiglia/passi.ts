import { ambitoDi } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { giornoInItalia } from '../valori/giorno.ts';
import { newId } from '../valori/new-id.ts';
import type { DipendenzeFamiglia } from './dipendenze.ts';
import type { Allegato, ArchivioFamiglia, AvvisoInps, PagamentoDichiarato } from './porte.ts';
import type { FileDaTenere } from './servizio-famiglia.ts';

/** Keeps a file with a bollettino. */
export async function tieni(
  { famiglia }: ArchivioFamiglia,
  { bollettinoId, cosa, il }: Pick<Allegato, 'bollettinoId' | 'cosa'> & { readonly il: string },
  { formato, byte }: FileDaTenere,
): Promise<void> {
  await famiglia.aggiungi({ id: newId(), bollettinoId, cosa, formato, aggiuntoIl: il }, byte);
}

/** Keeps what a notice of INPS's says, and the notice; one that was taken before is replaced, its file stays. */
export async function prendiAvviso(
  { archivio, clock }: DipendenzeFamiglia,
  contesto: Contesto,
  avviso: AvvisoInps,
  file: FileDaTenere,
): Promise<void> {
  const il = clock.now().toISOString();
  const { bollettinoId } = avviso;
  await archivio.transazione(async (tx) => {
    const bollettino = await find(tx, contesto, bollettinoId);
    if (bollettino.stato !== 'nel-carrello') throw new ErroreDati('bollettino-cambiato/famiglia');
    const gia = await tx.famiglia.conCodiceAvviso(avviso.codiceAvviso);
    if (gia !== undefined && gia.bollettinoId !== bollettinoId) throw await anothers(tx, contesto, gia.bollettinoId);
    await tx.famiglia.scriviAvviso(avviso, il);
    await tieni(tx, { bollettinoId, cosa: 'avviso', il }, file);
    const oggetto = { tipo: 'bollettino', id: bollettinoId } as const;
    await tx.atti.registra({ azione: 'avviso-inps-letto', contesto, oggetto, dettaglio: { importo: avviso.importo } });
  });
}

/** The family says that it paid: from now on the quarter counts as paid, for the amount that was said. */
export async function segnaPagato(
  { archivio, clock }: DipendenzeFamiglia,
  contesto: Contesto,
  { ricevuta, ...pagamento }: PagamentoDichiarato & { readonly ricevuta?: FileDaTenere },
): Promise<void> {
  const il = clock.now().toISOString();
  const { bollettinoId, pagatoIl, importo } = pagamento;
  if (pagatoIl > giornoInItalia(clock.now())) throw new ErroreDati('pagato-nel-futuro', { campo: 'pagatoIl' });
  if (importo <= 0) throw new ErroreDati('importo-non-valido/zero', { campo: 'importo' });
  await archivio.transazione(async (tx) => {
    const bollettino = await find(tx, contesto, bollettinoId);
    const versato = importo === bollettino.importo ? undefined : importo;
    if (!(await tx.bollettini.segnaVersato(bollettinoId, 'nel-carrello', 'pagato', versato, il)))
      throw new ErroreDati('bollettino-cambiato/famiglia');
    await tx.famiglia.scriviPagamento(pagamento, il);
    if (ricevuta !== undefined) await tieni(tx, { bollettinoId, cosa: 'ricevuta', il }, ricevuta);
    const oggetto = { tipo: 'bollettino', id: bollettinoId } as const;
    await tx.atti.registra({ azione: 'pagamento-dichiarato', contesto, oggetto, dettaglio: { importo, pagatoIl } });
  });
}

/** Back to be paid; refused once something was reckoned from the payment. Files stay. */
export async function ritiraPagamento(
  { archivio, clock }: DipendenzeFamiglia,
  contesto: Contesto,
  bollettinoId: Id,
): Promise<void> {
  const il = clock.now().toISOString();
  await archivio.transazione(async (tx) => {
    const bollettino = await find(tx, contesto, bollettinoId);
    const altri = await tx.bollettini.delTrimestre(bollettino.rapportoId, bollettino.trimestre);
    const sopra = altri.filter(
      ({ id, stato, integrazione = 0 }) =>
        id !== bollettinoId && stato !== 'eliminato' && integrazione > (bollettino.integrazione ?? 0),
    );
    if (sopra.length > 0) throw new ErroreDati('bollettino-integrato');
    if (!(await tx.bollettini.segnaVersato(bollettinoId, 'pagato', 'nel-carrello', undefined, il)))
      throw new ErroreDati('bollettino-cambiato/famiglia');
    await tx.famiglia.togliPagamento(bollettinoId);
    const oggetto = { tipo: 'bollettino', id: bollettinoId } as const;
    await tx.atti.registra({ azione: 'pagamento-ritirato', contesto, oggetto });
  });
}

async function find(tx: ArchivioFamiglia, contesto: Contesto, id: Id): Promise<Bollettino> {
  const bollettino = await tx.bollettini.trova(ambitoDi(contesto), id);
  if (bollettino === undefined) throw new NonTrovato('Bollettino');
  return bollettino;
}

async function anothers(tx: ArchivioFamiglia, contesto: Contesto, id: Id): Promise<ErroreDati> {
  const { trimestre } = await find(tx, contesto, id);
  return new ErroreDati('avviso-di-altro', { trimestre: formatTrimestre(trimestre), campo: 'file' });
}
