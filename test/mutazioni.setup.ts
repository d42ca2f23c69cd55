import fc from 'fast-check';
import { norme } from '../src/norme/norme.ts';

/** The same draws for every mutant: what kills one once kills it always. */
fc.configureGlobal({ seed: 20_260_110 });

/** The rules are read once for all the tests: read here, a mutant of their reading is tried by all of them. */
norme();
