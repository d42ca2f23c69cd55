import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import type { Rt } from '../../src/pagopa/rpt/rt.ts';
import { buildCausale } from '../../src/pagopa/identificativi/causale.ts';
import type { IntestazioneRpt } from '../../src/pagopa/soap/intestazione.ts';
import { centesimi } from '../../src/valori/denaro.ts';

const IUV = '03000000000001241';
const CCP = '0123456789abcdef0123456789abcdef';

export const intestazione: IntestazioneRpt = {
  intermediario: '80078750587',
  stazione: '80078750587_01',
  dominio: '80078750587',
  iuv: IUV,
  ccp: CCP,
};

/** The real row's 338,00 euro, of fictional people. */
export const rpt: Rpt = {
  dominio: '80078750587',
  stazione: '80078750587_01',
  idMessaggio: 'RPT03000000000001241',
  dataOraMessaggio: '2021-01-05T10:30:00',
  autenticazione: 'USR',
  pagatore: {
    tipo: 'F',
    codice: 'BRNLSN75D41A944K',
    anagrafica: 'Alessandra Bernini',
    indirizzo: 'Via Aldini',
    civico: '3',
    cap: '40136',
    localita: 'Bologna',
    provincia: 'BO',
    nazione: 'IT',
    email: 'alessandra@example.org',
  },
  ente: { codice: '80078750587', denominazione: 'INPS' },
  dataEsecuzione: '2021-01-05',
  importoTotale: centesimi(33800),
  tipoVersamento: 'BBT',
  iuv: IUV,
  ccp: CCP,
  versamenti: [
    {
      importo: centesimi(33800),
      ibanAccredito: 'IT60X0542811101000000123456',
      causale: buildCausale({ iuv: IUV, importo: centesimi(33800), testo: 'contributi 4/2020' }),
      datiSpecificiRiscossione: '9/0301109AP/',
    },
  ],
};

export const rt: Rt = {
  dominio: rpt.dominio,
  stazione: '80078750587_01',
  idMessaggio: 'RT03000000000001241',
  dataOraMessaggio: '2021-01-05T10:35:12',
  riferimentoMessaggio: rpt.idMessaggio,
  riferimentoData: '2021-01-05',
  attestante: { tipo: 'B', codice: 'SIMLITM1', denominazione: 'Banca della Luna' },
  ente: rpt.ente,
  pagatore: rpt.pagatore,
  esito: '0',
  importoTotale: centesimi(33800),
  iuv: IUV,
  ccp: CCP,
  pagamenti: [
    {
      importo: centesimi(33800),
      esito: 'ESEGUITO',
      dataEsito: '2021-01-05',
      iur: 'IUR0001',
      causale: rpt.versamenti[0]?.causale ?? '',
      datiSpecificiRiscossione: '9/0301109AP/',
      commissioniPsp: centesimi(150),
    },
  ],
};

/** The same RT when nothing was paid. */
export const rtNegativa: Rt = {
  ...rt,
  esito: '1',
  importoTotale: centesimi(0),
  pagamenti: rt.pagamenti.map(({ iur: _iur, commissioniPsp: _commissioni, ...singolo }) => ({
    ...singolo,
    iur: '0',
    importo: centesimi(0),
    esito: 'Annullato da utente',
  })),
};
