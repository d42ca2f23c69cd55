import type { RegoleCriteri } from '../../../norme/criteri.ts';
import type { VistaNorma } from './regola.ts';

/** `rules/criteri.yaml`. */
export function normaCriteri({ criteri, verificatoIl }: RegoleCriteri): VistaNorma {
  return {
    nome: 'criteri',
    titolo: 'Come si calcola',
    file: 'rules/criteri.yaml',
    verificatoIl,
    gruppi: [
      {
        titolo: 'Dal rapporto di lavoro ai contributi',
        regole: Object.values(criteri).map(({ nome, regola, fonte, note }) => ({
          nome,
          validita: '',
          valore: regola,
          fonti: [fonte],
          note,
        })),
      },
    ],
  };
}
