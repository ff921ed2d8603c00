/** FC_SEED=… repeats a run. */
export const SEED: number = Number(process.env["FC_SEED"] ?? Date.now() % 2 ** 31);

console.log(`FC_SEED=${SEED}`);
