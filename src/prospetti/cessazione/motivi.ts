/** Who ends the rapporto, and what that means for the notice. */
interface RegolaDelMotivo {
  readonly nome: string;
  /** Who owes the notice; null when nobody does. */
  readonly preavviso: 'datore' | 'lavoratore' | null;
  /** What to know besides. Italian sentences. */
  readonly note: readonly string[];
}

const EREDI_DEL_LAVORATORE =
  'Preavviso e TFR spettano al coniuge, ai figli e, se a carico, ai parenti entro il terzo grado e agli affini entro il secondo (art. 2122 c.c.). ' +
  'Nessuna fonte trovata dice se sull’indennità di preavviso si pagano contributi: chiedere all’INPS; qui si contano fino all’ultimo giorno.';
const EREDI_DEL_DATORE =
  'La morte del datore non scioglie il rapporto da sola: gli eredi lo chiudono con il preavviso (CCNL, art. 40), lo comunicano all’INPS e pagano. ' +
  'I familiari che convivevano rispondono con loro dei crediti del lavoratore. Chi continua il rapporto ne denuncia uno nuovo.';

/** How a rapporto ends. */
export const MOTIVI = {
  licenziamento: { nome: 'Licenziamento', preavviso: 'datore', note: [] },
  dimissioni: {
    nome: 'Dimissioni',
    preavviso: 'lavoratore',
    note: ['Le dimissioni di un lavoratore domestico non vogliono la procedura telematica: basta uno scritto.'],
  },
  'licenziamento-giusta-causa': {
    nome: 'Licenziamento per giusta causa',
    preavviso: null,
    note: ['Per una mancanza così grave da non consentire la prosecuzione il preavviso non è dovuto (CCNL, art. 40).'],
  },
  'dimissioni-giusta-causa': {
    nome: 'Dimissioni per giusta causa',
    preavviso: 'datore',
    note: ['Chi si dimette per giusta causa ha diritto all’indennità di mancato preavviso (CCNL, art. 40).'],
  },
  'morte-datore': { nome: 'Morte del datore di lavoro', preavviso: 'datore', note: [EREDI_DEL_DATORE] },
  'morte-lavoratore': { nome: 'Morte del lavoratore', preavviso: 'datore', note: [EREDI_DEL_LAVORATORE] },
  'fine-termine': { nome: 'Scadenza del termine', preavviso: null, note: [] },
  prova: { nome: 'Fine nel periodo di prova', preavviso: null, note: [] },
  accordo: { nome: 'Accordo fra le parti', preavviso: null, note: [] },
} as const satisfies Readonly<Record<string, RegolaDelMotivo>>;

export type Motivo = keyof typeof MOTIVI;
