/** A table as it is called in the room: `5` → `5 号桌`, `包间3` stays as it is. */
export function formatTable(table: string): string {
  return /^[A-Za-z0-9-]+$/.test(table) ? `${table} 号桌` : table
}
