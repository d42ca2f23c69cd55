import type { Applicazione } from '../../applicazione/applicazione.ts';
import { createApplicazione } from '../../applicazione/crea-applicazione.ts';
import type { AvanzamentoLotto } from '../../archivio/lotti-repository.ts';
import { riferisciFermo } from '../../archivio/guasto-archivio.ts';
import { answerParent } from '../../processi/figlio.ts';
import type { Clock } from '../../valori/clock.ts';
import { lavora } from './lavora.ts';
import type { DomandaLotto, RispostaLotto } from './lavora-in-disparte.ts';
import { LottoPerso, Presa } from './presa.ts';

/** A clock that goes on from an instant. */
function clockFrom(adesso: string): Clock {
  const inizio = Date.parse(adesso) - performance.now();
  return { now: () => new Date(inizio + performance.now()) };
}

/** The program that works at one batch in a process of its own, over the same database as its parent. */
answerParent<DomandaLotto, RispostaLotto, AvanzamentoLotto>(
  async ({ impostazioni, adesso, lotto, presa }, { signal, tell }) => {
    const clock = clockFrom(adesso);
    let app: Applicazione | undefined;
    try {
      app = await createApplicazione(impostazioni, { clock });
      const fine = await lavora(app, lotto, new Presa(lotto.id, presa, clock), { signal, tell });
      return fine === undefined ? { ferma: 'fermato' } : { fine };
    } catch (errore) {
      if (errore instanceof LottoPerso) return { ferma: 'perso' };
      const fermo = riferisciFermo(errore);
      if (fermo !== undefined) return { fermo };
      throw errore;
    } finally {
      await app?.close();
    }
  },
);
