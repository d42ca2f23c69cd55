import { writeFileSync } from 'node:fs';
import { packagePath } from '../valori/package-root.ts';
import { paginaErrori } from './pagina-errori.ts';

writeFileSync(packagePath('docs', 'errori.md'), paginaErrori());
