import type { Fascia, NumeroFascia, TabellaAnno } from '../norme/tabella-anno.ts';
import { inEuro } from '../valori/decimale.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { fasciaDellaPaga } from './fascia.ts';
import { conAltraTredicesima, type RetribuzioneEffettiva, retribuzioneEsatta } from './retribuzione-effettiva.ts';
import { decimale, euro } from './testo.ts';
import { italiano } from '../valori/italiano.ts';

/** How far from a limit, in cents, a pay is worth a word. */
const VICINO = 5;

/**
 * What a cent more or less would change near a band's limit, where the rounding itself decided the band, and where the
 * other reading of the thirteenth gives another band.
 * @param oraria hourly contribution of a band, with this rapporto's CUAF and term
 */
export function avvertenzeLimite(
  frasi: string[],
  tabella: TabellaAnno,
  retribuzione: RetribuzioneEffettiva,
  oraria: (numero: NumeroFascia) => Centesimi,
): void {
  const { centesimi } = retribuzione;
  for (const bassa of tabella.fasce) {
    const limite = bassa.finoA;
    if (limite === undefined || Math.abs(centesimi - limite) > VICINO) continue;
    frasi.push(...perArrotondamento(bassa, limite, retribuzione), ...perVicinanza(bassa, limite, centesimi, oraria));
  }
  const altraLettura = conAltraTredicesima(retribuzione);
  if (altraLettura === undefined) return;
  const [fascia, altra] = [fasciaDellaPaga(tabella, centesimi), fasciaDellaPaga(tabella, altraLettura)];
  if (fascia === altra) return;
  frasi.push(
    `Con l’altra lettura della tredicesima (${altraLettura < centesimi ? 'sulla sola paga' : 'anche su vitto e alloggio'}) la ` +
      italiano`retribuzione effettiva sarebbe ${euro(altraLettura)}: ${altra}ª fascia invece della ${fascia}ª, ` +
      `${euro(oraria(altra))} per ora invece di ${euro(oraria(fascia))}. Le fonti non concordano.`,
  );
}

/** Only a pay rounded down onto the limit itself lies, exactly, beyond it. */
function perArrotondamento(bassa: Fascia, limite: Centesimi, retribuzione: RetribuzioneEffettiva): string[] {
  if (retribuzione.centesimi !== limite) return [];
  const esatta = retribuzioneEsatta(retribuzione);
  if (!esatta.greaterThan(inEuro(limite))) return [];
  return [
    `La retribuzione effettiva esatta è ${decimale(esatta)} €, arrotondata a ${euro(retribuzione.centesimi)}: ` +
      italiano`l’arrotondamento al centesimo decide fra la ${bassa.numero}ª e la ${bassa.numero + 1}ª fascia (limite ${euro(limite)}).`,
  ];
}

function perVicinanza(
  bassa: Fascia,
  limite: Centesimi,
  centesimi: Centesimi,
  oraria: (numero: NumeroFascia) => Centesimi,
): string[] {
  const distanza = centesimi - limite;
  if (distanza <= -VICINO) return [];
  const alta = (bassa.numero + 1) as NumeroFascia;
  const costoBassa = euro(oraria(bassa.numero));
  const costoAlta = euro(oraria(alta));
  const inizio = italiano`La retribuzione effettiva (${euro(centesimi)}) è vicina al limite della ${bassa.numero}ª fascia (${euro(limite)})`;
  return [
    distanza <= 0
      ? `${inizio}: con ${quanti(1 - distanza)} in più all’ora il contributo orario passa da ${costoBassa} a ${costoAlta}.`
      : `${inizio}: con ${quanti(distanza)} in meno all’ora il contributo orario scende da ${costoAlta} a ${costoBassa}.`,
  ];
}

function quanti(centesimi: number): string {
  return centesimi === 1 ? 'un centesimo' : `${centesimi} centesimi`;
}
