import { dataItaliana } from '../../pagopa/data-ora.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { RptConservata } from '../archivio/rpt.ts';
import type { EsitoSessione, Sessione } from '../archivio/sessioni.ts';
import type { Contesto } from '../contesto.ts';
import type { EsitoPagamento, FacciaRt } from '../scenari/scenario.ts';
import { CONSEGUENZE, type Conseguenze } from './esiti.ts';
import { registraIncassiRt } from './incassi-rt.ts';
import type { RicettaRt } from './ricetta-rt.ts';

/**
 * Ends a session once: states of cart and RPTs, the browser's esito, and the receipts to come. Whoever comes second (a second
 * press, a reload, the clock) changes nothing. To be called in a write.
 * @returns false when the session was closed already
 */
export function concludi(contesto: Contesto, sessione: Sessione, esito: EsitoPagamento): boolean {
  return concludiCon(contesto, sessione, CONSEGUENZE[esito]);
}

/** The same, with what a PSP that listens said. */
export function concludiCon(contesto: Contesto, sessione: Sessione, conseguenze: Conseguenze): boolean {
  const { carrello: stato, rt } = conseguenze;
  const motivo = rt === undefined || rt.seManca ? null : rt.motivo;
  const fine = { stato, esito: ritornoDi(contesto, sessione, conseguenze), motivo };
  if (!contesto.archivio.sessioni.chiudi(sessione, fine)) return false;
  for (const rpt of contesto.archivio.rpt.dellaSessione(sessione.id)) {
    contesto.archivio.rpt.avanza(rpt, conseguenze.stati, contesto.orologio.ora());
    if (rt?.seManca) aspettaRt(contesto, sessione, rpt, rt);
    else if (rt !== undefined) programmaRt(contesto, sessione, rpt, { ...conseguenze, rt });
  }
  contesto.sveglia();
  return true;
}

function ritornoDi(contesto: Contesto, sessione: Sessione, { ritorno }: Conseguenze): EsitoSessione {
  if (ritorno !== 'pagato') return ritorno;
  const canale = sessione.canale === null ? undefined : contesto.psp.perCanale(sessione.canale);
  return canale?.servizio.autorizzazione === 'psp-online' ? 'OK' : 'DIFFERITO';
}

type RtDaFare = NonNullable<Conseguenze['rt']>;

function programmaRt(
  contesto: Contesto,
  sessione: Sessione,
  rpt: RptConservata,
  conseguenze: Conseguenze & { readonly rt: RtDaFare },
): void {
  const { rt } = conseguenze;
  const circostanza = circostanzaDi(contesto, sessione, rpt);
  const faccia = facciaRt(conseguenze, contesto.regole.prendi('rt', circostanza) ?? {});
  const consegna = faccia.consegna ?? 'normale';
  const quando = contesto.orologio.ora() + (faccia.ritardo ?? rt.attesaMs ?? contesto.configurazione.ritardoRtMs);
  const ricetta: RicettaRt = {
    ...ricettaDi(contesto, sessione, rpt, rt),
    consegna,
    variazione: faccia.variazione ?? 0,
    iuvSconosciuto: faccia.iuv === 'sconosciuto',
  };
  const ricette = faccia.poi === undefined ? [ricetta] : [ricetta, seconda(ricetta, faccia.poi)];
  ricette.forEach((una, i) => {
    registraIncassiRt(contesto, rpt.rpt, una, circostanza);
    if (consegna === 'persa') return;
    contesto.archivio.attivita.inserisci('genera-rt', quando + i * (faccia.dopo ?? 0), una);
  });
}

/** The PSP owes the RT: rules do not touch it, and the node makes one only when it never comes. */
function aspettaRt(contesto: Contesto, sessione: Sessione, rpt: RptConservata, rt: RtDaFare): void {
  const ricetta: RicettaRt = { ...ricettaDi(contesto, sessione, rpt, rt), seManca: true };
  contesto.archivio.attivita.inserisci('genera-rt', contesto.orologio.ora() + (rt.attesaMs ?? 0), ricetta);
}

function ricettaDi(contesto: Contesto, sessione: Sessione, rpt: RptConservata, rt: RtDaFare): RicettaRt {
  const { dominio, iuv, ccp } = rpt;
  return {
    chiave: { dominio, iuv, ccp },
    codice: rt.codice,
    motivo: rt.motivo,
    origine: rt.origine,
    prima: rt.prima ?? [],
    numero: 0,
    canale: sessione.canale,
    commissione: rpt.posizione === 0 ? (sessione.commissione ?? 0) : 0,
    giorno: dataItaliana(contesto.orologio.now()),
    consegna: 'normale',
    variazione: 0,
    iuvSconosciuto: false,
  };
}

/**
 * What no PSP was ever given cannot have been paid: its receipt may be late or lost, but a rule makes it say nothing else, and
 * no positive one follows. Otherwise receipts would attest money that nobody took and that stands in no flow.
 */
function facciaRt({ stati }: Conseguenze, faccia: FacciaRt): FacciaRt {
  if (stati.includes('RPT_INVIATA_A_PSP')) return faccia;
  const { ritardo, consegna } = faccia;
  return { ...(ritardo !== undefined && { ritardo }), ...(consegna !== undefined && { consegna }) };
}

function seconda(prima: RicettaRt, poi: 'positiva' | 'negativa'): RicettaRt {
  const base = { ...prima, numero: 1, prima: [], variazione: 0, iuvSconosciuto: false, consegna: 'normale' as const };
  return poi === 'positiva'
    ? { ...base, codice: '0', motivo: 'ESEGUITO', origine: 'psp' }
    : { ...base, codice: '1', motivo: 'Annullato da batch nodo', origine: 'nodo' };
}

/** What rules may ask of a cart's payment. */
export function circostanzaDi(contesto: Contesto, sessione: Sessione, rpt: RptConservata) {
  const psp = sessione.canale === null ? undefined : contesto.psp.perCanale(sessione.canale)?.psp.id;
  return {
    pagamento: sessione.id,
    dominio: rpt.dominio,
    iuv: rpt.iuv,
    ccp: rpt.ccp,
    importo: formatEuro(rpt.rpt.importoTotale),
    ...(psp !== undefined && { psp }),
    ...(sessione.metodo !== null && { metodo: sessione.metodo }),
  };
}
