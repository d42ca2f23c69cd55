import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventiCalendario } from '../../src/prospetti/calendario/index.ts';
import { norme } from '../../src/norme/norme.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { type AmbienteBollettini, ambienteBollettini, contestoCodice, secondoRapporto } from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
  a.prova.clock.set('2026-05-04T08:00:00Z');
});
afterEach(() => a.prova.close());
const PRIMO_2026 = parseTrimestre('1/2026');
const emetti = (trimestre = PRIMO_2026) => a.servizio.emetti(a.datore, a.rapporto.id, trimestre);
const tieni = (id: string) => a.servizio.cambiaTerritorio(a.datore, a.rapporto.id, id);

describe('the place kept with a rapporto (DL 25/2026: what was due by 30/4/2026 is due on 10/10/2026, a Saturday)', () => {
  it('moves the quarters it covers and leaves the others alone, without a word', async () => {
    await tieni(' Ciclone-Harry-2026 ');
    const [sospeso] = await a.servizio.proponi(a.datore, a.rapporto.id, PRIMO_2026);
    expect(sospeso?.scadenza.scadenza).toBe('2026-10-12');
    expect(sospeso?.avvertenze.join()).toContain('«Ciclone Harry» vale solo per chi è');
    const [altro] = await a.servizio.proponi(a.datore, a.rapporto.id, parseTrimestre('2/2026'));
    expect(altro?.scadenza.scadenza).toBe('2026-07-10');
    expect(altro?.avvertenze.join()).not.toContain('Harry');
    const oggiNo = await a.servizio.proponi(a.datore, a.rapporto.id, PRIMO_2026, { territorio: 'nessuno' });
    expect(oggiNo[0]?.scadenza.scadenza).toBe('2026-04-10');
  });

  it('moves what is in the cart already, there and back, and leaves its IUV', async () => {
    const { emessi } = await emetti();
    expect(emessi).toMatchObject([{ scadenza: '2026-04-10' }]);
    await tieni('ciclone-harry-2026');
    const [spostato] = (await a.servizio.carrello(a.datore)).righe;
    expect(spostato?.bollettino).toMatchObject({
      scadenza: '2026-10-12',
      iuv: emessi[0]?.iuv,
      importo: emessi[0]?.importo,
    });
    expect((await tieni('')).territorio).toBeUndefined();
    const [tornato] = (await a.servizio.carrello(a.datore)).righe;
    expect(tornato?.bollettino.scadenza).toBe('2026-04-10');
  });

  it('is known to the calendar: a due date apart, with a name of its own', async () => {
    const rapporto = await tieni('ciclone-harry-2026');
    const altro = await secondoRapporto(a.prova, '2100000777');
    const dati = { rapporti: [rapporto, altro], dal: PRIMO_2026, al: PRIMO_2026, giorniPrima: 3 };
    const ultimi = eventiCalendario(dati, norme()).filter(({ tipo }) => tipo === 'scadenza');
    expect(ultimi.map(({ giorno }) => giorno)).toEqual(['2026-04-10', '2026-10-12']);
    expect(new Set(ultimi.map(({ uid }) => uid)).size).toBe(2);
  });

  it('one that nobody knows is refused with those known, and nothing changes; a rapporto of others is not found', async () => {
    await expect(tieni('atlantide')).rejects.toMatchObject({ codice: 'territorio-sconosciuto' });
    expect((await a.servizio.rapporti(a.datore))[0]?.territorio).toBeUndefined();
    await expect(a.servizio.cambiaTerritorio(a.datore, 'altrui', 'niscemi-2026')).rejects.toMatchObject({
      statoHttp: 404,
    });
    const altro = await secondoRapporto(a.prova, '2100000778');
    await expect(
      a.servizio.cambiaTerritorio(contestoCodice(altro), a.rapporto.id, 'niscemi-2026'),
    ).rejects.toMatchObject({ statoHttp: 404 });
  });

  it('a registering that says nothing of it leaves it as it was', async () => {
    const rapporto = await tieni('niscemi-2026');
    const datore = await a.servizio.datore(a.datore);
    const { territorio: _, ...muto } = rapporto;
    expect((await a.prova.archivio.registro.registra({ ...muto, datore })).territorio).toBe('niscemi-2026');
  });
});
