/* Keeps the page for when there is no network. Names of scripts and styles change with their content: those that are kept
   are good; of pages the newest is asked for first, so that a new year's table arrives as soon as it can. */
const DEPOSITO = 'senza-rete-/*VERSIONE*/';
const FILE = [/*FILE*/];

addEventListener('install', (evento) => {
  evento.waitUntil(caches.open(DEPOSITO).then((deposito) => deposito.addAll(FILE)));
  skipWaiting();
});

addEventListener('activate', (evento) => {
  const vecchi = caches
    .keys()
    .then((nomi) => nomi.filter((nome) => nome.startsWith('senza-rete-') && nome !== DEPOSITO));
  evento.waitUntil(
    vecchi.then((nomi) => Promise.all(nomi.map((nome) => caches.delete(nome)))).then(() => clients.claim()),
  );
});

addEventListener('fetch', (evento) => {
  const { request } = evento;
  if (request.method !== 'GET' || !request.url.startsWith(registration.scope)) return;
  const tenuto = () => caches.match(request, { ignoreSearch: true });
  if (request.mode === 'navigate') {
    evento.respondWith(fetch(request).catch(() => tenuto().then((pagina) => pagina ?? caches.match('index.html'))));
  } else {
    evento.respondWith(tenuto().then((file) => file ?? fetch(request)));
  }
});
