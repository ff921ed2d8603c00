/** What a script learns from a command. */
export const EXIT = {
  /** Yes: available, sound, covered, the same. */
  yes: 0,
  /** No, or there are problems. */
  no: 1,
  /** The command line is wrong. */
  usage: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
