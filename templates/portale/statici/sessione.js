// Nothing depends on this script: it tells who has been still for long that the session is about to close, and lets them
// stay with one press. What was typed in the page is not touched.
const avviso = document.getElementById('avviso-sessione');
if (avviso !== null) {
  const prima = Number(avviso.dataset.avvisaDopoMs);
  const pulsante = avviso.querySelector('button');
  let orologio = setTimeout(mostra, prima);

  function mostra() {
    avviso.hidden = false;
  }

  pulsante.addEventListener('click', async () => {
    const risposta = await fetch(avviso.dataset.percorso, { credentials: 'same-origin', cache: 'no-store' });
    if (!risposta.ok) {
      avviso.querySelector('p').textContent = avviso.dataset.scaduta;
      pulsante.hidden = true;
      return;
    }
    avviso.hidden = true;
    clearTimeout(orologio);
    orologio = setTimeout(mostra, prima);
  });
}
