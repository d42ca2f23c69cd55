import type { Command } from 'commander';
import { parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

const NOME_MASSIMO = 60;

/** `trimestre token`: the keys of programs and operators. Nothing but this command makes one. */
export function comandoToken(): Command {
  return createCommand('token').addCommand(crea()).addCommand(elenco()).addCommand(revoca());
}

function crea(): Command {
  const command = createCommand('crea', 'un token nuovo; il segreto si vede solo adesso')
    .esempio('"Patronato di prova"', '"Gestionale" --datore BNCLCU58E52D620L')
    .argument('<nome>', 'chi lo userà, per riconoscerlo nell’elenco e nel registro')
    .option('--datore <cf>', 'vale per questo solo datore; altrimenti per tutti, e apre le pagine degli operatori');
  return withJson(command).action((nome: string, opzioni: { datore?: string; json?: boolean }) =>
    withApplicazione(async (app) => {
      const datoreId = opzioni.datore === undefined ? undefined : await requireDatore(app, opzioni.datore);
      const { token, segreto } = await app.accesso.creaToken(parseNome(nome), datoreId);
      if (opzioni.json) return printJson({ id: token.id, nome: token.nome, segreto });
      printLines([segreto, `Token «${token.nome}», id ${token.id}: conservarlo adesso, non si può più rileggere.`]);
    }),
  );
}

function elenco(): Command {
  return withJson(createCommand('elenco', 'i token che valgono').esempio('')).action((opzioni: { json?: boolean }) =>
    withApplicazione(async (app) => {
      const token = await app.accesso.elencoToken();
      if (opzioni.json)
        return printJson(token.map(({ id, nome, datoreId }) => ({ id, nome, datoreId: datoreId ?? null })));
      if (token.length === 0) return printLines(['Nessun token: «trimestre token crea NOME» ne fa uno.']);
      const righe = token.map(({ id, nome, datoreId }) => [id, nome, datoreId === undefined ? 'tutti' : 'uno solo']);
      printLines(formatTable(['id', 'nome', 'datori'], righe));
    }),
  );
}

function revoca(): Command {
  const command = createCommand('revoca', 'toglie un token: chi lo usa non entra più')
    .esempio('0198c0de-0000-7000-8000-000000000000')
    .argument('<id>', 'id del token, come lo dice l’elenco');
  return withJson(command).action((id: string, opzioni: { json?: boolean }) =>
    withApplicazione(async (app) => {
      await app.accesso.revocaToken(id);
      if (opzioni.json) return printJson({ revocato: id });
      printLines(['Revocato.']);
    }),
  );
}

function parseNome(scritto: string): string {
  const nome = scritto.trim();
  if (nome.length > 0 && nome.length <= NOME_MASSIMO) return nome;
  throw new ErroreDati('nome-token-non-valido', { massimo: NOME_MASSIMO, campo: 'nome' });
}

async function requireDatore(app: Applicazione, scritto: string): Promise<Id> {
  const datore = await app.archivio.registro.datoreConCodiceFiscale(parseCodiceFiscale(scritto, 'datore'));
  if (datore === undefined) throw new NonTrovato('Datore di lavoro');
  return datore.id;
}
