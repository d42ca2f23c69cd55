import { describe, expect, it } from 'vitest';
import { createConnessioni } from '../../src/archivio/connessioni.ts';
import { istruzione, istruzioneConElenco } from '../../src/archivio/istruzione.ts';
import { archivioSqlite } from './archivio-di-prova.ts';

const SCRIVI = istruzione<'nome' | 'valore'>((q, v) =>
  q('progressivi').insert({ nome: v('nome'), valore: v('valore') }),
);
const QUESTI = istruzioneConElenco<'oltre'>((q, nomi, v) =>
  q('progressivi').whereIn('nome', nomi).where('valore', '>', v('oltre')).orderBy('nome').select('nome'),
);

describe('a prepared statement', () => {
  it('is in the words of either database, with its values in their places', () => {
    const { compilata, dati } = QUESTI(['a', 'b'], { oltre: 3 });
    expect(compilata('postgres').sql).toBe(
      'select "nome" from "progressivi" where "nome" in ($1, $2) and "valore" > $3 order by "nome" asc',
    );
    expect(compilata('sqlite').sql).toBe(
      'select `nome` from `progressivi` where `nome` in (?, ?) and `valore` > ? order by `nome` asc',
    );
    expect(compilata('sqlite').valori(dati)).toEqual(['a', 'b', 3]);
    expect([compilata('sqlite').scrive, SCRIVI({ nome: 'x', valore: 1 }).compilata('postgres').scrive]).toEqual([
      false,
      true,
    ]);
  });

  it('is built once for each length of its list', () => {
    const [due, ancora, tre, nessuno] = [['a', 'b'], ['c', 'd'], ['a', 'b', 'c'], []].map((nomi) =>
      QUESTI(nomi, { oltre: 5 }),
    );
    expect(ancora?.compilata).toBe(due?.compilata);
    expect(tre?.compilata('sqlite').sql).toContain('in (?, ?, ?)');
    expect(nessuno?.compilata('sqlite').sql).toContain('1 = ?');
    expect(nessuno?.compilata('sqlite').valori(nessuno.dati)).toEqual([0, 5]);
  });

  it('does not run with a value missing', () => {
    const { compilata } = SCRIVI({ nome: 'x', valore: 1 });
    expect(() => compilata('sqlite').valori({ nome: 'x' })).toThrow(/no value for valore/);
  });
});

describe('reading outside transactions', () => {
  it('does not wait for a transaction, and sees nothing of it before its end', async () => {
    const prova = await archivioSqlite();
    const connessioni = createConnessioni(prova.knex);
    const { letture, transazione } = connessioni;
    const nomi = async () => (await letture.righe(QUESTI(['x', 'y'], { oltre: 0 }))).map((riga) => riga['nome']);
    let durante: readonly unknown[] = ['not read'];
    await transazione(async (connessione) => {
      await connessione.scritte(SCRIVI({ nome: 'x', valore: 1 }));
      durante = await nomi();
    });
    expect(durante).toEqual([]);
    expect(await letture.scritte(SCRIVI({ nome: 'y', valore: 1 }))).toBe(1);
    expect(await nomi()).toEqual(['x', 'y']);
    await expect(letture.scritte(SCRIVI({ nome: 'y', valore: 2 }))).rejects.toThrow(/UNIQUE/);
    await connessioni.close();
  });
});
