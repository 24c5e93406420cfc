/** Throws when a newer version of the program made the database: its rows are not to be understood. */
export function checkSchemaOf(schema: number, newest: number): void {
  if (schema <= newest) return;
  throw new Error(
    `Databasen är skapad av en nyare version av programmet (schema ${schema}, programmet kan ${newest}). ` +
      'Uppgradera programmet. / The database was made by a newer version of the program: upgrade it.',
  );
}
