/** What the calculation of a quarter refuses. */
export const CONTRIBUTI = {
  'assenza-non-valida': '{campo}: dal {dal} al {al} non va bene; controllare le due date.',
  'assenza-sconosciuta': '{campo}: «{tipo}» non è un tipo noto; scegliere fra {noti}.',
  'associazione-mancante': '{quale}: indicare anche l’associazione, F2 oppure E1.',
  'cessazione-prima-di-assunzione':
    'La cessazione ({cessazione}) viene prima dell’assunzione ({assunzione}): correggere una delle due date.',
  'cessazione-prima-di-assunzione/breve': '{campo}: viene prima dell’assunzione.',
  'date-in-disordine': '{campo}: {motivo}: correggere le date.',
  'date-in-disordine/scadenza':
    '{campo}: il {giorno} non viene dopo la scadenza ({scadenza}): controllare le due date.',
  'due-paghe': 'pagaOraria e pagaMensile: darne una sola.',
  'due-paghe/mensile': '{campo}: c’è già la paga oraria: lasciarne una sola.',
  'due-paghe/modulo': 'Paga oraria e paga mensile: darne una sola.',
  'ferie-non-valide': '{campo}: «{giorni}» giorni non va bene; indicare da 1 a {massimo} giorni, oppure le ore.',
  'ferie-non-valide/non-godute': '{campo}: «{giorni}» giorni non va bene; indicare da 0 a {massimo}.',
  'ferie-senza-cessazione': '{campo}: si pagano nell’ultima settimana del rapporto; {dove}.',
  'giorni-non-validi/paga': '{campo}: «{valore}» non va bene; indicare {cosa}, da {minimo} a {massimo}.',
  'grado-mancante':
    '{campo}: per un {legame} serve il grado (1 figli e genitori, 2 fratelli e nonni, 3 zii e nipoti, 4 cugini).',
  'indennita-sconosciuta': '{campo}: «{nome}» non c’è; le indennità sono {note}.',
  'intero-non-valido': '{campo}: «{testo}» non è un numero intero da 0 a {massimo}.',
  'intero-non-valido/cella': '{campo}: «{testo}» non è un numero intero fino a {massimo}.',
  'intero-non-valido/giorni-prima': 'giorni-prima: «{testo}» non è un numero di giorni da 0 a 30.',
  'intero-non-valido/settimane': '{campo}: «{testo}» non è un numero da 1 a 14.',
  'lettura-sconosciuta': '{campo}: «{testo}» non è una lettura nota; scegliere {valori}.',
  'livello-sconosciuto': '{campo}: «{testo}» non c’è; i livelli sono {noti}.',
  'mese-non-valido': '{campo}: «{mese}» non è un mese; scrivere per esempio 2020-11.',
  'notti-non-valide': '{campo}: «{testo}» non è un numero di notti da 0 a {massimo}.',
  'notti-non-valide/due-specie': 'nottiPresenza e nottiAssistenza: indicarne una sola.',
  'nulla-da-versare/fine': '{campo}: con questi dati non ci sono contributi da versare; registrare la sola fine.',
  'nulla-da-versare': 'Nel trimestre {trimestre} non ci sono ore retribuite: non si emette un bollettino; {cosa}.',
  'orario-non-valido':
    '{campo}: i sette giorni fanno {somma} ore, ma le ore settimanali sono {totale}: correggere gli uni o le altre.',
  'ore-fuori-dal-rapporto':
    '{campo}: ci sono ore in giorni senza rapporto di lavoro; controllare assunzione e cessazione.',
  'ore-fuori-dal-trimestre':
    '{campo}: {quando} non cade nelle settimane del trimestre {trimestre} con il rapporto in corso.',
  'ore-fuori-dal-trimestre/altro-trimestre':
    '{campo}: {quando} va nel {suo}: la sua settimana, da domenica a sabato, è di quel trimestre.',
  'ore-gia-dichiarate':
    'Le ore indicate a settimane, a mesi o in totale contengono già assenze e straordinari: indicare o le une o gli altri.',
  'ore-mancanti': 'Mancano le ore: indicare le ore retribuite in una settimana, o quelle di tutto il trimestre.',
  'ore-mancanti/ferie':
    '{campo}: un giorno di ferie vale un sesto dell’orario settimanale: indicare le ore settimanali, oppure le ore delle ferie.',
  'ore-mancanti/mese-prima': '{campo}: per la lettura «ore-del-mese» servono le ore del mese prima.',
  'ore-non-valide': '{campo}: «{ore}» ore non va bene; indicare un numero da 0 a {massimo}, con al più due decimali.',
  'ore-non-valide/lettura-esatta':
    '{campo}: «{ore}» ore nel trimestre non va bene; con la lettura esatta si contano con al più due decimali.',
  'ore-non-valide/settimana': '{campo}: quella del {giorno} ha più di {massimo} ore: controllare le ore indicate.',
  'ore-non-valide/settimanali': '{campo}: sono più di zero e al più {massimo}.',
  'ore-non-valide/totale': '{campo}: «{ore}» non va bene; {quante}.',
  'paga-mancante': '{perche}',
  'paga-non-valida': '{campo}: {importo} € non va bene; indicare un importo maggiore di zero e non oltre {massimo} €.',
  'patrono-non-valido': '{campo}: «{testo}» non è un giorno dell’anno; scriverlo gg/mm, per esempio 29/06.',
  'rapporto-fuori-dal-trimestre':
    'Nel trimestre {trimestre} il rapporto non ha settimane da pagare: {chi} il {giorno}, in una settimana che è del trimestre {suo} (quello del suo sabato). Le sue ore vanno nel {suo}.',
  'regola-non-nota/cuaf': 'Il contributo CUAF al {giorno} non è noto.',
  'regola-non-nota/ferie': '{campo}: la regola delle ferie a ore al {giorno} non è nota; indicare le ore.',
  'settimana-non-valida':
    '{campo}: il {giorno} non è un sabato del trimestre {trimestre}; ogni settimana si indica col suo sabato.',
  'settimane-non-valide':
    '{campo}: «{settimane}» non va bene; il trimestre {trimestre} ha {massimo} settimane (i suoi sabati): {quante}.',
  'settimane-non-valide/a-giorni':
    '{campo}: quando i giorni si contano uno per uno le settimane pagate si ricavano da quelli; togliere il loro numero.',
  'sgravio-non-spettante': '{campo}: {cosa} deve cadere fra il {dal} e il {al}, non il {giorno}.',
  'situazione-non-valida': '{campo}: {motivo}',
  'straordinari-non-validi':
    '{campo}: «{testo}» non va bene; scrivere le ore del trimestre (6), o ogni giorno con le sue: 12/11/2026 3; 19/11/2026 2,5.',
  'straordinari-senza-giorno':
    '{campo}: quando le settimane si contano una per una serve il giorno di ciascuno, per esempio 12/11/2026 3; 19/11/2026 2,5.',
  'trimestre-mancante': '{campo}: manca; scrivere per esempio 4/2020.',
  'vitto-alloggio-non-noto':
    'Il valore convenzionale di vitto e alloggio del {anno} non è noto: aggiungerlo alla paga e indicare 0 giorni.',
  'vitto-alloggio-non-noto/fine-rapporto':
    '{campo}: il valore convenzionale del {anno} non è noto: aggiungerlo alla paga e indicare 0 giorni.',
  'vitto-alloggio-non-valido': '{campo}: «{valore}» non va bene; indicare {cosa}, da {minimo} a {massimo}.',
} as const;
