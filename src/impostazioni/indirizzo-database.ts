import { z } from 'zod';

const FORMA = 'postgres://utente:password@host/database oppure sqlite:percorso';
const INDIRIZZO =
  'un indirizzo postgres://utente:password@host:porta/database; in utente e password @ : / # ? % si scrivono %40 %3A %2F %23 %3F %25';
const MODI = ['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full'];
/** What the driver takes for `verify-full`, with four lines of English at every start. */
const COME_VERIFY_FULL = new Set(['prefer', 'require', 'verify-ca']);

const ePostgres = (scritto: string): boolean => !scritto.startsWith('sqlite:');

/** `DATABASE_URL`: where the database stands. What cannot be an address stops the start, not the first query. */
export const databaseUrl = z
  .string()
  .regex(/^(postgres(ql)?:\/\/|sqlite:).+/, { error: FORMA, abort: true })
  .refine((scritto) => !ePostgres(scritto) || URL.canParse(scritto), { error: INDIRIZZO, abort: true })
  .refine((scritto) => !ePostgres(scritto) || modoTls(scritto) === null || MODI.includes(modoTls(scritto) ?? ''), {
    error: `un indirizzo con sslmode ${MODI.join(', ')}`,
    abort: true,
  })
  .transform((scritto) => (ePostgres(scritto) ? conModoChiaro(scritto) : scritto));

function modoTls(scritto: string): string | null {
  return new URL(scritto).searchParams.get('sslmode');
}

/** The same address, with the way of TLS called as the driver will call it. */
function conModoChiaro(scritto: string): string {
  const { searchParams } = new URL(scritto);
  if (searchParams.get('uselibpqcompat') === 'true' || !COME_VERIFY_FULL.has(searchParams.get('sslmode') ?? ''))
    return scritto;
  return scritto.replace(/([?&]sslmode=)[^&#]*/, '$1verify-full');
}
