import type { RegimeSanzioni, RegoleSanzioni } from '../../../norme/sanzioni.ts';
import { percento, validita, type VistaNorma, type VistaRegola } from './regola.ts';
import { italiano } from '../../../valori/italiano.ts';

/** `rules/sanzioni.yaml`. */
export function normaSanzioni(regole: RegoleSanzioni): VistaNorma {
  const { prescrizione, nonVerificato } = regole;
  return {
    nome: 'sanzioni',
    titolo: 'Pagamento in ritardo',
    file: 'rules/sanzioni.yaml',
    verificatoIl: regole.verificatoIl,
    gruppi: [
      { titolo: 'Sanzioni civili', regole: regole.regimi.flatMap(regime) },
      {
        titolo: 'Come si contano',
        regole: [
          {
            nome: 'Giorni',
            validita: '',
            valore: `anno di ${regole.baseGiorni} giorni, dal giorno dopo la scadenza`,
            fonti: regole.fontiGiorni,
            note: [nonVerificato.cambioDelTasso],
          },
          {
            nome: 'Oltre il tetto',
            validita: '',
            valore: 'interessi di mora',
            fonti: regole.mora.fonti,
            note: [nonVerificato.cambioDellaMora],
          },
        ],
      },
      {
        titolo: 'Prescrizione',
        regole: [
          { nome: 'Termine', validita: '', valore: `${prescrizione.anni} anni`, fonti: prescrizione.fonti, note: [] },
          ...prescrizione.sospensioni.map((sospensione) => ({
            nome: 'Sospensione',
            validita: validita(sospensione),
            valore: '',
            fonti: [sospensione.fonte],
            note: [],
          })),
        ],
      },
    ],
  };
}

function regime(regola: RegimeSanzioni): VistaRegola[] {
  const { omissione, evasione, pagamentoSpontaneo, denunciaSpontanea, dopoAccertamento, nonRetroattivo, fonti } =
    regola;
  const note = nonRetroattivo === undefined ? [] : [nonRetroattivo];
  const voce = (nome: string, valore: string): VistaRegola => {
    return { nome, validita: validita(regola), valore, fonti, note };
  };
  const gradini = denunciaSpontanea.gradini
    .map(
      ({ entroGiorni, maggiorazione }) => `tasso BCE + ${punti(maggiorazione)} se si paga entro ${entroGiorni} giorni`,
    )
    .join('; ');
  return [
    voce('Omissione', italiano`tasso BCE + ${punti(omissione.maggiorazione)}, al più il ${percento(omissione.tetto)}`),
    ...(pagamentoSpontaneo === undefined
      ? []
      : [
          voce(
            'Omissione pagata spontaneamente',
            `tasso BCE + ${punti(pagamentoSpontaneo.maggiorazione)} entro ${pagamentoSpontaneo.entroGiorni} giorni`,
          ),
        ]),
    voce('Evasione', italiano`${percento(evasione.percentuale)} l’anno, al più il ${percento(evasione.tetto)}`),
    voce(
      `Evasione denunciata entro ${denunciaSpontanea.entroMesi} mesi`,
      italiano`${gradini}; al più il ${percento(denunciaSpontanea.tetto)}`,
    ),
    ...(dopoAccertamento === undefined
      ? []
      : [
          voce(
            'Dopo l’accertamento',
            italiano`sanzione ridotta del ${percento(dopoAccertamento.riduzione)} se si paga entro ${dopoAccertamento.entroGiorni} giorni`,
          ),
        ]),
  ];
}

function punti(numero: string): string {
  return `${numero.replace('.', ',')} punti`;
}
