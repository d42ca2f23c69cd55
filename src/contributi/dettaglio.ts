import { perEccesso, perOra } from '../valori/ore.ts';
import type { DettaglioTrimestre, RigaContributo, SettimanaPagata } from './calcolo.ts';
import type { Conto, Gruppo } from './conto/gruppo.ts';
import type { ImportiGruppo } from './conto/importi.ts';
import type { OrePiane } from './conto/ore-piane.ts';
import type { Riga } from './conto/riga.ts';
import { comeDecimale } from './ore.ts';
import { passo } from './situazione/centesimi-di-ora.ts';
import { ripartisci } from './situazione/ripartizione.ts';
import { comeSettimanePagate } from './situazione/settimane-pagate.ts';

/** The weeks as they were, the rows by tariff, the reliefs; undefined when it is not told which weeks were paid. */
export function dettaglio(conto: Conto, n: number, { sgravi }: ImportiGruppo): DettaglioTrimestre | undefined {
  const { ore } = conto;
  const { gruppo, righe } = conto.gruppi[n] as Gruppo;
  const settimane = ore.modo === 'piane' ? settimanePiane(conto, ore, gruppo) : comeSettimanePagate(ore.settimane);
  if (settimane === undefined) return undefined;
  return {
    segniSettimane: settimane.map(({ segno, gruppo: suo }) => (suo === gruppo ? segno : '0')).join(''),
    settimane,
    righe: righe.map(comeRigaContributo),
    sgravi,
  };
}

function settimanePiane(
  { situazione, contesto }: Conto,
  ore: OrePiane,
  gruppo: Gruppo['gruppo'],
): SettimanaPagata[] | undefined {
  const { assunzione = '', cessazione = '9999', ore: dichiarate } = situazione;
  const dentro = contesto.settimane.filter(({ domenica, sabato }) => sabato >= assunzione && domenica <= cessazione);
  if (dentro.length !== ore.settimane) return undefined;
  const totale = typeof ore.totali === 'number' ? ore.totali : perEccesso(ore.totali);
  const parti =
    dichiarate.tipo === 'totale'
      ? ripartisci(
          totale,
          dentro.map(() => 1),
          passo(totale, dentro.length),
        )
      : dentro.map(() => ore.settimanali);
  return contesto.settimane.map(({ domenica, sabato }): SettimanaPagata => {
    const posto = dentro.findIndex((settimana) => settimana.sabato === sabato);
    const quante = comeDecimale(parti[posto] ?? 0);
    return posto < 0 || quante.isZero()
      ? { domenica, sabato, ore: quante, segno: '0', gruppo: null }
      : { domenica, sabato, ore: quante, segno: '1', gruppo };
  });
}

/** A row as a result shows it. */
function comeRigaContributo(riga: Riga): RigaContributo {
  const { centesimiDiOra, retribuzione, fascia, senzaCuaf, tempoDeterminato, tariffa } = riga;
  return {
    ore: comeDecimale(centesimiDiOra),
    retribuzioneOrariaEffettiva: retribuzione === null ? null : retribuzione.centesimi,
    fascia,
    senzaCuaf,
    tempoDeterminato,
    contributoOrario: tariffa.contributoOrario,
    totale: perOra(centesimiDiOra, tariffa.contributoOrario),
    quotaLavoratore: perOra(centesimiDiOra, tariffa.quotaLavoratore),
  };
}
