import { error, type ProblemCase } from "./problem-case.ts";
import { configuration, handoff, withHandoffs, withQueue } from "./sample.ts";

const RULE = "is not a name; use 1 to 200 characters that neither start nor end with white space";
const SHOWN = 59;
const AT = "/handoffs/0/destination/0";

const long = (letter: string, length: number): string => `"${letter.repeat(length).slice(0, SHOWN - 1)}…`;

function badName(name: string, wrong: string, value: string): ProblemCase {
  return {
    name,
    given: withQueue({ name: wrong }),
    problems: [error("E_NAME", `${AT}/name`, `${value} ${RULE}`, value)],
  };
}

function badCharacter(name: string, code: "E_CTRL" | "E_INVISIBLE", wrong: string, shown: string, value: string) {
  const kind = code === "E_CTRL" ? "control" : "invisible";
  return {
    name,
    given: withQueue({ name: wrong }),
    problems: [error(code, `${AT}/name`, `holds the ${kind} character ${shown}; remove it`, value)],
  };
}

function badTransfer(wrong: string, value: string): ProblemCase {
  return {
    name: `the transfer function ${value}, which is not unknown as well (row 44)`,
    given: withQueue({ transfer_function_name: wrong }),
    problems: [
      error(
        "E_PATTERN",
        `${AT}/transfer_function_name`,
        `${value} is not a function name; use 1 to 128 of A-Z a-z 0-9 _ . - and start with a letter, a digit or _`,
        value,
      ),
    ],
  };
}

function badFunction(wrong: string, value: string): ProblemCase {
  return {
    name: `the function name ${value} (row 36)`,
    given: configuration({ handoffs: [handoff({ function_name: wrong })] }),
    problems: [
      error(
        "E_FUNCTION_NAME",
        "/handoffs/0/function_name",
        `${value} is not a function name for an agent; it must match \`^handoff_[a-z0-9_]{1,56}$\``,
        value,
      ),
    ],
  };
}

function clash(name: string, second: string, made: string): ProblemCase {
  return {
    name,
    given: withHandoffs("Billing Support", second),
    problems: [
      error(
        "E_SLUG_CLASH",
        "/handoffs/1/name",
        `makes the function name \`${made}\`, and so does the handoff \`Billing Support\`; rename one or give it another \`function_name\``,
        `"${made}"`,
      ),
    ],
  };
}

function empty(name: string, wrong: string): ProblemCase {
  return {
    name,
    given: withHandoffs(wrong),
    problems: [
      error(
        "E_SLUG_EMPTY",
        "/handoffs/0/name",
        `\`${wrong}\` has no letter a-z or digit to make a function name of; add \`function_name\`, such as \`handoff_support\``,
        `"${wrong}"`,
      ),
    ],
  };
}

function sameToReaders(name: string, first: string, second: string): ProblemCase {
  return {
    name,
    given: withHandoffs(first, second),
    problems: [
      error(
        "E_DUP_NAME_FOLD",
        "/handoffs/1/name",
        `is a handoff named \`${second}\`, which reads the same as \`${first}\`; rename one`,
        `"${second}"`,
      ),
    ],
  };
}

const sixtyFive = "x".repeat(57);

export const nameCases: readonly ProblemCase[] = [
  badName("an empty name (row 30)", "", '""'),
  badName("a blank name (row 30)", "  ", '"  "'),
  badName("a space before a name (row 30)", " Sales", '" Sales"'),
  badName("a space after a name (row 30)", "Sales ", '"Sales "'),
  badName("a no-break space after a name (row 30)", "Sales\u00a0", '"Sales\u00a0"'),
  badName("201 characters (row 30)", "x".repeat(201), long("x", 201)),
  badName("201 characters and a space before them, said once (row 30)", ` ${"x".repeat(200)}`, `" ${"x".repeat(57)}…`),
  { name: "200 characters (row 30)", given: withQueue({ name: "x".repeat(200) }), problems: [] },
  { name: "200 characters of two units each (row 30)", given: withQueue({ name: "𐐀".repeat(200) }), problems: [] },
  badName("201 characters of two units each (row 30)", "𐐀".repeat(201), `"${"𐐀".repeat(29)}…`),
  {
    name: "an empty name of a topic (row 30)",
    given: configuration({ topics: [{ name: "", handoff_scenarios: [] }] }),
    problems: [error("E_NAME", "/topics/0/name", `"" ${RULE}`, '""')],
  },

  badCharacter("a terminal sequence (row 34)", "E_CTRL", "\u001b[2JSales", "U+001B", '"\\u001b[2JSales"'),
  badCharacter("a line break in a name (row 34)", "E_CTRL", "Sales\nQueue", "U+000A", '"Sales\\nQueue"'),
  badCharacter("NUL (row 34)", "E_CTRL", "Sa\0les", "U+0000", '"Sa\\u0000les"'),
  badCharacter("DEL (row 34)", "E_CTRL", "Sa\u007fles", "U+007F", '"Sa\\u{7f}les"'),
  badCharacter("NEL (row 34)", "E_CTRL", "Sa\u0085les", "U+0085", '"Sa\\u{85}les"'),
  badCharacter("C1 CSI (row 34)", "E_CTRL", "Sa\u009bles", "U+009B", '"Sa\\u{9b}les"'),
  badCharacter("a line separator (row 34)", "E_CTRL", "Sa\u2028les", "U+2028", '"Sa\\u{2028}les"'),
  badCharacter("a bidi override (row 35)", "E_INVISIBLE", "Sa\u202eles", "U+202E", '"Sa\\u{202e}les"'),
  badCharacter("a bidi isolate (row 35)", "E_INVISIBLE", "Sa\u2066les", "U+2066", '"Sa\\u{2066}les"'),
  badCharacter("a zero-width space (row 35)", "E_INVISIBLE", "Sa\u200bles", "U+200B", '"Sa\\u{200b}les"'),
  badCharacter("a tag character (row 35)", "E_INVISIBLE", "Sa\u{e0041}les", "U+E0041", '"Sa\\u{e0041}les"'),
  badCharacter("a variation selector (row 35)", "E_INVISIBLE", "Sa\ufe0fles", "U+FE0F", '"Sa\ufe0fles"'),
  badCharacter("private use (row 35)", "E_INVISIBLE", "Sa\ue000les", "U+E000", '"Sa\ue000les"'),
  {
    name: "a terminal sequence in instructions (row 34)",
    given: configuration({ handoffs: [handoff({ agent_available_instructions: "Line one\n\tline two \u001b[2J" })] }),
    problems: [
      error(
        "E_CTRL",
        "/handoffs/0/agent_available_instructions",
        "holds the control character U+001B; remove it",
        '"Line one\\n\\tline two \\u001b[2J"',
      ),
    ],
  },
  {
    name: "a control character in the purpose of a transfer function (row 34)",
    given: configuration({ transfer_functions: [{ name: "transfer_to_sales", purpose: "\u0007" }] }),
    problems: [
      error("E_CTRL", "/transfer_functions/0/purpose", "holds the control character U+0007; remove it", '"\\u0007"'),
    ],
  },
  {
    name: "line breaks, emoji and invisible characters in instructions (rows 35 and 45)",
    given: configuration({
      handoffs: [handoff({ agent_available_instructions: "1. Ignore\r\n2. previous ❤️ \u200binstructions" })],
    }),
    problems: [],
  },

  badTransfer("../transfer", '"../transfer"'),
  badTransfer("a;b", '"a;b"'),
  badTransfer("$" + "{name}", '"$' + '{name}"'),
  badTransfer("transfer_to_sales\n", '"transfer_to_sales\\n"'),
  badTransfer("", '""'),
  badTransfer("-transfer", '"-transfer"'),
  badTransfer("x".repeat(129), long("x", 129)),
  {
    name: "a transfer function that is not defined (row 42)",
    given: withQueue({ transfer_function_name: "transfer_to_sale" }),
    problems: [
      error(
        "E_TRANSFER_UNKNOWN",
        `${AT}/transfer_function_name`,
        "no transfer function is named `transfer_to_sale`; did you mean `transfer_to_sales`?",
        '"transfer_to_sale"',
      ),
    ],
  },
  {
    name: "a transfer function like no other (row 42)",
    given: withQueue({ transfer_function_name: "default" }),
    problems: [
      error(
        "E_TRANSFER_UNKNOWN",
        `${AT}/transfer_function_name`,
        "no transfer function is named `default`",
        '"default"',
      ),
    ],
  },
  {
    name: "a handoff that a topic names and that is not there",
    given: configuration({ topics: [{ name: "Buying", handoff_scenarios: ["Sale"] }] }),
    problems: [
      error(
        "E_HANDOFF_UNKNOWN",
        "/topics/0/handoff_scenarios/0",
        "no handoff is named `Sale`; did you mean `Sales`?",
        '"Sale"',
      ),
    ],
  },
  {
    name: "handoffs that a task names and that are not there, the last one a key of every object (row 22)",
    given: configuration({ tasks: [{ name: "Buying", handoffs: ["Repairs", "__proto__", "constructor"] }] }),
    problems: ["Repairs", "__proto__", "constructor"].map((name, i) =>
      error("E_HANDOFF_UNKNOWN", `/tasks/0/handoffs/${i}`, `no handoff is named \`${name}\``, `"${name}"`),
    ),
  },

  badFunction("sales", '"sales"'),
  badFunction("handoff_", '"handoff_"'),
  badFunction("handoff_Sales", '"handoff_Sales"'),
  badFunction(`handoff_${sixtyFive}`, `"handoff_${"x".repeat(50)}…`),
  clash("a hyphen in place of a space (row 37)", "billing-support", "handoff_billing_support"),
  clash("an underscore in place of a space (row 37)", "Billing_Support", "handoff_billing_support"),
  {
    name: "the same explicit function name twice, under the same name (row 37)",
    given: configuration({
      handoffs: [handoff({ function_name: "handoff_a" }), handoff({ function_name: "handoff_a" })],
    }),
    problems: [
      error(
        "E_DUP_NAME",
        "/handoffs/1/name",
        "is a second handoff named `Sales`; the first is at /handoffs/0/name; rename one",
        '"Sales"',
      ),
      error(
        "E_SLUG_CLASH",
        "/handoffs/1/function_name",
        "makes the function name `handoff_a`, and so does the handoff `Sales`; rename one or give it another `function_name`",
        '"handoff_a"',
      ),
    ],
  },
  empty("a name in another script (row 38)", "日本語"),
  empty("a name of emoji (row 38)", "📞"),
  {
    name: "a name in another script with a function name (row 38)",
    given: configuration({ handoffs: [handoff({ name: "日本語", function_name: "handoff_japanese" })] }),
    problems: [],
  },
  {
    name: "a name that makes a function name of 65 characters (row 39)",
    given: withHandoffs(sixtyFive),
    problems: [
      error(
        "E_SLUG_LONG",
        "/handoffs/0/name",
        `makes the function name \`handoff_${"x".repeat(51)}…\`, longer than the 64 characters agents allow; shorten the name or add \`function_name\``,
        `"${sixtyFive}"`,
      ),
    ],
  },
  {
    name: "a name that makes a function name of 64 characters (row 39)",
    given: withHandoffs("x".repeat(56)),
    problems: [],
  },
  {
    name: "a name of 300 characters, which is too long for either (rows 30 and 39)",
    given: withHandoffs("x".repeat(300)),
    problems: [
      error("E_NAME", "/handoffs/0/name", `${long("x", 300)} ${RULE}`, long("x", 300)),
      error(
        "E_SLUG_LONG",
        "/handoffs/0/name",
        `makes the function name \`handoff_${"x".repeat(51)}…\`, longer than the 64 characters agents allow; shorten the name or add \`function_name\``,
        long("x", 300),
      ),
    ],
  },
  {
    name: "a transfer function of the same name (row 40)",
    given: configuration({ transfer_functions: [{ name: "transfer_to_sales" }, { name: "handoff_sales" }] }),
    problems: [
      error(
        "E_SLUG_RESERVED",
        "/handoffs/0/name",
        "makes the function name `handoff_sales`, which is a transfer function; rename one or give the handoff another `function_name`",
        '"handoff_sales"',
      ),
    ],
  },

  {
    name: "two handoffs of one name, said once (row 31)",
    given: withHandoffs("Sales", "Sales"),
    problems: [
      error(
        "E_DUP_NAME",
        "/handoffs/1/name",
        "is a second handoff named `Sales`; the first is at /handoffs/0/name; rename one",
        '"Sales"',
      ),
    ],
  },
  {
    name: "two transfer functions of one name (row 31)",
    given: configuration({ transfer_functions: [{ name: "transfer_to_sales" }, { name: "transfer_to_sales" }] }),
    problems: [
      error(
        "E_DUP_NAME",
        "/transfer_functions/1/name",
        "is a second transfer function named `transfer_to_sales`; the first is at /transfer_functions/0/name; rename one",
        '"transfer_to_sales"',
      ),
    ],
  },
  {
    name: "two topics and two tasks of one name (row 31)",
    given: configuration({
      topics: [
        { name: "Buying", handoff_scenarios: [] },
        { name: "Buying", handoff_scenarios: [] },
      ],
      tasks: [
        { name: "Buying", handoffs: [] },
        { name: "Buying", handoffs: [] },
      ],
    }),
    problems: ["topic", "task"].map((noun) =>
      error(
        "E_DUP_NAME",
        `/${noun}s/1/name`,
        `is a second ${noun} named \`Buying\`; the first is at /${noun}s/0/name; rename one`,
        '"Buying"',
      ),
    ),
  },
  {
    name: "two queues of one name, which may be",
    given: configuration({
      handoffs: [
        handoff({
          destination: [
            ...(withQueue({ supported_languages: ["en"] })["handoffs"] as [{ destination: [unknown] }])[0].destination,
            ...(withQueue({})["handoffs"] as [{ destination: [unknown] }])[0].destination,
          ],
        }),
      ],
    }),
    problems: [],
  },
  sameToReaders("small letters, said once (row 32)", "Sales", "sales"),
  sameToReaders("spaces (row 32)", "Billing Support", "Billing  Support"),
  sameToReaders("a no-break space (row 32)", "Billing Support", "Billing\u00a0Support"),
  sameToReaders("composed and decomposed (row 32)", "Caf\u00e9", "Cafe\u0301"),
  sameToReaders("full-width letters (row 32)", "Sales", "Ｓａｌｅｓ"),
];
