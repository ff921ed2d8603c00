/** The folder of the benchmarks, also for code that was bundled to another place. */
export const HERE: URL = new URL("./", import.meta.url);
