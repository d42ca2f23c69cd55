import type { Colonna } from '../righe/colonne.ts';

const FERRARI = { datore_cf: 'FRRGPP48L12D620G', datore_nome: 'Ferrari Giuseppe' };
const CONTI = { datore_cf: 'CNTNNA55E60D620Q', datore_nome: 'Conti Anna' };

/** The template's rows: invented people and rapporti, each row showing another way of filling it in. */
export const ESEMPI: readonly Partial<Record<Colonna, string>>[] = [
  {
    id: 'esempio-1',
    ...FERRARI,
    rapporto: '90000000011',
    lavoratore_cf: 'NVKLNE80D52M149V',
    lavoratore_nome: 'Novak Olena',
    trimestre: '4/2025',
    ore_settimanali: '25',
    paga_oraria: '8,00',
    assunzione: '15/09/2019',
  },
  {
    id: 'esempio-2',
    ...FERRARI,
    rapporto: '90000000022',
    lavoratore_cf: 'SNTRSL85P70M149V',
    lavoratore_nome: 'Santos Rosalinda',
    trimestre: '1/2026',
    ore_settimanali: '54',
    paga_mensile: '1250,00',
    vitto_alloggio_giorni: '6',
    associazione: 'F2',
    assunzione: '01/03/2023',
  },
  {
    id: 'esempio-3',
    ...CONTI,
    rapporto: '90000000033',
    lavoratore_cf: 'PPSDNL90R45M149R',
    lavoratore_nome: 'Popescu Daniela',
    trimestre: '1/2026',
    ore: '130,5',
    settimane: '13',
    paga_oraria: '10,50',
    tempo_determinato: 'si',
    assunzione: '2025-10-01',
  },
  {
    id: 'esempio-4',
    ...CONTI,
    rapporto: '90000000044',
    lavoratore_cf: 'DMCCRL71H48D620U',
    lavoratore_nome: 'D’Amico Carla',
    trimestre: '1/2026',
    ore_settimanali: '12',
    paga_oraria: '9,20',
    senza_cuaf: 'si',
    assunzione: '02/02/2026',
    cessazione: '13/03/2026',
  },
];
