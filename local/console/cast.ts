/** Somebody whose phone can be shown: `note` says in a few words what is special about him. */
export interface Person {
  openid: string
  name: string
  note?: string
}

/** Who and what there is in the restaurant that the console shows. */
export interface Cast {
  restaurant: { name: string }
  branches: { id: string; name: string; tables: string[] }[]
  diners: Person[]
  cashier: Person
  manager: Person
  /** Takes the manager's phone when he is chosen. */
  owner: Person
}
