// A button beside each value copies it. Without scripts, or where the browser gives no clipboard, the values are text to be
// selected (one click selects all of it).
if (navigator.clipboard !== undefined) {
  const detto = document.getElementById('copiato');
  for (const bottone of document.querySelectorAll('[data-copia]')) {
    bottone.hidden = false;
    bottone.addEventListener('click', async () => {
      const valore = document.getElementById(bottone.dataset.copia).textContent;
      await navigator.clipboard.writeText(valore);
      detto.textContent = `Copiato: ${valore}`;
      bottone.textContent = 'Copiato';
      setTimeout(() => (bottone.textContent = 'Copia'), 2000);
    });
  }
}
