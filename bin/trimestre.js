#!/usr/bin/env node
// Words that old versions of Node read too: this file must be able to say which one is needed.
var versione = process.versions.node.split('.').map(Number);
/** The first minor version of each major that will do; from 24 on all of them (package.json, engines). */
var PRIMA = { 20: 19, 22: 14 };
if (versione[0] < 24 && !(versione[1] >= PRIMA[versione[0]])) {
  process.stderr.write(
    'trimestre: questo Node è il ' +
      process.versions.node +
      '; serve il 20.19 o successivo, il 22.14 o successivo, o dal 24 in poi.\n',
  );
  process.exit(2);
}
import('../dist/src/cli/trimestre.js').catch(function (errore) {
  if (errore.code !== 'ERR_MODULE_NOT_FOUND') throw errore;
  process.stderr.write(
    /dist\/src\/cli\/trimestre\.js$/.test(errore.url)
      ? 'trimestre: il programma non è ancora costruito (npm non ha eseguito gli script): eseguire «npm run build».\n'
      : 'trimestre: mancano dei pacchetti: eseguire «npm ci».\n',
  );
  process.exit(2);
});
