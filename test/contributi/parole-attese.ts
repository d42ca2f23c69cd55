/**
 * What a person reads of the calculations of parole.test.ts, each line checked by eye: `what: how = result [source, how sure]`,
 * then what to know.
 */
const SETTIMANE =
  'Settimane di contribuzione del trimestre: sabati dal 03/10/2020 al 26/12/2020 = 13 settimane [DPR 1403/1971, art. 8; la settimana (da domenica a sabato) appartiene al trimestre del suo sabato, vista]';

export const OLTRE_24 = [
  SETTIMANE,
  'Ore retribuite nel trimestre: 25 ore × 13 settimane = 325 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Fascia: più di 24 ore a settimana, la paga non conta: 25 ore > 24 ore = 4ª fascia [INPS: oltre 24 ore settimanali con lo stesso datore il contributo è unico, per tutte le ore retribuite, vista]',
  'Contributo orario: tabella 2020, 4ª fascia, con CUAF, tempo indeterminato = 1,04 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 325 ore × 1,04 € = 338,00 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 325 ore × 0,26 € = 84,50 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 338,00 € − 84,50 € = 253,50 € [differenza fra il totale e la quota del lavoratore, calcolata]',
  '! La paga non è indicata: oltre 24 ore non cambia l’importo, ma la retribuzione oraria effettiva va comunque comunicata.',
];

export const FASCIA_E_FONDO = [
  SETTIMANE,
  'Ore retribuite nel trimestre: 12 ore × 13 settimane = 156 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Vitto e alloggio di un’ora: 5,61 € × 3 giorni / 12 ore = 1,4025 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Quota di tredicesima di un’ora: (9,00 € + 5,61 € × 3 giorni / 12 ore) / 12 = 0,866875 € [prassi attuale: tredicesima su paga e vitto e alloggio (in passato sulla sola paga), fonti-discordi]',
  'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso): (9,00 € + 5,61 € × 3 giorni / 12 ore) × 13 / 12 = 11,27 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (fino a 24 ore a settimana): 9,86 € < 11,27 € = 3ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 3ª fascia, con CUAF, tempo indeterminato = 1,97 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 156 ore × 1,97 € = 307,32 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Assistenza contrattuale F2 (CAS.SA.COLF / Fondo Colf): 156 ore × 0,03 € = 4,68 € [CCNL 16/2/2007 (cinque pagine concordi sull’importo); giorno di inizio: entrata in vigore del CCNL 16/2/2007, a-memoria]',
  'Assistenza contrattuale F2 (CAS.SA.COLF / Fondo Colf): quota del lavoratore: 156 ore × 0,01 € = 1,56 € [CCNL 16/2/2007 (cinque pagine concordi sull’importo); giorno di inizio: entrata in vigore del CCNL 16/2/2007, a-memoria]',
  'Totale da versare: 307,32 € + 4,68 € = 312,00 € [CCNL 16/2/2007 (cinque pagine concordi sull’importo); giorno di inizio: entrata in vigore del CCNL 16/2/2007, a-memoria]',
  'Quota del lavoratore, compresa nel totale: 156 ore × 0,49 € = 76,44 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore con l’assistenza contrattuale: 76,44 € + 1,56 € = 78,00 € [CCNL 16/2/2007 (cinque pagine concordi sull’importo); giorno di inizio: entrata in vigore del CCNL 16/2/2007, a-memoria]',
  'Quota del datore di lavoro: 312,00 € − 78,00 € = 234,00 € [differenza fra il totale e la quota del lavoratore, calcolata]',
];

export const PAGA_MENSILE = [
  SETTIMANE,
  'Settimane da pagare: 9 indicate, su 13 = 9 settimane [DPR 1403/1971, art. 8; la settimana (da domenica a sabato) appartiene al trimestre del suo sabato, vista]',
  'Ore retribuite nel trimestre: 200 ore = 200 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Ore settimanali (media del trimestre): 200 ore / 9 settimane = 22,222222 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Paga di un’ora: 700,00 € × 12 / 52 / (200 ore / 9) = 7,269231 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Quota di tredicesima di un’ora: 700,00 € × 12 / 52 / (200 ore / 9) / 12 = 0,605769 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso): 700,00 € × 12 / 52 / (200 ore / 9) × 13 / 12 = 7,88 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (fino a 24 ore a settimana): 7,88 € ≤ 8,10 € = 1ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 1ª fascia, con CUAF, tempo indeterminato = 1,43 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 200 ore × 1,43 € = 286,00 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 200 ore × 0,36 € = 72,00 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 286,00 € − 72,00 € = 214,00 € [differenza fra il totale e la quota del lavoratore, calcolata]',
  '! Le ore settimanali non sono indicate: la media (22,22) decide se si superano le 24 ore. Se le settimane sono diverse fra loro, indicarle una per una.',
  '! Si pagano 9 settimane su 13: le altre risultano non retribuite e non contano per la pensione del lavoratore.',
];

export const UNA_SETTIMANA = [
  SETTIMANE,
  'Settimane da pagare: 1 indicata, su 13 = 1 settimana [DPR 1403/1971, art. 8; la settimana (da domenica a sabato) appartiene al trimestre del suo sabato, vista]',
  'Ore retribuite nel trimestre: 24,5 ore × 1 settimana = 24,5 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Ore da pagare: non si frazionano, il totale si arrotonda all’ora intera superiore: 24,5 ore + 0,5 ore = 25 ore [circolare INPS n. 19 dell’8/2/2006: le ore non si frazionano, il totale del trimestre si arrotonda per eccesso, vista]',
  'Quota di tredicesima di un’ora: 8,00 € / 12 = 0,666667 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso): 8,00 € × 13 / 12 = 8,67 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (meno di 25 ore a settimana): 8,10 € < 8,67 € ≤ 9,86 € = 2ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 2ª fascia, senza CUAF, tempo indeterminato = 1,63 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 25 ore × 1,63 € = 40,75 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 25 ore × 0,41 € = 10,25 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 40,75 € − 10,25 € = 30,50 € [differenza fra il totale e la quota del lavoratore, calcolata]',
  '! Si paga 1 settimana su 13: le altre risultano non retribuite e non contano per la pensione del lavoratore.',
  '! Con un orario di 24,5 ore a settimana, fra 24 e 25, le fonti non concordano. Lettura prudente, 4ª fascia dalle 25 ore (circolare INPS 19/2006): conta la paga, 40,75 € nel trimestre, come qui. Oltre 24 ore (pagina dell’INPS): 4ª fascia, 26,25 €.',
];

export const OLTRE_60 = [
  'Settimane di contribuzione del trimestre: sabati dal 06/10/2012 al 29/12/2012 = 13 settimane [DPR 1403/1971, art. 8; la settimana (da domenica a sabato) appartiene al trimestre del suo sabato, vista]',
  'Ore retribuite nel trimestre: 61 ore × 13 settimane = 793 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Fascia: più di 24 ore a settimana, la paga non conta: 61 ore > 24 ore = 4ª fascia [INPS: oltre 24 ore settimanali con lo stesso datore il contributo è unico, per tutte le ore retribuite, vista]',
  'Contributo orario: tabella 2012, 4ª fascia, con CUAF = 1,02 € [circolare INPS n. 17 del 3/2/2012, vista]',
  'Contributi del trimestre: 793 ore × 1,02 € = 808,86 € [circolare INPS n. 17 del 3/2/2012, vista]',
  'Quota del lavoratore, compresa nel totale: 793 ore × 0,24 € = 190,32 € [circolare INPS n. 17 del 3/2/2012, vista]',
  'Quota del datore di lavoro: 808,86 € − 190,32 € = 618,54 € [differenza fra il totale e la quota del lavoratore, calcolata]',
  '! Più di 60 ore a settimana: i contributi sono dovuti anche per le ore oltre la 60ª (DPR 1403/1971, art. 10). Controllare che le ore siano giuste.',
  '! Nel 2012 l’addizionale per i rapporti a termine non c’era ancora (esiste dal 2013): non è calcolata.',
  '! La paga non è indicata: oltre 24 ore non cambia l’importo, ma la retribuzione oraria effettiva va comunque comunicata.',
];

export const PASTI = [
  SETTIMANE,
  'Ore retribuite nel trimestre: 20 ore × 13 settimane = 260 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Paga di un’ora: 40,00 € × 4 giorni / 20 ore = 8 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Vitto e alloggio di un’ora: (1,96 € × 4 pranzi + 1,69 € × 1 notte) / 20 ore = 0,4765 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Quota di tredicesima di un’ora: 40,00 € × 4 giorni / 20 ore / 12 = 0,666667 € [lettura meno recente (schede sindacali): tredicesima sulla sola paga, senza vitto e alloggio, fonti-discordi]',
  'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso): 40,00 € × 4 giorni / 20 ore × 13 / 12 + (1,96 € × 4 pranzi + 1,69 € × 1 notte) / 20 ore = 9,14 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (fino a 24 ore a settimana): 8,10 € < 9,14 € ≤ 9,86 € = 2ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 2ª fascia, con CUAF, tempo determinato (con l’1,40%) = 1,73 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 260 ore × 1,73 € = 449,80 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 260 ore × 0,41 € = 106,60 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 449,80 € − 106,60 € = 343,20 € [differenza fra il totale e la quota del lavoratore, calcolata]',
];

export const ORE_SOTTILI = [
  SETTIMANE,
  'Ore retribuite nel trimestre: 10,125 ore × 13 settimane = 131,625 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Ore da pagare: non si frazionano, il totale si arrotonda all’ora intera superiore: 131,625 ore + 0,375 ore = 132 ore [circolare INPS n. 19 dell’8/2/2006: le ore non si frazionano, il totale del trimestre si arrotonda per eccesso, vista]',
  'Paga di un’ora: 80,00 € / 10,125 ore = 7,901235 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Vitto e alloggio di un’ora: 50,00 € × 12 / 52 / 10,125 ore = 1,139601 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Quota di tredicesima di un’ora: (80,00 € / 10,125 ore + 50,00 € × 12 / 52 / 10,125 ore) / 12 = 0,753403 € [prassi attuale: tredicesima su paga e vitto e alloggio (in passato sulla sola paga), fonti-discordi]',
  'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso): (80,00 € / 10,125 ore + 50,00 € × 12 / 52 / 10,125 ore) × 13 / 12 = 9,79 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (fino a 24 ore a settimana): 8,10 € < 9,79 € ≤ 9,86 € = 2ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 2ª fascia, con CUAF, tempo indeterminato = 1,62 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 132 ore × 1,62 € = 213,84 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 132 ore × 0,41 € = 54,12 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 213,84 € − 54,12 € = 159,72 € [differenza fra il totale e la quota del lavoratore, calcolata]',
];

export const VITTO_IN_DENARO = [
  SETTIMANE,
  'Ore retribuite nel trimestre: 20 ore × 13 settimane = 260 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Vitto e alloggio di un’ora: 5,00 € × 5 giorni / 20 ore = 1,25 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Quota di tredicesima di un’ora: (7,00 € + 5,00 € × 5 giorni / 20 ore) / 12 = 0,6875 € [prassi attuale: tredicesima su paga e vitto e alloggio (in passato sulla sola paga), fonti-discordi]',
  'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso): (7,00 € + 5,00 € × 5 giorni / 20 ore) × 13 / 12 = 8,94 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (fino a 24 ore a settimana): 8,10 € < 8,94 € ≤ 9,86 € = 2ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 2ª fascia, con CUAF, tempo indeterminato = 1,62 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 260 ore × 1,62 € = 421,20 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 260 ore × 0,41 € = 106,60 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 421,20 € − 106,60 € = 314,60 € [differenza fra il totale e la quota del lavoratore, calcolata]',
];

export const INIZIO_E_FINE = [
  SETTIMANE,
  'Settimane da pagare: 8 con il rapporto in corso, su 13 = 8 settimane [DPR 1403/1971, art. 8; la settimana (da domenica a sabato) appartiene al trimestre del suo sabato, vista]',
  'Ore retribuite nel trimestre: 20 ore × 8 settimane = 160 ore [INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate), vista]',
  'Retribuzione oraria effettiva (paga, tredicesima, vitto e alloggio), come indicata: 8,10 € = 8,10 € [INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio, vista]',
  'Fascia di retribuzione (fino a 24 ore a settimana): 8,10 € ≤ 8,10 € = 1ª fascia [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributo orario: tabella 2020, 1ª fascia, con CUAF, tempo indeterminato = 1,43 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Contributi del trimestre: 160 ore × 1,43 € = 228,80 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del lavoratore, compresa nel totale: 160 ore × 0,36 € = 57,60 € [circolare INPS n. 17 del 6/2/2020, vista]',
  'Quota del datore di lavoro: 228,80 € − 57,60 € = 171,20 € [differenza fra il totale e la quota del lavoratore, calcolata]',
  '! Il rapporto comincia il 14/10/2020 e finisce il 02/12/2020: la prima e l’ultima settimana sono contate per intero, come nell’avviso proposto dall’INPS. Se le ore sono state meno, o restano ferie da pagare, indicare le ore di tutto il trimestre. Contando solo i giorni del rapporto, da lunedì a sabato, sarebbero 204,49 € invece di 228,80 €.',
  '! La retribuzione effettiva (8,10 €) è vicina al limite della 1ª fascia (8,10 €): con un centesimo in più all’ora il contributo orario passa da 1,43 € a 1,62 €.',
  '! Le fonti non concordano sulle scadenze che cadono di sabato: i calendari pubblicati dal 2020 danno il lunedì, il messaggio INPS 9391/2010 e altre fonti il sabato stesso. Il giorno sicuro è sabato 12/12/2020.',
  '! Che il decimo giorno dopo la cessazione slitti se festivo non è scritto: si applica la stessa regola delle altre scadenze.',
];

export const UN_CENTESIMO_SOPRA =
  '! La retribuzione effettiva (9,87 €) è vicina al limite della 2ª fascia (9,86 €): con un centesimo in meno all’ora il contributo orario scende da 1,97 € a 1,62 €.';

export const ARROTONDATA_SUL_LIMITE = [
  '! La retribuzione effettiva esatta è 8,103333 €, arrotondata a 8,10 €: l’arrotondamento al centesimo decide fra la 1ª e la 2ª fascia (limite 8,10 €).',
  '! La retribuzione effettiva (8,10 €) è vicina al limite della 1ª fascia (8,10 €): con un centesimo in più all’ora il contributo orario passa da 1,43 € a 1,62 €.',
];

export const CELLA_RICAVATA =
  'Contributo orario: tabella 2013, 4ª fascia, con CUAF, tempo determinato (con l’1,40%) = 1,07 € [circolare INPS n. 25 dell’8/2/2013; cella non vista in stampa, ricavata dall’aliquota, calcolata]';

/** Code (field): sentence. */
export const RIFIUTI: Record<string, string> = {
  'no hours':
    'ore-mancanti (oreSettimanali): Mancano le ore: indicare le ore retribuite in una settimana, o quelle di tutto il trimestre.',
  'no pay in the bands':
    'paga-mancante (pagaOraria): Fino a 24 ore a settimana il contributo dipende dalla paga: indicare la paga oraria o quella mensile.',
  'no hours at all':
    'ore-non-valide (oreSettimanali): oreSettimanali: «0» non va bene; senza ore retribuite non c’è nulla da versare. Se il rapporto è sospeso per maternità, permesso personale non retribuito, malattia o infortunio oltre i giorni pagati, si comunica all’INPS la «Sospensione obbligo contributivo» (messaggio 1643/2016).',
  'too many hours':
    'ore-non-valide (ore): ore: «2185» non va bene; indicare un numero maggiore di zero e non oltre 2184, tutte le ore di 13 settimane.',
  'negative hours':
    'ore-non-valide (oreSettimanali): oreSettimanali: «-1» non va bene; indicare un numero maggiore di zero e non oltre 168, tutte le ore di una settimana.',
  'no weeks':
    'settimane-non-valide (settimane): settimane: «0» non va bene; il trimestre 4/2020 ha 13 settimane (i suoi sabati): senza ore retribuite non c’è nulla da versare. Se il rapporto è sospeso per maternità, permesso personale non retribuito, malattia o infortunio oltre i giorni pagati, si comunica all’INPS la «Sospensione obbligo contributivo» (messaggio 1643/2016).',
  'too many weeks':
    'settimane-non-valide (settimane): settimane: «14» non va bene; il trimestre 4/2020 ha 13 settimane (i suoi sabati): indicare un numero intero da 1 a 13.',
  'half a week':
    'settimane-non-valide (settimane): settimane: «1.5» non va bene; il trimestre 4/2020 ha 13 settimane (i suoi sabati): indicare un numero intero da 1 a 13.',
  'an end before the hiring':
    'cessazione-prima-di-assunzione (cessazione): La cessazione (01/11/2020) viene prima dell’assunzione (02/11/2020): correggere una delle due date.',
  'an end before the quarter':
    'rapporto-fuori-dal-trimestre (cessazione): Nel trimestre 4/2020 il rapporto non ha settimane da pagare: finisce il 26/09/2020, in una settimana che è del trimestre 3/2020 (quello del suo sabato). Le sue ore vanno nel 3/2020.',
  'a hiring after the quarter':
    'rapporto-fuori-dal-trimestre (assunzione): Nel trimestre 4/2020 il rapporto non ha settimane da pagare: comincia il 27/12/2020, in una settimana che è del trimestre 1/2021 (quello del suo sabato). Le sue ore vanno nell’1/2021.',
  'no pay by the hour':
    'paga-non-valida (pagaOraria): pagaOraria: 0,00 € non va bene; indicare un importo maggiore di zero e non oltre 1.000,00 €.',
  'too much by the month':
    'paga-non-valida (pagaMensile): pagaMensile: 100.000,01 € non va bene; indicare un importo maggiore di zero e non oltre 100.000,00 €.',
  'a day’s pay without its days':
    'giorni-non-validi (giorniSettimanali): giorniSettimanali: «0» non va bene; indicare i giorni pagati in una settimana, da 1 a 7.',
  'eight days a week':
    'giorni-non-validi (giorniSettimanali): giorniSettimanali: «8» non va bene; indicare i giorni pagati in una settimana, da 1 a 7.',
  'eight days of board':
    'vitto-alloggio-non-valido (vittoAlloggioGiorni): vittoAlloggioGiorni: «8» non va bene; indicare i giorni di vitto e alloggio in una settimana, da 0 a 7.',
  'board that is not known':
    'vitto-alloggio-non-noto (vittoAlloggioGiorni): Il valore convenzionale di vitto e alloggio del 2027 non è noto: aggiungerlo alla paga e indicare 0 giorni.',
  'a year without a table':
    'anno-sconosciuto (trimestre): Non c’è una tabella dei contributi per il 2004: si conoscono gli anni dal 2005 al 2026.',
  'a fund before its time':
    'associazione-sconosciuta (associazione): Contributo di assistenza contrattuale: per il codice F2 non è noto un importo al 31/03/2005.',
};
