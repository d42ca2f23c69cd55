import { expect, it } from 'vitest';
import { apriBanco } from '../procedure/banco.ts';

it('who leaves Checkout without paying is told when the bollettini come back, and they do', async () => {
  const banco = await apriBanco({ consegna: 'checkout' });
  try {
    const { alNodo } = await banco.vaiAPagare(2);
    const { esito, testo } = await banco.torna(await alNodo.invia('annulla'));
    expect(esito).toBe('ERROR');
    expect(testo).toContain('se entro un’ora non ne è arrivata una, i bollettini tornano nel carrello');
    expect(testo).not.toContain('di solito arriva in pochi minuti');
    for (const minuti of [4, 6, 11, 31]) {
      await banco.passano(minuti);
      await banco.app.operatori.sorveglia();
    }
    await banco.attendi('nel-carrello', 3);
  } finally {
    await banco.close();
  }
});
