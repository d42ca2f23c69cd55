import { describe, expect, it } from 'vitest';
import { faultPaa } from '../../../src/pagopa/faults.ts';
import * as attivazione from '../../../src/pagopa/operazioni/paa-attivazione.ts';
import { leggiBusta } from '../../../src/pagopa/soap/busta.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { intestazione, rpt } from '../esempi.ts';
import { validaUfficiale } from '../schemi-ufficiali.ts';

function valida(xml: string): string {
  validaUfficiale(xml);
  return xml;
}

describe('paaVerificaRPT and paaAttivaRPT', () => {
  it('carry the key in the header and the PSP in the body', () => {
    const verifica = { intestazione, psp: 'SIMTAB06' };
    expect(attivazione.readPaaVerificaRpt(leggiBusta(valida(attivazione.buildPaaVerificaRpt(verifica))))).toEqual(
      verifica,
    );
    const attiva: attivazione.PaaAttivaRpt = {
      ...verifica,
      intermediarioPsp: '99999900060',
      canale: '99999900060_SPORTELLO',
      importo: centesimi(33800),
      versante: rpt.pagatore,
      pagatore: rpt.pagatore,
    };
    expect(attivazione.readPaaAttivaRpt(leggiBusta(valida(attivazione.buildPaaAttivaRpt(attiva))))).toEqual(attiva);
  });

  it.each(['paaVerificaRPT', 'paaAttivaRPT'] as const)('%s is answered twice nested', (operazione) => {
    const ok: attivazione.PaaAttivazioneRisposta = {
      esito: 'OK',
      dati: {
        importo: centesimi(33800),
        iban: 'IT60X0542811101000000123456',
        ente: rpt.ente,
        causale: '/RFB/03000000000001241/338.00',
      },
    };
    const xml = valida(attivazione.buildPaaAttivazioneRisposta(operazione, ok));
    expect(attivazione.parsePaaAttivazioneRisposta(xml, operazione)).toEqual(ok);
    const ko = { esito: 'KO', fault: faultPaa('PAA_PAGAMENTO_DUPLICATO', '80078750587') } as const;
    const xmlKo = valida(attivazione.buildPaaAttivazioneRisposta(operazione, ko));
    expect(attivazione.parsePaaAttivazioneRisposta(xmlKo, operazione)).toEqual(ko);
  });

  it('reads a causale in pieces', () => {
    const intera = attivazione.buildPaaAttivazioneRisposta('paaVerificaRPT', {
      esito: 'OK',
      dati: { importo: centesimi(100), iban: 'IT60X0542811101000000123456', causale: 'X' },
    });
    const aPezzi = valida(
      intera.replace(
        '<causaleVersamento>X</causaleVersamento>',
        '<spezzoniCausaleVersamento><spezzoneCausaleVersamento>contributi</spezzoneCausaleVersamento>' +
          '<spezzoneStrutturatoCausaleVersamento><causaleSpezzone>4/2020</causaleSpezzone><importoSpezzone>1.00</importoSpezzone>' +
          '</spezzoneStrutturatoCausaleVersamento></spezzoniCausaleVersamento>',
      ),
    );
    const letta = attivazione.parsePaaAttivazioneRisposta(aPezzi, 'paaVerificaRPT');
    expect(letta).toMatchObject({ dati: { causale: 'contributi 4/2020' } });
  });
});
