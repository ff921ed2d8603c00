/** The command line is wrong: exit code 2. */
export class UsageError extends Error {}

/** What was asked for cannot be done, for a reason outside of the configuration: exit code 1. */
export class Failure extends Error {}
