import type { Testi3 } from './testi.ts';

export const FR: Testi3 = {
  lingua: 'fr-FR',
  titolo: 'Avis de paiement',
  ente: 'Organisme créancier',
  destinatario: 'Destinataire',
  quantoQuando: 'Combien et quand payer?',
  quanto: 'Combien payer?',
  importo: 'Montant',
  euro: 'Euros',
  scadenza: 'avant le',
  rate: (quante) => `Vous pouvez payer le montant total ou en ${quante} échéances`,
  legale:
    'En phase de paiement, si l’organisme le prévoit, le montant pourrait être mis à jour automatiquement et subir des variations en diminution (pour les réductions, les notes de crédit) ou en augmentation (pour les sanctions, les intérêts, etc.).',
  dovePagare: 'Où payer?',
  online: 'Paiement avec l’application IO',
  onlineTesto: (ente) =>
    `sur le site de ${ente}, depuis votre « Banque à domicile », avec votre application de paiement ou avec les autres canaux activés.`,
  territorio: 'Payez sur le territoire',
  territorioTesto:
    'dans les banques, les guichets automatiques, les bureaux de poste, les points postaux, les bars, les kiosques à journaux, les détaillants, les supermarchés, les bureaux de tabac et les autres opérateurs agréés.',
  datiPagamento: 'Données pour le paiement',
  rataUnica: 'Versement unique',
  rata: (numero) => `Versement ${numero}`,
  entroIl: 'avant le',
  inquadraAccanto: 'Encadrez le code QR avec votre application de paiement ou utilisez les données ci-contre.',
  inquadraSopra: 'Encadrez le code QR avec votre application de paiement ou utilisez les données ci-dessus.',
  oggetto: 'Objet du paiement',
  cbill: 'Code CBILL',
  avviso: 'Code Avis',
  codFiscaleEnte: 'Code Organisme fiscal',
  simulazione: 'FAC-SIMILE : cet avis est une simulation et ne peut pas être payé.',
};
