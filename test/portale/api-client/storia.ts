import createClient, { type Client } from 'openapi-fetch';
// Made from the document while the test runs: `client-generato.test.ts`.
import type { paths } from 'tipi-dell-api';
import type { Racconto } from '../racconto-del-client.ts';

/**
 * What a program of somebody else's does with a quarter, by the generated types alone.
 * @throws Error where the API does not answer as the document says
 */
export const racconta: Racconto = async (baseUrl, token, datore) => {
  const client: Client<paths> = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
  const header = { 'Trimestre-Datore': datore };

  const calcolo = await client.POST('/calcoli', { body: { trimestre: '4/2020', oreSettimanali: 25 } });
  const sbagliato = await client.POST('/calcoli', { body: { trimestre: '9/2020', oreSettimanali: 25 } });

  const codici: string[] = [];
  let pagine = 0;
  for (let cursore: string | null | undefined; cursore !== null; pagine += 1) {
    const query = { limite: 1, ...(cursore === undefined ? {} : { cursore }) };
    const { data } = await client.GET('/rapporti', { params: { header, query } });
    codici.push(...(data?.rapporti ?? []).map(({ codice }) => codice));
    cursore = data?.successivo ?? null;
  }
  const tutti = await client.GET('/rapporti', { params: { header } });
  if (tutti.data?.rapporti.map(({ codice }) => codice).join() !== codici.join()) throw new Error('pages lose rapporti');
  const rapporto = tutti.data.rapporti.find(({ assunzione }) => assunzione < '2025-07-01');
  if (rapporto === undefined) throw new Error('no rapporto');

  const emetti = (chiave: string, ore: string) =>
    client.POST('/bollettini', {
      params: { header: { ...header, 'Idempotency-Key': chiave } },
      body: { rapporto: rapporto.id, trimestre: '3/2025', ore },
    });
  const prima = await emetti('storia-0001', '100');
  const seconda = await emetti('storia-0001', '100');
  const diversa = await emetti('storia-0001', '120');
  const [bollettino] = prima.data?.bollettini ?? [];
  if (bollettino === undefined) throw new Error(`not issued: ${prima.error?.detail}`);
  if (JSON.stringify(seconda.data) !== JSON.stringify(prima.data)) throw new Error('the same call, another answer');

  const path = { id: bollettino.id };
  const avviso = await client.GET('/bollettini/{id}/avviso.pdf', { params: { header, path }, parseAs: 'blob' });
  const carrello = await client.GET('/carrello', { params: { header } });
  const { id, versione } = bollettino;
  const conferma = await client.POST('/carrello/conferma', {
    params: { header },
    body: { bollettini: [{ id, versione }] },
  });
  const [consegna] = conferma.data?.consegne ?? [];
  if (consegna === undefined) throw new Error(`not confirmed: ${conferma.error?.detail}`);
  const invio = await client.POST('/consegne/{id}/invio', { params: { header, path: { id: consegna.id } } });

  return {
    importo: bollettino.importo,
    ripetuta: seconda.response.headers.get('Idempotency-Replayed'),
    luogo: seconda.response.headers.get('Location'),
    chiaveRiusata: diversa.error,
    nelCarrello: carrello.data?.bollettini.map((uno) => uno.id) ?? [],
    pagine,
    url: invio.data?.url ?? null,
    errore: sbagliato.error,
    calcolato: calcolo.data?.calcoli[0]?.totale,
    byteAvviso: (avviso.data as Blob | undefined)?.size ?? 0,
  };
};
