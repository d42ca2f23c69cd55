import { formatCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../valori/denaro.ts';
import { svgPath } from './codici/matrice.ts';
import { controllaAvviso } from './controlla-avviso.ts';
import { formatScadenza, oggettoPerEsteso, type DatiAvviso, type Pagabile } from './dati-avviso.ts';
import { bilinguismoDi } from '../anagrafe/lingua-avviso.ts';
import { IT, TESTI, type Testi3 } from './modelli/edizione-3/testi/index.ts';
import { SIMULAZIONE } from './modelli/simulazione.ts';
import { simboloPoste, simboloQr, type Simbolo } from './simboli.ts';

const STILE = `body{font:1rem/1.5 "Titillium Web",system-ui,sans-serif;color:#1d1d1b;background:#fff;max-width:46rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
dt{font-weight:700;margin-top:.75rem}dd{margin:0}code,.codice{font-family:"Roboto Mono",ui-monospace,monospace;white-space:pre-wrap}
figure{margin:1rem 0}svg{display:block;width:12rem;height:auto;background:#fff}[lang]:not(html){color:#595959}
.simulazione{border:3px solid #1d1d1b;padding:.75rem;font-weight:700}table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700}th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #767676;vertical-align:top}`;

/**
 * The notice, in the words of the 3.x edition, as an accessible page of its own, for who reads with ears or fingers: all that is printed is text to be copied,
 * the codes too. No script, nothing loaded from elsewhere.
 * @throws ErroreDati as `controllaAvviso`
 */
export function renderAvvisoHtml(dati: DatiAvviso): string {
  controllaAvviso({ ...dati, edizione: '3' });
  const titolo = `Avviso di pagamento ${formatCodiceAvviso(dati.codiceAvviso)}`;
  return `<!DOCTYPE html>
<html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(titolo)}</title><style>${STILE}</style></head>
<body><main>
${articolo(dati)}
</main></body></html>
`;
}

function articolo(dati: DatiAvviso): string {
  const t = testi(dati);
  const { ente, destinatario } = dati;
  return [
    `<h1>${t((x) => x.titolo)}</h1>`,
    dati.ente.reale ? '' : `<p class="simulazione">${SIMULAZIONE.titolo}. ${t((x) => x.simulazione)}</p>`,
    `<h2>${t((x) => x.oggetto)}</h2><p>${escapeHtml(oggettoPerEsteso(dati))}</p>`,
    `<h2>${t((x) => (dati.scadenza === undefined ? x.quanto : x.quantoQuando))}</h2>`,
    `<p><strong>${formatEuroItaliano(dati.importo)} euro</strong>${dati.scadenza === undefined ? '' : ` entro il <strong>${data(dati)}</strong>`}.</p>`,
    dati.rate === undefined ? '' : `<p>${t((x) => `${x.rate(dati.rate?.length ?? 0)}.`)}</p>`,
    `<p>${t((x) => x.legale)}</p>`,
    `<h2>${t((x) => x.dovePagare)}</h2>`,
    `<h3>${t((x) => x.online)}</h3><p>${t((x) => x.onlineTesto(ente.denominazione))}</p>`,
    `<h3>${t((x) => x.territorio)}</h3><p>${t((x) => x.territorioTesto)}</p>`,
    `<h2>${t((x) => x.datiPagamento)}</h2>`,
    lista([
      [t((x) => x.avviso), codice(formatCodiceAvviso(dati.codiceAvviso))],
      [t((x) => x.codFiscaleEnte), codice(ente.codiceFiscale)],
      [t((x) => x.cbill), codice(ente.cbill)],
      [
        t((x) => x.ente),
        [ente.denominazione, ente.settore, ente.info]
          .filter((x) => x !== '')
          .map(escapeHtml)
          .join('<br>'),
      ],
      [t((x) => x.destinatario), `${escapeHtml(destinatario.nome)}<br>${escapeHtml(destinatario.indirizzo)}`],
      ['Codice fiscale del destinatario', codice(destinatario.codiceFiscale)],
      ...(ente.contoPostale === undefined
        ? []
        : [
            [
              'Conto corrente postale',
              `${codice(ente.contoPostale.numero)}, ${escapeHtml(ente.contoPostale.intestatario)}`,
            ] as const,
          ]),
    ]),
    simboli(dati, dati, ''),
    rate(dati, t),
  ]
    .filter((pezzo) => pezzo !== '')
    .join('\n');
}

/** The words in Italian, followed by the second language where it was asked for. */
function testi(dati: DatiAvviso): (quale: (t: Testi3) => string) => string {
  const bilinguismo = bilinguismoDi(dati.lingua);
  return (quale) => {
    const italiano = escapeHtml(quale(IT));
    if (bilinguismo === undefined) return italiano;
    const { seconda } = bilinguismo;
    return `${italiano} <span lang="${seconda}">${escapeHtml(quale(TESTI[seconda]))}</span>`;
  };
}

function rate(dati: DatiAvviso, t: (quale: (t: Testi3) => string) => string): string {
  if (dati.rate === undefined) return '';
  const righe = dati.rate.map(
    (rata, i) =>
      `<tr><th scope="row">${t((x) => x.rata(i + 1))}</th><td>${formatEuroItaliano(rata.importo)}</td><td>${data(rata)}</td>` +
      `<td>${codice(formatCodiceAvviso(rata.codiceAvviso))}</td></tr>`,
  );
  const testata = ['Rata', 'Importo in euro', 'Scadenza', 'Codice avviso']
    .map((x) => `<th scope="col">${x}</th>`)
    .join('');
  const tabella = `<table><caption>Le rate</caption><thead><tr>${testata}</tr></thead><tbody>${righe.join('')}</tbody></table>`;
  const codici = dati.rate.map(
    (rata, i) => `<h3>${t((x) => x.rata(i + 1))}</h3>${simboli(dati, rata, `, rata ${i + 1}`)}`,
  );
  return `<h2>Rate</h2>${tabella}${codici.join('')}`;
}

function simboli(dati: DatiAvviso, pagabile: Pagabile, quale: string): string {
  const poste = simboloPoste(dati, pagabile);
  return (
    figura(simboloQr(dati, pagabile), 4, `Codice QR dell’avviso${quale}`) +
    (poste === undefined ? '' : figura(poste, 2, `Data Matrix del bollettino postale${quale}`))
  );
}

function figura({ testo, matrice }: Simbolo, margine: number, nome: string): string {
  const lato = matrice.lato + 2 * margine;
  return (
    `<figure><svg role="img" aria-label="${nome}" viewBox="0 0 ${lato} ${lato}"><path d="${svgPath(matrice, margine)}"/></svg>` +
    `<figcaption>${nome}, testo: <code>${escapeHtml(testo.trimEnd())}</code></figcaption></figure>`
  );
}

function lista(voci: readonly (readonly [string, string])[]): string {
  return `<dl>${voci.map(([nome, valore]) => `<dt>${nome}</dt><dd>${valore}</dd>`).join('')}</dl>`;
}

function codice(testo: string): string {
  return `<span class="codice">${escapeHtml(testo)}</span>`;
}

function data(pagabile: Pagabile): string {
  return pagabile.scadenza === undefined
    ? ''
    : `<time datetime="${pagabile.scadenza}">${formatScadenza(pagabile)}</time>`;
}

function escapeHtml(testo: string): string {
  return testo.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
