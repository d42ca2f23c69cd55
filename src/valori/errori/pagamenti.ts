/** The cart, payments, flows and anomalies. */
export const PAGAMENTI = {
  'anomalia-gia-chiusa': 'L’anomalia è già stata chiusa.',
  'carrello-cambiato':
    'Il carrello è cambiato da quando la pagina è stata aperta: ricontrollare i bollettini e confermare di nuovo.',
  'carrello-vuoto': 'Scegliere almeno un bollettino da pagare (al più {righePerConferma}).',
  'flusso-non-valido': 'flusso: il documento non è un flusso di rendicontazione valido ({motivo}).',
  'flusso-non-valido/altro-ente': 'flusso {flusso}: il ricevente non è l’ente creditore configurato.',
  'importo-cambiato':
    'Da quando il bollettino è nel carrello le norme sono cambiate ({frasi}). Controllare gli importi e confermare di nuovo.',
  'nodo-ha-rifiutato': 'pagoPA non ha dato l’elenco dei flussi: {faultCode} {faultString}',
  'nodo-non-risponde': 'pagoPA non ha risposto alla richiesta dei flussi: riprovare più tardi.',
  'nota-mancante': '{campo}: dire in al più {massimo} caratteri come è stata risolta.',
  'pagamento-in-corso':
    'Il bollettino {codiceInps} è già in pagamento, forse da un’altra finestra o da un’altra persona: attenderne l’esito.',
  'pagamento-in-mano': 'Questo pagamento non si può annullare. {perche}',
  'pagamento-non-in-verifica':
    'Il pagamento non è in verifica: nel frattempo può esserne arrivata la ricevuta giusta. Nulla è cambiato: riguardare il pagamento, poi chiudere l’anomalia senza restituire il bollettino.',
  'pagopa-non-risponde': 'pagoPA non risponde, e senza la sua risposta non si può annullare: riprovare fra poco.',
} as const;
