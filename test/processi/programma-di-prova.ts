import { answerParent } from '../../src/processi/figlio.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';

/** A child that behaves as it is told. */
answerParent<string, unknown, number>(async (cosa, { signal, tell }) => {
  switch (cosa) {
    case 'ambiente':
      return Object.keys(process.env).filter((nome) => nome !== 'NODE_CHANNEL_FD');
    case 'conta':
      for (const numero of [1, 2, 3]) tell(numero);
      return 'fatto';
    case 'rifiuta':
      throw new ErroreDati('file-troppo-grande', { mega: 5, campo: 'file', riprovaFra: 9 });
    case 'rompiti':
      throw new Error('broken');
    case 'esci':
      return process.exit(3);
    case 'riempi': {
      const pieni: Buffer[] = [];
      for (;;) pieni.push(Buffer.alloc(16 * 1024 * 1024, 1));
    }
    case 'riempi-v8': {
      const pieni: string[][] = [];
      for (;;) pieni.push(Array.from({ length: 100_000 }, (_, i) => `${i}`));
    }
    case 'gira':
      for (;;) cosa.trim();
    case 'aspetta':
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      return 'fermato';
    default:
      return cosa;
  }
});
