import type { Request } from 'express';
import { regola } from '../scenari/regola.ts';
import { facce } from '../scenari/scenario.ts';

/** Fields of the form as `faccia.campo`; the names of primitives come as several of one name. */
const MOLTI = 'nodo.operazioni';

/** The form's fields as a rule: empty ones set no condition and change nothing. */
export function regolaDalModulo(req: Request): Record<string, unknown> {
  const quando = gruppo(req, 'quando', regola.shape.quando.unwrap().shape);
  const scenario = campo(req, 'scenario');
  const volte = campo(req, 'volte');
  return {
    ...(Object.keys(quando).length > 0 && { quando }),
    ...(scenario !== '' && { scenario }),
    ...facceDalModulo(req),
    ...(volte !== '' && { volte }),
  };
}

/** The form's fields as a scenario of one's own. */
export function scenarioDalModulo(req: Request): Record<string, unknown> {
  return { descrizione: campo(req, 'descrizione'), ...facceDalModulo(req) };
}

/** What a form said, field by field, to be shown again in it; nothing of a file. */
export function scrittiNelModulo(req: Request): Readonly<Record<string, string | readonly string[]>> {
  if (Buffer.isBuffer(req.body)) return {};
  return Object.fromEntries(
    Object.keys(corpoDi(req)).map((nome) => [nome, nome === MOLTI ? tutti(req, nome) : campo(req, nome)]),
  );
}

function facceDalModulo(req: Request): Record<string, unknown> {
  const { pagamento: _, ...gruppi } = facce.shape;
  const scritte = Object.entries(gruppi).map(
    ([nome, schema]) => [nome, gruppo(req, nome, schema.unwrap().shape)] as const,
  );
  const pagamento = campo(req, 'pagamento');
  return {
    ...(pagamento !== '' && { pagamento }),
    ...Object.fromEntries(scritte.filter(([, valori]) => Object.keys(valori).length > 0)),
  };
}

function gruppo(req: Request, nome: string, forma: object): Record<string, unknown> {
  const valori = Object.keys(forma).map((suo) => {
    const pieno = `${nome}.${suo}`;
    return [suo, pieno === MOLTI ? tutti(req, pieno) : campo(req, pieno)] as const;
  });
  return Object.fromEntries(valori.filter(([, valore]) => valore.length > 0));
}

function tutti(req: Request, nome: string): readonly string[] {
  const valore = corpoDi(req)[nome];
  const scritti: readonly unknown[] = Array.isArray(valore) ? valore : [valore];
  return scritti.filter((uno): uno is string => typeof uno === 'string' && uno !== '').slice(0, 40);
}

/** A field of a form, without the blanks around it; empty when it is not there. */
export function campo(req: Request, nome: string): string {
  const valore = corpoDi(req)[nome];
  return typeof valore === 'string' ? valore.trim().slice(0, 300) : '';
}

function corpoDi(req: Request): Readonly<Record<string, unknown>> {
  return (req.body as Readonly<Record<string, unknown>> | undefined) ?? {};
}
