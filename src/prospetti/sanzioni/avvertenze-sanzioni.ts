import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { tassoDi, type Tasso } from '../../norme/tassi.ts';
import { formatGiornoItaliano, giorniTra, type Giorno } from '../../valori/giorno.ts';
import type { DatiSanzioni } from './dati-sanzioni.ts';
import type { LetturaSanzioni } from './lettura-sanzioni.ts';
import type { Prescrizione } from './prescrizione.ts';
import { italiano } from '../../valori/italiano.ts';

const STIMA =
  'Le sanzioni le calcola e le chiede INPS: questo è il conto che ci si può aspettare, non una somma da versare insieme ai contributi.';

const IN_TEMPO = 'Il pagamento è nei termini: non c’è nessuna sanzione.';

/** What a person must know before trusting the figures: open readings, rates remembered or not checked, guesses of the case. */
export function avvertenzeSanzioni(
  dati: DatiSanzioni,
  letture: readonly LetturaSanzioni[],
  prescrizione: Prescrizione,
  regole: RegoleProspetti,
): string[] {
  const suScadenza = [...(dati.avvertenzeScadenza ?? []), ...sulSabato(dati)];
  if (letture.length === 0) return [IN_TEMPO, ...suScadenza];
  const { cambioDelTasso, cambioDellaMora } = regole.sanzioni.nonVerificato;
  const tratti = letture.flatMap((lettura) => [...lettura.tratti, ...(lettura.mora?.tratti ?? [])]);
  const conBce = letture.some(({ misura }) => misura.base.tipo === 'bce');
  const conMora = letture.some(({ mora }) => mora !== null);
  const incerti = tratti.filter(({ fonte }) => fonte.certezza === 'a-memoria' || fonte.certezza === 'fonti-discordi');
  return [
    ...prescritto(dati, prescrizione),
    STIMA,
    ...suScadenza,
    ...(letture.some(({ tasso }) => tasso === 'per-periodi') ? [cambioDelTasso] : []),
    ...(letture.some(({ mora }) => mora?.tasso === 'per-periodi') ? [cambioDellaMora] : []),
    ...diAllora(dati, regole),
    ...(conBce ? beyondKnown(tassoDi(regole.tassi, 'bce'), dati.pagamento) : []),
    ...(conMora ? beyondKnown(tassoDi(regole.tassi, 'mora'), dati.pagamento) : []),
    ...(incerti.length === 0 ? [] : [remembered(incerti.map(({ dal }) => dal))]),
    ...denunciaAMemoria(letture),
    ...(dati.tipo === 'evasione'
      ? [
          'Se il rapporto era stato denunciato a INPS non c’è evasione ma omissione, che costa meno: verificare la ricevuta di assunzione.',
        ]
      : dati.denuncia === undefined
        ? []
        : ['Il giorno della denuncia conta solo per l’evasione: per l’omissione non cambia nulla.']),
  ];
}

/** Contributions past the term cannot be paid any more, not even by who wants to. */
function prescritto({ pagamento }: DatiSanzioni, { giorno }: Prescrizione): string[] {
  if (pagamento <= giorno) return [];
  return [
    `Al giorno del pagamento il termine di prescrizione (${formatGiornoItaliano(giorno)}) risulta passato: se nessun atto lo ha ` +
      'interrotto, questi contributi non si devono più e non si possono nemmeno versare (art. 3, comma 9, L. 335/1995). Prima di ' +
      'pagare, sentire l’INPS o un patronato.',
  ];
}

/** What a debt older than the regime of its payment does not get from that. */
function diAllora({ scadenza, pagamento }: DatiSanzioni, { sanzioni }: RegoleProspetti): string[] {
  return sanzioni.regimi.flatMap(({ dal, nonRetroattivo }) =>
    nonRetroattivo !== undefined && scadenza < dal && dal <= pagamento ? [nonRetroattivo] : [],
  );
}

function sulSabato({ giornoSicuro, pagamento }: DatiSanzioni): string[] {
  if (giornoSicuro === undefined || pagamento <= giornoSicuro) return [];
  const giorni = giorniTra(giornoSicuro, pagamento);
  return [
    `Il termine cadeva di sabato ${formatGiornoItaliano(giornoSicuro)} e le fonti non concordano sul suo slittamento al lunedì: contando ` +
      `dal sabato i giorni di ritardo sono ${giorni}.`,
  ];
}

function beyondKnown(tasso: Tasso, giorno: Giorno): string[] {
  if (giorno <= tasso.notoFinoAl) return [];
  const nota = tasso.nota === undefined ? '' : ` ${tasso.nota}`;
  return [
    italiano`${upperFirst(tasso.nome)}: controllato fino al ${formatGiornoItaliano(tasso.notoFinoAl)}, non oltre.${nota}`,
  ];
}

function remembered(giorni: readonly Giorno[]): string {
  const primi = [...new Set(giorni)].sort().map(formatGiornoItaliano);
  return italiano`Non visti in una fonte stampata, o con fonti discordi, i tassi dei periodi che cominciano il ${primi.join(', ')}.`;
}

function denunciaAMemoria(letture: readonly LetturaSanzioni[]): string[] {
  const usata = letture.some(
    ({ misura }) => misura.motivo.includes('denunciata') && misura.regime.denunciaSpontanea.certezza === 'a-memoria',
  );
  return usata ? ['La misura per la denuncia spontanea prima del 1/9/2024 è riportata a memoria.'] : [];
}

function upperFirst(frase: string): string {
  return frase.charAt(0).toUpperCase() + frase.slice(1);
}
