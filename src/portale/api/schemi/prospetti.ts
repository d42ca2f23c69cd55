import { z } from 'zod';
import { STATI_TRIMESTRE } from '../../../prospetti/scoperti/index.ts';
import { euro, giorno, id, passo, trimestre } from './comuni.ts';

const decimale = z.number();

const persona = z.object({ codiceFiscale: z.string(), cognome: z.string(), nome: z.string() });
const pagato = {
  trimestre,
  anno: z.number().int(),
  numero: z.number().int(),
  codiceRapporto: z.string(),
  lavoratore: persona,
  ore: decimale,
  settimane: z.number().int(),
  retribuzioneOrariaEffettiva: euro.nullable(),
  importo: euro,
  pagatoIl: giorno,
  iuv: z.string().nullable().meta({ description: '`null` dove il datore non ha tenuto l’avviso pagato.' }),
  codiceAvviso: z.string().nullable(),
  ricevuta: z.string().nullable().meta({
    description: 'Il numero del pagamento presso il PSP (IUR); `null` dove solo il datore dice di avere pagato.',
  }),
};
const quote = { quotaDatore: euro, quotaLavoratore: euro, associazione: euro, importo: euro };

export const criterio = z.enum(['anno-di-pagamento', 'anno-di-contribuzione']).default('anno-di-pagamento');

const simulazione = z
  .boolean()
  .meta({ description: 'Vero quando i pagamenti sono di una simulazione: nessuno è stato fatto.' });

export const attestazione = z
  .object({
    datore: persona,
    anno: z.number().int(),
    criterio,
    righe: z.array(z.object({ ...pagato, ...quote })),
    perLavoratore: z.array(z.object({ lavoratore: persona, ...quote })),
    totali: z.object(quote),
    massimoDeducibile: euro.nullable(),
    deducibile: euro.nullable(),
    passi: z.array(passo),
    avvertenze: z.array(z.string()),
    simulazione,
  })
  .meta({ id: 'Attestazione' });

export const estratto = z
  .object({
    lavoratore: persona,
    righe: z.array(
      z.object({
        datore: persona,
        ...pagato,
        settimaneAccreditate: z.number().int().nullable().meta({
          description: 'Settimane accreditate per il suo trimestre; `null` dove stanno su un altro pagamento.',
        }),
      }),
    ),
    anni: z.array(
      z.object({
        anno: z.number().int(),
        ore: decimale,
        settimane: z.number().int(),
        settimaneAccreditate: z.number().int(),
        importo: euro,
      }),
    ),
    avvertenze: z.array(z.string()),
    simulazione,
  })
  .meta({ id: 'Estratto' });

const costoDelRitardo = z.object({ minimo: euro, massimo: euro });

export const scoperti = z
  .object({
    trimestri: z.array(
      z.object({
        trimestre,
        stato: z.enum(STATI_TRIMESTRE),
        scadenza: giorno,
        sospesa: giorno
          .nullable()
          .meta({ description: 'Quando scadrebbe senza la sospensione dei termini; `null` se non vale.' }),
        obbligoSospeso: z.string().nullable().meta({
          description: 'Perché nel trimestre non si deve nulla: maternita, permesso o malattia; `null` dove si deve.',
        }),
        versato: euro,
        chiesto: euro.meta({ description: 'Chiesto da bollettini non ancora pagati.' }),
        manca: euro.nullable().meta({ description: '`null` dove non si sa: lo dice `motivo`.' }),
        sanzioni: costoDelRitardo
          .nullable()
          .meta({ description: 'Quanto costa in più il ritardo, per chi paga oggi.' }),
        prescrizione: giorno.meta({ description: 'Ultimo giorno del termine, se nessun atto lo ha interrotto.' }),
        settimaneScoperte: z.number().int(),
        motivo: z.string().nullable(),
      }),
    ),
    manca: euro,
    sanzioni: costoDelRitardo,
    sospeso: euro.meta({ description: 'Quanto aspetta la fine di una sospensione: non è in `manca`.' }),
    avvertenze: z.array(z.string()),
  })
  .meta({ id: 'Scoperti' });

export const eventi = z
  .object({
    eventi: z.array(
      z.object({
        uid: z.string(),
        tipo: z.enum(['apertura', 'giorno-sicuro', 'scadenza']),
        giorno,
        titolo: z.string(),
        descrizione: z.string(),
        avvisiGiorniPrima: z.array(z.number().int()),
      }),
    ),
  })
  .meta({ id: 'Calendario' });

export const unRapporto = id.optional();
