import { STRUMENTI } from '../portale/strumenti/elenco.ts';
import {
  moduloInviato,
  moduloVuoto,
  momentoChiesto,
  paginaStrumento,
  rispondi,
  type StatoStrumento,
} from '../portale/strumenti/pagina-strumento.ts';
import type { Momento, Strumento } from '../portale/strumenti/strumento.ts';
import { giornoInItalia } from '../valori/giorno.ts';
import { creaModelli } from './modelli.ts';

export { calcolo } from './calcolo.ts';

const modelli = creaModelli();
const oggi = () => giornoInItalia(new Date(Date.now()));

/** Shows a tool in the page, and answers its form here: nothing of what is written leaves the device. */
function open(contenuto: HTMLElement, strumento: Strumento): void {
  const momento = momentoChiesto(oggi(), Object.fromEntries(new URLSearchParams(location.search)));
  show(contenuto, strumento, momento, { scritto: moduloVuoto(strumento, momento) });
  contenuto.addEventListener('submit', (evento) => {
    const modulo = evento.target as HTMLFormElement;
    if (modulo.method !== 'post') return;
    evento.preventDefault();
    void answer(strumento, modulo).then(([suo, stato]) => {
      show(contenuto, strumento, suo, stato);
      const risposta = contenuto.querySelector<HTMLElement>('#esito');
      risposta?.scrollIntoView({ behavior: 'instant' });
      (contenuto.querySelector<HTMLElement>('[autofocus]') ?? risposta)?.focus({ preventScroll: true });
    });
  });
}

async function answer(strumento: Strumento, modulo: HTMLFormElement): Promise<[Momento, StatoStrumento]> {
  const { _csrf, ...corpo } = Object.fromEntries(new FormData(modulo));
  const { momento, scritto } = moduloInviato(strumento, oggi(), corpo);
  return [momento, await rispondi(strumento, momento, scritto)];
}

function show(contenuto: HTMLElement, strumento: Strumento, momento: Momento, stato: StatoStrumento): void {
  const { titolo, dati } = paginaStrumento(strumento, momento, stato);
  // Paper is the browser's own: the PDF's writer and its fonts weigh more than all the rest.
  const senzaPdf = { ...strumento, stampa: undefined };
  contenuto.innerHTML = modelli.render('strumento.njk', { ...dati, strumento: senzaPdf, csrf: '', perduta: false });
  document.title = `${dati.errore ? 'Errore: ' : ''}${titolo} – Trimestre senza rete`;
}

const contenuto = document.querySelector<HTMLElement>('main[data-strumento]');
const strumento = STRUMENTI.find(({ nome }) => nome === contenuto?.dataset['strumento']);
if (contenuto !== null && strumento !== undefined) open(contenuto, strumento);
// From a disk (file://) there is no service, and no need of one.
if ('serviceWorker' in navigator && location.protocol !== 'file:') void navigator.serviceWorker.register('servizio.js');
