/** Issuing, changing, taking away. */
export const BOLLETTINI = {
  'assistenza-gia-chiesta':
    'Nel trimestre {trimestre} il contributo di assistenza è già chiesto con quelli dell’INPS ({quali}): da solo non si emette un’altra volta. Per versarne di più si ricalcola il trimestre intero con l’assistenza in più.',
  'atto-non-interruttivo': '{campo}: il {giorno} {perche}. Scrivere il giorno in cui l’atto è arrivato.',
  'avviso-non-stampabile': 'Questo bollettino è {stato}: non c’è più nulla da pagare e l’avviso non si stampa.',
  'bollettino-cambiato': 'Il bollettino {perche}.',
  'bollettino-cambiato/atto': 'Il bollettino non è più da pagare: ricaricare la pagina.',
  'bollettino-cambiato/modifica': 'Il bollettino non è più nel carrello e non si può modificare.',
  'bollettino-gia-emesso':
    'Per questo rapporto e il trimestre {trimestre} {presenti} da pagare o in pagamento per le stesse settimane ({quali}): {rimedio}.',
  'bollettino-gia-emesso/ripristino':
    'Nel frattempo per queste settimane è stato emesso o pagato un altro bollettino: quello eliminato non torna nel carrello.',
  'bollettino-gia-emesso/settimane':
    'Nel trimestre {trimestre} non restano settimane: le altre sono già in altri bollettini ({quali}). Indicare meno settimane, o correggere quelli.',
  'bollettino-in-pagamento':
    'Nel trimestre {trimestre} un pagamento è in corso ({quali}): attenderne l’esito, poi riprovare.',
  'cambio-fuori-trimestre': '{campo}: il {dal} viene dopo il trimestre {trimestre}; si dice quando si paga il suo.',
  'codice-inps-esaurito':
    'Per questo rapporto e trimestre sono già stati emessi {massimo} bollettini: non se ne possono emettere altri.',
  'importo-nullo': 'Nel trimestre {trimestre} non risultano ore pagate: non c’è nulla da versare.',
  'modifiche-incompatibili': '{campo}: contiene già ore, paga e condizioni; non indicarle anche a parte.',
  'modifiche-incompatibili/registro':
    '{campo}: è già nel registro, con le condizioni del rapporto; toglierlo, o cambiare prima le condizioni.',
  'modifiche-incompatibili/cambio':
    '{campo}: le ore e la paga di prima restano quelle del rapporto; le nuove si scrivono accanto al giorno.',
  'nulla-da-integrare':
    'Con questi dati il {trimestre} è di {dovuto} € e ne sono già stati versati {versato}: non c’è nulla da integrare.',
  'obbligo-sospeso':
    '{campo}: per il trimestre {trimestre} è dichiarata la sospensione dell’obbligo contributivo ({motivo}): non si deve nulla. Se ci sono ore retribuite, togliere prima la sospensione, dai trimestri pagati e scoperti del rapporto.',
  'rapporto-non-attivo':
    'Il rapporto {codice} è iniziato il {assunzione}{fine}: nel trimestre {trimestre} non c’è nulla da pagare.',
  'ricerca-vuota': 'Scrivere lo IUV, il codice avviso, il codice Inps, il codice del rapporto o un codice fiscale.',
  'situazione-solo-nuova':
    '{campo}: per raccontare il trimestre com’è stato emettere il bollettino di nuovo, in luogo di questo.',
  'sospensione-con-bollettini': '{campo}: il trimestre {trimestre} ha già dei bollettini ({quali}): {rimedio}.',
  'sospensione-lontana':
    '{campo}: il trimestre {trimestre} è troppo lontano; la sospensione si dichiara fino al 4/{anno}.',
  'sospensione-mancante': '{campo}: per il trimestre {trimestre} non è dichiarata nessuna sospensione dell’obbligo.',
  'tabella-proiettata': '{premessa} Il bollettino si emette quando l’INPS ha pubblicato la tabella.',
  'trimestre-futuro': '{campo}: il {trimestre} non è ancora iniziato.',
  'trimestre-futuro/riga': 'Il trimestre {trimestre} non è ancora iniziato.',
  'trimestre-gia-pagato': 'Il trimestre {trimestre} di questo rapporto risulta già pagato ({quali}). {seguito}',
  'trimestre-gia-pagato/settimane':
    'Nel trimestre {trimestre} non restano settimane: le altre sono già in altri bollettini ({quali}). Indicare meno settimane, o correggere quelli.',
  'trimestre-prescritto': '{perche}',
} as const;
