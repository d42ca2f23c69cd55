// Spares who watches a batch from pressing Aggiorna: every two seconds takes the page again and puts in what has moved,
// until the batch is over. Nothing is replaced under who is on it with the keyboard, until it has to go.
const OGNI_MS = 2000;

async function aggiorna() {
  const mostrato = document.getElementById('lotto');
  const risposta = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
  if (!risposta.ok || risposta.redirected) return;
  const pagina = new DOMParser().parseFromString(await risposta.text(), 'text/html');
  const nuovo = pagina.getElementById('lotto');
  if (nuovo === null) return;
  if (nuovo.dataset.stato !== mostrato.dataset.stato) {
    document.getElementById('lotto-annuncio').textContent = nuovo.dataset.stato;
  }
  const vivo = nuovo.dataset.vivo !== undefined;
  const annulla = document.getElementById('lotto-annulla');
  const qui = mostrato.contains(document.activeElement) || annulla.contains(document.activeElement);
  if (!vivo || !qui) mostrato.replaceWith(nuovo);
  if (vivo) {
    setTimeout(aggiorna, OGNI_MS);
    return;
  }
  annulla.remove();
  if (qui) {
    nuovo.tabIndex = -1;
    nuovo.focus();
  }
}

setTimeout(aggiorna, OGNI_MS);
