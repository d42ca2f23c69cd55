import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { trimestre } from './esegui.ts';

const dati = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-cli-')) };
afterAll(() => {
  rmSync(dati.TRIMESTRE_DATI, { recursive: true });
});

/** Lucia Bianchi of the demo data; 3/2026 has 13 Saturdays. */
const DATORE = 'BNCLCU58E52D620L';
/** Codice Inps of a 2/2026 of the demo, paid: Giovanni Ferrari's. */
const PAGATO = '210000789262001';
const TERZO = ['--datore', DATORE, '--rapporto', '99109784511', '--trimestre', '3/2026'];

interface Voce {
  readonly id: string;
  readonly iuv: string;
  readonly importo: string;
  readonly stato: string;
  readonly sostituitoDa: readonly { readonly iuv: string }[];
}

async function run(...argomenti: string[]): Promise<string> {
  const { stdout, stderr, codice } = await trimestre(['bollettino', ...argomenti], dati);
  expect(stderr).toBe('');
  expect(codice).toBe(0);
  return stdout;
}
const json = async <T>(...argomenti: string[]): Promise<T> => JSON.parse(await run(...argomenti, '--json')) as T;
const refused = async (...argomenti: string[]) => {
  const { stderr, codice } = await trimestre(['bollettino', ...argomenti], dati);
  expect(codice).toBe(2);
  return stderr;
};

describe('a quarter corrected from the command line', () => {
  it('is refused by name, replaced, found by whatever one knows of it, changed and removed', async () => {
    const [primo] = await json<Voce[]>('emetti', ...TERZO);
    const iuv = primo?.iuv ?? '';
    expect(await refused('emetti', ...TERZO, '--ore-settimanali', '20')).toContain(iuv);
    const corretto = await json<{ bollettini: Voce[]; sostituiti: Voce[]; dovuto: string }>(
      ...['emetti', ...TERZO, '--ore-settimanali', '20', '--sostituisci'],
    );
    const [nuovo] = corretto.bollettini;
    // 20 × 13 × 2,06... by the table of 2026 and a pay of 8,00: the point is that it is not the first one's.
    expect(corretto).toMatchObject({ dovuto: nuovo?.importo, sostituiti: [{ iuv, stato: 'eliminato' }] });
    expect(nuovo?.importo).not.toBe('403.00');
    const trovati = await json<Voce[]>('trova', DATORE);
    expect(trovati.find((uno) => uno.iuv === iuv)).toMatchObject({ sostituitoDa: [{ iuv: nuovo?.iuv }] });
    expect(await run('mostra', iuv)).toContain(`${iuv} è stato sostituito da ${nuovo?.iuv ?? ''}`);
    expect(await run('emetti', ...TERZO, '--ore-settimanali', '20', '--sostituisci')).toMatch(/Resta quello che c’era/);
    const indietro = await run('emetti', ...TERZO, '--sostituisci');
    expect(indietro).toMatch(new RegExp(`Emesso: 3/2026, 403,00 €.*\\n.*Annullato: .*IUV ${nuovo?.iuv ?? ''}`));
    const vivo = (await json<Voce[]>('trova', '99109784511')).find(
      (uno) => uno.stato === 'nel-carrello' && uno.importo === '403.00',
    );
    expect(await run('modifica', vivo?.iuv ?? '', '--ore-settimanali', '30')).toContain('Da 403,00 a 483,60 euro.');
    expect(await refused('modifica', vivo?.iuv ?? '')).toContain('--ore-settimanali');
    expect(await run('elimina', vivo?.iuv ?? '')).toMatch(
      /Eliminato: 3\/2026, 483,60 €, codice avviso .*, IUV \d{17}, .*non si può più pagare/,
    );
    expect(await refused('elimina', vivo?.iuv ?? '')).toContain('non è più nel carrello');
    expect(await refused('mostra', 'nessuno')).toContain('non trovato');
  });

  it('is integrated after its payment, or shows what was paid beyond it', async () => {
    const pagato = ['--datore', 'FRRGNN49B27D620F', '--rapporto', '21000078901', '--trimestre', '2/2026'];
    const rifiuto = await refused('emetti', ...pagato, '--ore-settimanali', '15');
    expect(rifiuto).toMatch(/già pagato \(296,66 €.*è di 354,90 €: mancano 58,24 €/);
    expect(await run('emetti', ...pagato, '--ore-settimanali', '15', '--integra')).toMatch(
      /integrazione\nEmessa l’integrazione: 2\/2026, 58,24 €.*\nLa scadenza, il 10\/07\/2026, è passata: .*sanzioni civili/,
    );
    expect(await json('emetti', ...pagato, '--ore-settimanali', '14', '--integra', '--sostituisci')).toMatchObject({
      bollettini: [{ importo: '34.58', integrazione: true, settimane: 0 }],
      sostituiti: [{ importo: '58.24', stato: 'eliminato' }],
    });
    // 10 weeks of the 13 that were paid: 10 × 12,5 × 1,82.
    expect(await run('emetti', ...pagato, '--settimane', '10', '--integra', '--sostituisci')).toMatch(
      /296,66 €, cioè 69,16 € più del dovuto: si chiedono a rimborso/,
    );
    const dati = await json<{ motivo: string; daRendere: string; dovuto: string; versamenti: { importo: string }[] }>(
      ...['rimborso', PAGATO],
    );
    expect(dati).toMatchObject({ motivo: 'eccesso', daRendere: '69.16', dovuto: '227.50' });
    expect(dati.versamenti).toMatchObject([{ importo: '296.66' }]);
    expect(await run('rimborso', PAGATO, '--altro-rapporto', '2100005123')).toMatch(
      /rapporto sbagliato\n(.*\n)*Da attribuire all’altro rapporto: 296,66 €/,
    );
  });
});
