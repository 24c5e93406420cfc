/** Minutes of a made-up municipality, as text. */
export const protokoll = (kommun: string, number = '2031/00017'): string => `${kommun}
Fritidsnämnden                          PROTOKOLL
                                        2031-03-10

§ 14  Ny bassängtaxa för badhuset
Dnr ${number}

Beslut
Fritidsnämnden föreslår kommunstyrelsen besluta

att anta ny taxa för badhuset från den 1 juli 2031.

Yrkanden
Alva Strandmark (S) yrkar avslag på förslaget.

Beslutet skickas till
Badhusenheten
`;
