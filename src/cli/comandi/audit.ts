import type { Command } from 'commander';
import type { Rottura, Sigillo } from '../../accesso/catena.ts';
import type { CatenaAtti, StatoCatena } from '../../archivio/catena-atti.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatIstante } from '../../portale/viste/istante.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { EXIT_UNFORESEEN } from '../esci.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

const ANCORA = /^(\d{1,15}):([0-9a-f]{64})$/;
/** Breaks told one by one: the others are counted. */
const ROTTURE_DETTE = 20;
const IN_PAROLE: Readonly<Record<Rottura['che'], string>> = {
  'atto-alterato': 'l’atto non è più quello che era stato sigillato',
  'atto-mancante': 'l’atto non c’è più',
  'atto-retrodatato': 'l’atto porta un’ora di prima di quando è stato scritto',
  'atto-inserito': 'l’atto è stato infilato fra quelli già sigillati',
  'sigilli-mancanti': 'mancano sigilli prima di questo',
};

/** `trimestre audit verifica`: whether the register of acts is the one that was written. */
export function comandoAudit(): Command {
  return createCommand('audit').addCommand(verifica());
}

function verifica(): Command {
  const command = createCommand('verifica', 'rilegge il registro degli atti lungo la catena dei suoi sigilli')
    .esempio('')
    .option('--ultimo <numero:impronta>', 'l’ultimo sigillo annotato l’altra volta: dev’esserci ancora, uguale');
  return withJson(command).action(({ ultimo, json }: { ultimo?: string; json?: boolean }) =>
    withApplicazione(async ({ archivio, clock }) => {
      const ancora = ultimo === undefined ? undefined : await checkAncora(archivio.catena, ultimo);
      const trovato = await archivio.catena.verifica();
      const nuovo = (await archivio.catena.sigilla(clock.now())) ?? trovato.ultimo;
      if (trovato.rotture.length > 0 || ancora === false) process.exitCode = EXIT_UNFORESEEN;
      if (json) return printJson({ ...toJson(trovato), ancora: ancora ?? null, ultimo: nuovo ?? null });
      printLines(inWords(trovato, ancora, nuovo));
    }),
  );
}

/** @returns whether the seal that was noted is still in the chain */
async function checkAncora(catena: CatenaAtti, scritta: string): Promise<boolean> {
  const parti = ANCORA.exec(scritta.trim());
  if (parti === null) {
    throw new ErroreDati('sigillo-non-valido', { campo: 'ultimo' });
  }
  const trovato = await catena.sigillo(Number(parti[1]));
  return trovato?.impronta === parti[2];
}

function toJson({ sigillati, daSigillare, rotture }: StatoCatena) {
  return { integro: rotture.length === 0, sigillati, nuovi: daSigillare, rotture };
}

function inWords(
  { sigillati, daSigillare, rotture }: StatoCatena,
  ancora: boolean | undefined,
  ultimo: Sigillo | undefined,
): string[] {
  const resto = rotture.length - ROTTURE_DETTE;
  return [
    italiano`Riletti ${quanti(sigillati, 'atto sigillato', 'atti sigillati')}, ${quanti(daSigillare, 'nuovo', 'nuovi')}.`,
    ...(rotture.length === 0 ? ['La catena è intera: nessun atto è stato cambiato, tolto o retrodatato.'] : []),
    ...rotture
      .slice(0, ROTTURE_DETTE)
      .map(
        ({ numero, attoId, che }) =>
          `${numero === null ? '' : `Sigillo ${numero}, `}${numero === null ? 'A' : 'a'}tto ${attoId}: ${IN_PAROLE[che]}.`,
      ),
    ...(resto > 0 ? [`… e altre ${resto} rotture (con --json tutte).`] : []),
    ...(ancora === false ? ['Il sigillo annotato non è in questa catena: è stata tagliata o riscritta.'] : []),
    ...(ancora === true ? ['Il sigillo annotato c’è, uguale.'] : []),
    ...(ultimo === undefined
      ? []
      : [
          `Ultimo sigillo, da annotare altrove: ${ultimo.numero}:${ultimo.impronta} (${formatIstante(ultimo.sigillatoIl)}).`,
        ]),
  ];
}
