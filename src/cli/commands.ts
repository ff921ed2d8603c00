import type { CommandEntry } from "./command.ts";

/** In the order of the help: first what one begins with. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "overview",
    summary: "print what an agent gets from each handoff now (what a bare FILE does)",
    load: async () => (await import("./overview.ts")).overviewCommand,
  },
  {
    name: "validate",
    summary: "find every problem in a configuration, with its place and its fix",
    load: async () => (await import("./validate.ts")).validateCommand,
  },
  {
    name: "resolve",
    summary: "say which queue is open, and what the agent says and calls",
    load: async () => (await import("./resolve.ts")).resolveCommand,
  },
  {
    name: "explain",
    summary: "say why: every queue, its verdict and the rule that decided",
    load: async () => (await import("./explain.ts")).explainCommand,
  },
  {
    name: "next",
    summary: "say when the answer changes next, and to what",
    load: async () => (await import("./next.ts")).nextCommand,
  },
  {
    name: "hours",
    summary: "draw a week or a month: which queue serves, and when each is open",
    load: async () => (await import("./hours.ts")).hoursCommand,
  },
  {
    name: "coverage",
    summary: "tell when no queue serves, and hold hours as policy",
    load: async () => (await import("./coverage.ts")).coverageCommand,
  },
  {
    name: "test",
    summary: "hold expectations against a configuration",
    load: async () => (await import("./test.ts")).testCommand,
  },
  {
    name: "diff",
    summary: "tell what an edit changes in meaning",
    load: async () => (await import("./diff.ts")).diffCommand,
  },
  {
    name: "export",
    summary: "write hours as iCalendar, schema.org or SQL",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    name: "zones",
    summary: "print the time-zone data, and the clocks of the configured queues",
    load: async () => (await import("./zones.ts")).zonesCommand,
  },
  {
    name: "compile",
    summary: "write a snapshot, which the runtime answers from",
    load: async () => (await import("./compile.ts")).compileCommand,
  },
  {
    name: "inspect",
    summary: "check a snapshot and print what it was made from",
    load: async () => (await import("./inspect.ts")).inspectCommand,
  },
  {
    name: "import",
    summary: "bring in holidays, and hours that were written elsewhere",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    name: "init",
    summary: "write a configuration to begin with",
    load: async () => (await import("./init.ts")).initCommand,
  },
  {
    name: "completion",
    summary: "print a script that completes commands in a shell",
    load: async () => (await import("./completion.ts")).completionCommand,
  },
];

/** `handoff FILE` without a command. */
export const BARE = "overview";
