import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCodiceRapporto } from '../../../src/anagrafe/codice-rapporto.ts';
import { quante, unione } from '../../../src/bollettini/settimane-coperte.ts';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';
import { parseTrimestre } from '../../../src/scadenze/trimestre.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../avvisi-generati.ts';
import { type AmbienteLotti, ambienteLotti } from './ambiente.ts';

let ambiente: AmbienteLotti;
beforeEach(async () => (ambiente = await ambienteLotti()));
afterEach(() => ambiente.close());

const attore = { tipo: 'sistema', nome: 'prova' } as const;
const righe = righeAvvisi(6);
const manifesto = () => ambiente.cartella.rows('avvisi.manifesto.csv');
const errori = () => ambiente.cartella.rows('avvisi.errori.csv');

describe('a batch of notices', () => {
  it('puts weeks told as a number beside those that a later row names, and says so', async () => {
    const [prima = ''] = righe;
    const intestazione = `${INTESTAZIONE_AVVISI};settimane`;
    const scrivi = (nome: string, linee: readonly string[]) =>
      ambiente.cartella.write(nome, [intestazione, ...linee, ''].join('\n'));
    const nominate = (quali: string) => `${prima.replace(/^[^;]*/, 'R9').replace(';26;', `;${quali};`)};`;
    const { app, cartella } = ambiente;
    const lotto = (input: string) => lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    // In one file, and in a second one once the first is issued.
    await lotto(scrivi('uno.csv', [`${prima};6`, nominate('26 26 0 0 0 0 0 0 0 0 0 0 0')]));
    expect(errori()).toEqual([]);
    expect(manifesto().map((riga) => riga['importo'])).toEqual(['193,44', '64,48']);
    expect(manifesto()[1]?.['avvertenze']).toContain('si aggiungono a quelle che il trimestre ha già (6)');
    await lotto(scrivi('due.csv', [nominate('0 0 26 26 26 26 26 0 0 0 0 0 0')]));
    expect(manifesto().map((riga) => riga['importo'])).toEqual(['161,20']);
    const rapporto = await app.archivio.registro.rapportoConCodice(
      parseCodiceRapporto(manifesto()[0]?.['rapporto'] ?? ''),
    );
    const suoi = await app.archivio.letture.bollettini.delRapporto(rapporto?.id ?? '');
    expect(unione(suoi.map(({ settimane }) => settimane))).toBe(0b1_1111_1111_1111);
    expect(suoi.map(({ settimane }) => quante(settimane))).toEqual([6, 2, 5]);
  });

  it('refuses the row of a quarter whose duty is suspended', async () => {
    const { app, cartella } = ambiente;
    const [riga = ''] = righe;
    const file = (nome: string, uno: string) => cartella.write(nome, `${INTESTAZIONE_AVVISI}\n${uno}\n`);
    await lottoAvvisi({ app, attore, input: file('uno.csv', riga), out: cartella.file('avvisi.pdf') });
    const codice = parseCodiceRapporto(manifesto()[0]?.['rapporto'] ?? '');
    const rapporto = await app.archivio.registro.rapportoConCodice(codice);
    if (rapporto === undefined) throw new Error('not registered');
    const contesto = {
      actor: attore,
      subject: { datoreId: rapporto.datoreId },
      authority: { tipo: 'operatore' },
    } as const;
    const dette = [{ trimestre: parseTrimestre('2/2026'), motivo: 'maternita' }] as const;
    await app.bollettini.cambiaSospensioni(contesto, rapporto.id, dette);
    ambiente.clock.set('2026-07-03T08:00:00Z');
    const input = file('due.csv', riga.replace('1/2026', '2/2026'));
    await lottoAvvisi({ app, attore, input, out: cartella.file('avvisi.pdf') });
    expect(errori()).toMatchObject([
      { errore: expect.stringContaining('sospensione dell’obbligo contributivo (maternità)') as string },
    ]);
  });
});
