import { condizioniAl } from '../../anagrafe/condizioni-nel-tempo.ts';
import type { Condizioni } from '../../anagrafe/rapporto-di-lavoro.ts';
import { estremi } from '../../scadenze/trimestre.ts';
import { decimaleIt } from '../formati.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import type { Distribuzione } from './settimane-possibili.ts';
import type { TariffaPossibile } from './tariffe-possibili.ts';
import { quanti } from '../../valori/italiano.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

/** How believable a hypothesis is, 0-100, and why. The weights are ours: they order the list and are no probability. */
export interface Plausibilita {
  readonly punti: number;
  readonly motivi: readonly string[];
}

interface Voce {
  readonly vale: boolean;
  readonly punti: number;
  readonly motivo?: string;
}

/** Longest working week of the collective contract (cohabiting, CCNL lavoro domestico). */
const ORE_MASSIME_CCNL = 54;

/** Weighs one hypothesis: ordinary notices first (every week, same whole hours, con CUAF, permanent, no association). */
export function plausibilita(
  dati: DatiVerifica,
  tariffa: TariffaPossibile,
  distribuzione: Distribuzione,
  settimaneDelTrimestre: number,
): Plausibilita {
  const rapporto = dati.rapporto && condizioniAl(dati.rapporto, estremi(dati.trimestre).ultimo);
  const voci = [
    ...sulleSettimane(distribuzione, settimaneDelTrimestre),
    ...sullaTariffa(tariffa),
    ...(rapporto === undefined ? [] : sulRapporto(rapporto, tariffa, distribuzione)),
  ].filter(({ vale }) => vale);
  const punti = voci.reduce((somma, voce) => somma + voce.punti, 100);
  return {
    punti: Math.max(0, Math.min(100, punti)),
    motivi: voci.flatMap(({ motivo }) => (motivo === undefined ? [] : [motivo])),
  };
}

function sulleSettimane({ settimane, oreSettimanali, regolare }: Distribuzione, tutte: number): Voce[] {
  const mancanti = tutte - settimane;
  const intere = oreSettimanali.isInteger();
  const ogni = testoOre(oreSettimanali.toDecimalPlaces(2));
  const inQuante = quanti(settimane, 'settimana', 'settimane');
  return [
    {
      vale: regolare && mancanti === 0,
      punti: 0,
      motivo: `${ogni} a settimana per tutte le ${tutte} settimane del trimestre`,
    },
    {
      vale: regolare && mancanti > 0,
      punti: -8 - 2 * mancanti,
      motivo: `${ogni} a settimana per ${inQuante}: ${mancanti} senza paga, o rapporto iniziato o finito nel trimestre`,
    },
    {
      vale: !regolare,
      punti: -30,
      motivo: `settimane diverse fra loro (assenze o straordinari): ${ogni}, di media o concordate, per ${inQuante}`,
    },
    { vale: regolare && !intere, punti: -10, motivo: 'mezze ore: INPS propone ore intere' },
    {
      vale: oreSettimanali.greaterThan(ORE_MASSIME_CCNL),
      punti: -30,
      motivo: `più di ${ORE_MASSIME_CCNL} ore a settimana, oltre il massimo del contratto collettivo`,
    },
    { vale: intere && !oreSettimanali.modulo(5).isZero() && !oreSettimanali.equals(ORE_MASSIME_CCNL), punti: -1 },
  ];
}

function sullaTariffa({ fascia, senzaCuaf, tempoDeterminato, associazione }: TariffaPossibile): Voce[] {
  return [
    {
      vale: !senzaCuaf && !tempoDeterminato && associazione === null,
      punti: 0,
      motivo: 'caso più comune: con CUAF, a tempo indeterminato',
    },
    {
      vale: senzaCuaf,
      punti: -18,
      motivo: 'senza CUAF: solo per coniuge, o parente o affine entro il terzo grado convivente',
    },
    { vale: tempoDeterminato, punti: -14, motivo: 'a tempo determinato, con l’addizionale dell’1,40%' },
    { vale: associazione === 'F2', punti: -8, motivo: 'con CAS.SA.COLF (F2), che INPS non propone da sola' },
    { vale: associazione === 'E1', punti: -20, motivo: 'con EBILCOBA (E1), poco diffuso' },
    { vale: fascia === 4, punti: 0, motivo: 'più di 24 ore a settimana: la paga non conta' },
  ];
}

function sulRapporto(condizioni: Condizioni, tariffa: TariffaPossibile, { oreSettimanali }: Distribuzione): Voce[] {
  const stesseOre = oreSettimanali.equals(condizioni.oreSettimanali);
  const stessoTipo =
    condizioni.senzaCuaf === tariffa.senzaCuaf && condizioni.tempoDeterminato === tariffa.tempoDeterminato;
  const stessaAssociazione = (condizioni.associazione ?? null) === tariffa.associazione;
  return [
    { vale: stesseOre && stessoTipo, punti: 40, motivo: 'come le condizioni registrate del rapporto' },
    { vale: stesseOre && !stessoTipo, punti: 10, motivo: 'stesse ore settimanali del rapporto' },
    {
      vale: !stesseOre,
      punti: -15,
      motivo: `ore diverse da quelle del rapporto (${decimaleIt(condizioni.oreSettimanali)})`,
    },
    { vale: !stessoTipo, punti: -25, motivo: 'CUAF o durata diverse da quelle del rapporto' },
    { vale: !stessaAssociazione, punti: -5, motivo: 'assistenza contrattuale diversa da quella del rapporto' },
  ];
}
