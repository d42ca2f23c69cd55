import type { Knex } from 'knex';
import * as anagrafe from './0001-anagrafe.ts';
import * as bollettini from './0002-bollettini.ts';
import * as pagamenti from './0003-pagamenti.ts';
import * as giornale from './0004-giornale.ts';
import * as accesso from './0005-accesso.ts';
import * as lotti from './0006-lotti.ts';
import * as modiEFlussi from './0007-modi-e-flussi.ts';
import * as attivazioni from './0008-attivazioni.ts';
import * as settimaneCoperte from './0009-settimane-coperte.ts';
import * as emessiDalLotto from './0010-emessi-dal-lotto.ts';
import * as caduteDeiLotti from './0011-cadute-dei-lotti.ts';
import * as tentativiDiAccesso from './0012-tentativi-di-accesso.ts';
import * as giornaleSenzaPassword from './0013-giornale-senza-password.ts';
import * as avvertenzeDeiLotti from './0014-avvertenze-dei-lotti.ts';
import * as clienti from './0015-clienti.ts';
import * as codiciDiFlusso from './0017-codici-di-flusso.ts';
import * as risposteApi from './0018-risposte-api.ts';
import * as linguaAvviso from './0019-lingua-avviso.ts';
import * as territorioEInterruzione from './0020-territorio-e-interruzione.ts';
import * as richieste from './0023-richieste.ts';
import * as rimborsi from './0021-rimborsi.ts';
import * as quandoPagato from './0024-quando-pagato.ts';
import * as nazioneDelDatore from './0025-nazione-del-datore.ts';
import * as sospensioni from './0028-sospensioni.ts';
import * as sigilli from './0030-sigilli.ts';
import * as elenchiDiClienti from './0032-elenchi-di-clienti.ts';
import * as avvisiUguali from './0033-avvisi-uguali.ts';
import * as famiglia from './0034-famiglia.ts';
import * as versato from './0035-versato.ts';
import * as spid from './0036-spid.ts';
import * as lavoratori from './0037-lavoratori.ts';
import * as messaggi from './0038-messaggi.ts';
import * as promemoria from './0039-promemoria.ts';

/** One step of the database's history. A published step is never edited: a change is a new step. */
export interface Migrazione {
  readonly nome: string;
  up(knex: Knex): Promise<void>;
}

/** In the order in which they run. */
export const MIGRAZIONI: readonly Migrazione[] = [
  { nome: '0001-anagrafe', up: anagrafe.up },
  { nome: '0002-bollettini', up: bollettini.up },
  { nome: '0003-pagamenti', up: pagamenti.up },
  { nome: '0004-giornale', up: giornale.up },
  { nome: '0005-accesso', up: accesso.up },
  { nome: '0006-lotti', up: lotti.up },
  { nome: '0007-modi-e-flussi', up: modiEFlussi.up },
  { nome: '0008-attivazioni', up: attivazioni.up },
  { nome: '0009-settimane-coperte', up: settimaneCoperte.up },
  { nome: '0010-emessi-dal-lotto', up: emessiDalLotto.up },
  { nome: '0011-cadute-dei-lotti', up: caduteDeiLotti.up },
  { nome: '0012-tentativi-di-accesso', up: tentativiDiAccesso.up },
  { nome: '0013-giornale-senza-password', up: giornaleSenzaPassword.up },
  { nome: '0014-avvertenze-dei-lotti', up: avvertenzeDeiLotti.up },
  { nome: '0015-clienti', up: clienti.up },
  { nome: '0017-codici-di-flusso', up: codiciDiFlusso.up },
  { nome: '0018-risposte-api', up: risposteApi.up },
  { nome: '0019-lingua-avviso', up: linguaAvviso.up },
  { nome: '0020-territorio-e-interruzione', up: territorioEInterruzione.up },
  { nome: '0023-richieste', up: richieste.up },
  { nome: '0021-rimborsi', up: rimborsi.up },
  { nome: '0024-quando-pagato', up: quandoPagato.up },
  { nome: '0025-nazione-del-datore', up: nazioneDelDatore.up },
  { nome: '0030-sigilli', up: sigilli.up },
  { nome: '0032-elenchi-di-clienti', up: elenchiDiClienti.up },
  { nome: '0033-avvisi-uguali', up: avvisiUguali.up },
  { nome: '0034-famiglia', up: famiglia.up },
  { nome: '0035-versato', up: versato.up },
  { nome: '0036-spid', up: spid.up },
  { nome: '0037-lavoratori', up: lavoratori.up },
  { nome: '0038-messaggi', up: messaggi.up },
  { nome: '0028-sospensioni', up: sospensioni.up },
  { nome: '0039-promemoria', up: promemoria.up },
];
