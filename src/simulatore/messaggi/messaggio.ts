/** One exchange with the outside, for the operator who wants to see what was said. */
export interface Messaggio {
  readonly id: number;
  readonly quando: number;
  /** `entrata`: somebody called the node; `uscita`: the node called a creditor or a PSP. */
  readonly verso: 'entrata' | 'uscita';
  readonly operazione: string;
  readonly indirizzo: string;
  readonly stato: string;
  readonly richiesta: string;
  readonly risposta: string;
}
