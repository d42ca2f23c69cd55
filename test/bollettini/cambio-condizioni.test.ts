import { afterEach, describe, expect, it } from 'vitest';
import type { Contesto } from '../../src/accesso/contesto.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { archivioSqlite } from '../archivio/archivio-di-prova.ts';
import { type AmbienteBollettini, ambienteBollettini } from './ambiente.ts';

let ambiente: AmbienteBollettini;
afterEach(() => ambiente.prova.close());

const TRIMESTRE = { anno: 2025, numero: 2 } as const;
const CAMBIO = { dal: parseGiorno('2025-05-12', 'dal'), oreSettimanali: '30' } as const;

/** The terms of the rapporto as they are kept. */
async function condizioni() {
  const [rapporto] = await ambiente.servizio.rapporti(ambiente.datore);
  return rapporto?.condizioni.map(({ dal, oreSettimanali }) => [dal, oreSettimanali]);
}

describe('hours that change on a day', () => {
  it('are reckoned each for its part of the quarter, and kept only once the bollettino is issued', async () => {
    ambiente = await ambienteBollettini(archivioSqlite);
    const { servizio, datore, rapporto } = ambiente;
    const prima = await condizioni();
    const [proposto] = await servizio.proponi(datore, rapporto.id, TRIMESTRE, { cambio: CAMBIO });
    // 13 weeks from March 30 to June 28: six at 25 hours, one that the day cuts, six at 30.
    const [tutto] = await servizio.proponi(datore, rapporto.id, TRIMESTRE);
    expect(String(tutto?.ore)).toBe(String(13 * 25));
    expect(Number(proposto?.ore)).toBeGreaterThanOrEqual(6 * 25 + 25 + 6 * 30);
    expect(Number(proposto?.ore)).toBeLessThanOrEqual(6 * 25 + 30 + 6 * 30);
    expect(await condizioni()).toEqual(prima);
    const esito = await servizio.emetti(datore, rapporto.id, TRIMESTRE, { cambio: CAMBIO });
    expect(esito.condizioniDal).toBe(CAMBIO.dal);
    expect(esito.emessi[0]?.importo).toBe(proposto?.totale);
    expect(await condizioni()).toEqual([...(prima ?? []), [CAMBIO.dal, '30']]);
    expect(String((await servizio.proponi(datore, rapporto.id, { anno: 2025, numero: 3 }))[0]?.ore)).toBe(
      String(13 * 30),
    );
  });

  it('told with the codes of a letter are of that quarter alone', async () => {
    ambiente = await ambienteBollettini(archivioSqlite);
    const { servizio, datore, rapporto } = ambiente;
    const prima = await condizioni();
    const lettera: Contesto = {
      actor: { tipo: 'codice-rapporto' },
      subject: datore.subject,
      authority: { tipo: 'codice-rapporto', rapportoId: rapporto.id },
    };
    const esito = await servizio.emetti(lettera, rapporto.id, TRIMESTRE, { cambio: CAMBIO });
    expect(esito.condizioniDal).toBeUndefined();
    expect(esito.emessi).toHaveLength(1);
    expect(await condizioni()).toEqual(prima);
  });

  it.each([
    ['after the quarter', { cambio: { ...CAMBIO, dal: parseGiorno('2025-07-04', 'dal') } }, 'cambio-fuori-trimestre'],
    ['before the hiring', { cambio: { ...CAMBIO, dal: parseGiorno('2001-01-04', 'dal') } }, 'data-prima-assunzione'],
    ['told twice', { cambio: CAMBIO, paga: { tipo: 'oraria', importo: 900 } }, 'modifiche-incompatibili'],
  ] as const)('%s are refused', async (_come, modifiche, codice) => {
    ambiente = await ambienteBollettini(archivioSqlite);
    const { servizio, datore, rapporto } = ambiente;
    await expect(servizio.proponi(datore, rapporto.id, TRIMESTRE, modifiche as never)).rejects.toMatchObject({
      codice,
    });
  });
});
