import { describe, expect, it } from 'vitest';
import { ErroreNorme } from '../../src/norme/errore-norme.ts';

describe('ErroreNorme', () => {
  it('names file, key and reason, with the code and status that programs see', () => {
    const errore = new ErroreNorme('anni/2020.yaml', 'fasce.2.convenzionale', 'manca');
    expect(errore).toMatchObject({
      name: 'ErroreNorme',
      message: 'rules/anni/2020.yaml, chiave «fasce.2.convenzionale»: manca.',
      codice: 'norma-non-valida',
      campo: 'fasce.2.convenzionale',
      statoHttp: 500,
      file: 'anni/2020.yaml',
      chiave: 'fasce.2.convenzionale',
    });
  });

  it('names the file alone when the whole of it is wrong', () => {
    expect(new ErroreNorme('tfr.yaml', '', 'il file manca').message).toBe('rules/tfr.yaml: il file manca.');
  });
});
