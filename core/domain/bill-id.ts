/** Names a bill in the whole house: `jingan.0042`. A number is the till's own, unique in its branch. */
export const billIdOf = ({ branch, bill }: { branch: string; bill: string }): string => `${branch}.${bill}`
