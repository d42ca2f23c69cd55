import { Option } from 'commander';

/** What both batches do with rows that a sheet hides. */
export function righeNascoste(): Option {
  return new Option('--righe-nascoste <che-farne>', 'righe che il foglio nasconde o filtra (altrimenti lette)').choices(
    ['leggi', 'salta'],
  );
}
