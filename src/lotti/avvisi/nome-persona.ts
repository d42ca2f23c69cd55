/** A person's name in its two parts. */
export interface NomePersona {
  readonly cognome: string;
  readonly nome: string;
}

/**
 * Parts a full name, written in either order, by the codice fiscale, whose first six letters come from surname and name
 * (D.M. 23/12/1976): `Maria De Luca` with DLCMRA… is De Luca, Maria. Where no way of parting fits (a provisional code, a
 * name shortened) the first word is the surname, as lists are written.
 */
export function dividiNome(intero: string, codiceFiscale: string): NomePersona {
  const parole = intero.trim().split(/\s+/);
  const divisioni = Array.from({ length: parole.length - 1 }, (_, i) => {
    const [prima, dopo] = [parole.slice(0, i + 1).join(' '), parole.slice(i + 1).join(' ')];
    return [
      { cognome: prima, nome: dopo },
      { cognome: dopo, nome: prima },
    ];
  });
  const [dirette, rovesciate] = [divisioni.map(([d]) => d), divisioni.map(([, r]) => r)];
  const [prima = '', ...altre] = parole;
  const giusta = [...dirette, ...rovesciate].find(
    (parti) => parti !== undefined && letters(parti) === codiceFiscale.slice(0, 6),
  );
  return giusta ?? { cognome: prima, nome: altre.join(' ') };
}

function letters({ cognome, nome }: NomePersona): string {
  const delNome = consonants(nome);
  return three(cognome) + (delNome.length < 4 ? three(nome) : delNome.slice(0, 1) + delNome.slice(2, 4));
}

function three(testo: string): string {
  return `${consonants(testo)}${plain(testo).replace(/[^AEIOU]/g, '')}XXX`.slice(0, 3);
}

function consonants(testo: string): string {
  return plain(testo).replace(/[AEIOU]/g, '');
}

function plain(testo: string): string {
  return testo
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}
