/**
 * The arrows of the house: each room of src/ may import only the rooms listed for it (docs/decisions/0001-rooms.md).
 * A room that is not listed here is an error by itself, so a new room must state its place.
 */
const rooms = {
  valori: [],
  sqlite: [],
  testi: ['valori'],
  posta: ['valori'],
  norme: ['valori'],
  pagopa: ['valori'],
  impostazioni: ['avvisi', 'anagrafe', 'pagopa', 'valori'],
  processi: ['valori'],
  ascolto: ['valori'],
  scadenze: ['norme', 'valori'],
  anagrafe: ['norme', 'valori'],
  contributi: ['scadenze', 'norme', 'valori'],
  prospetti: ['contributi', 'anagrafe', 'scadenze', 'norme', 'pagopa', 'valori'],
  avvisi: ['pagopa', 'processi', 'anagrafe', 'scadenze', 'valori'],
  bollettini: ['accesso', 'avvisi', 'prospetti', 'contributi', 'anagrafe', 'scadenze', 'norme', 'pagopa', 'valori'],
  accesso: ['anagrafe', 'valori'],
  messaggi: ['anagrafe', 'scadenze', 'valori'],
  spid: ['accesso', 'anagrafe', 'pagopa', 'valori'],
  pagamenti: [
    'accesso',
    'bollettini',
    'avvisi',
    'prospetti',
    'contributi',
    'anagrafe',
    'scadenze',
    'norme',
    'pagopa',
    'valori',
  ],
  famiglia: ['accesso', 'bollettini', 'contributi', 'anagrafe', 'scadenze', 'norme', 'pagopa', 'valori'],
  simulatore: ['pagopa', 'ascolto', 'sqlite', 'testi', 'valori'],
  identita: ['spid', 'pagopa', 'ascolto', 'valori'],
  archivio: [
    'famiglia',
    'pagamenti',
    'bollettini',
    'messaggi',
    'spid',
    'accesso',
    'contributi',
    'anagrafe',
    'scadenze',
    'pagopa',
    'sqlite',
    'valori',
  ],
};
rooms.copia = ['archivio', 'valori'];
const pureEdge = Object.keys(rooms).filter((room) => !['simulatore', 'identita'].includes(room));
rooms.applicazione = [...pureEdge];
rooms.lotti = ['applicazione', ...pureEdge];
rooms.clienti = ['lotti', 'applicazione', ...pureEdge];
rooms.portale = ['clienti', 'lotti', 'applicazione', ...pureEdge];
// What runs in a browser alone, and what builds `dist/risorse`: nobody else imports them.
rooms['senza-rete'] = ['portale', 'contributi', 'norme', 'valori'];
rooms.risorse = ['senza-rete', 'portale', 'norme', 'valori'];
rooms.cli = ['portale', 'clienti', 'lotti', 'applicazione', 'simulatore', 'identita', ...pureEdge];

const pure = '^src/(valori|norme|scadenze|anagrafe|contributi|prospetti)/';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'known-rooms-only',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
      to: {},
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `arrows-of-${room}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
    })),
    {
      name: 'pure-core-has-no-effects',
      comment:
        'The calculation knows no database, no HTTP, no process; only norme/ and valori/package-root.ts read files.',
      severity: 'error',
      from: { path: pure },
      to: { path: '(knex|better-sqlite3|express|node:http|node:child_process|pdfkit)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
