/**
 * The last wall of a server: an error that no request and no promise answers for is told and the server goes on, so that one
 * broken request never takes the service away from everybody. What is half done is undone where it is held: work on the
 * database is in transactions. To be put up once the server listens; until then an error ends the start.
 * @param tell told of each, with where it came from (`uncaughtException` or `unhandledRejection`)
 * @returns takes the wall down
 */
export function surviveStrayErrors(tell: (errore: unknown, origine: string) => void): () => void {
  const caught = (errore: unknown, origine: string): void => tell(errore, origine);
  const rejected = (errore: unknown): void => tell(errore, 'unhandledRejection');
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', rejected);
  return () => {
    process.off('uncaughtException', caught);
    process.off('unhandledRejection', rejected);
  };
}
