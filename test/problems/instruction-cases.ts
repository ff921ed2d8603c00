import { error, type ProblemCase, warning } from "./problem-case.ts";
import { configuration, handoff } from "./sample.ts";

const AVAILABLE = "agent_available_instructions";
const UNAVAILABLE = "agent_unavailable_instructions";

const all = "there are `{{next_open}}`, `{{closes_at}}`, `{{hours_today}}`, `{{queue}}`";

function unavailable(text: string): unknown {
  return configuration({ handoffs: [handoff({ [UNAVAILABLE]: text })] });
}

function silent(name: string, given: unknown): ProblemCase {
  return { name, given, problems: [] };
}

function badPlaceholder(name: string, text: string, shown: string, hint: string, value: string): ProblemCase {
  const pointer = `/handoffs/0/${UNAVAILABLE}`;
  return {
    name,
    given: unavailable(text),
    problems: [error("E_PLACEHOLDER", pointer, `${shown} is no placeholder; ${hint}`, value)],
  };
}

const billing = {
  name: "Billing Support",
  [AVAILABLE]: "Call handoff_billing_support.",
};

export const instructionCases: readonly ProblemCase[] = [
  silent(
    "says nothing of every placeholder, with spaces inside or not",
    unavailable("{{queue}} opens {{ next_open }}, closes {{closes_at}}; today: {{hours_today}}."),
  ),
  silent(
    "says nothing of braces that hold no name (row 47)",
    unavailable('{{7*7}} {{}} {{ }} {queue} {{{"a":{"b":1}}} {{"queue"}} {{{{ }} }} {{a{{'),
  ),
  badPlaceholder(
    "a misspelt placeholder",
    "Back {{nextopen}}.",
    "`{{nextopen}}`",
    "did you mean `{{next_open}}`?",
    '"{{nextopen}}"',
  ),
  badPlaceholder(
    "a placeholder in capitals and with a space, said once",
    "Back {{Next Open}}, I say {{Next Open}}.",
    "`{{Next Open}}`",
    "did you mean `{{next_open}}`?",
    '"{{Next Open}}"',
  ),
  badPlaceholder(
    "a placeholder that is like none",
    "Dear {{ customer.name }}",
    "`{{customer.name}}`",
    all,
    '"{{customer.name}}"',
  ),
  {
    name: "a placeholder where none is filled in",
    given: configuration({
      handoffs: [handoff({ description: "Use until {{closes_at}}. {{other}}" })],
      topics: [{ name: "Buying", instructions: "Back {{next_open}}.", handoff_scenarios: ["Sales"] }],
      tasks: [{ name: "Order", instructions: "{{queue}}", handoffs: ["Sales"] }],
    }),
    problems: ["/handoffs/0/description", "/topics/0/instructions", "/tasks/0/instructions"].map((pointer, i) => {
      const name = ["{{closes_at}}", "{{next_open}}", "{{queue}}"][i];
      const rule = "stays as it is here; placeholders are filled in in the instructions of handoffs only";
      return warning("W_PLACEHOLDER", pointer, `\`${name}\` ${rule}`, `"${name}"`);
    }),
  },
  silent(
    "says nothing of the handoff's own function, derived or not, and of words that are no function",
    configuration({
      handoffs: [
        handoff({ [AVAILABLE]: "Call handoff_sales. my_handoff_x handoff_ handoff_[name]" }),
        handoff({ name: "日本語", function_name: "handoff_japanese", [UNAVAILABLE]: "no handoff_japanese now" }),
      ],
    }),
  ),
  {
    name: "a function that no handoff has, with the nearest, once a block (row 46)",
    given: configuration({
      handoffs: [
        handoff({ [AVAILABLE]: "Call handoff_sale, yes, handoff_sale.", [UNAVAILABLE]: "handoff_reservations" }),
      ],
    }),
    problems: [
      warning(
        "W_PROXY_REF",
        `/handoffs/0/${AVAILABLE}`,
        "mentions the function `handoff_sale`, which no handoff has; did you mean `handoff_sales`?",
        '"handoff_sale"',
      ),
      warning(
        "W_PROXY_REF",
        `/handoffs/0/${UNAVAILABLE}`,
        "mentions the function `handoff_reservations`, which no handoff has",
        '"handoff_reservations"',
      ),
    ],
  },
  {
    name: "the function of another handoff (row 46)",
    given: configuration({
      handoffs: [
        handoff({ ...billing, [AVAILABLE]: "Call handoff_billing_support_2." }),
        handoff({ ...billing, name: "Billing Support 2", [AVAILABLE]: "Call handoff_billing_support_2." }),
        handoff({ [UNAVAILABLE]: "Then handoff_billing_support." }),
      ],
    }),
    problems: [
      warning(
        "W_PROXY_REF",
        `/handoffs/0/${AVAILABLE}`,
        "mentions the function `handoff_billing_support_2`, which is that of the handoff `Billing Support 2`; did you mean `handoff_billing_support`?",
        '"handoff_billing_support_2"',
      ),
      warning(
        "W_PROXY_REF",
        `/handoffs/2/${UNAVAILABLE}`,
        "mentions the function `handoff_billing_support`, which is that of the handoff `Billing Support`",
        '"handoff_billing_support"',
      ),
    ],
  },
  {
    name: "a function in a topic and a task that is not one of theirs (row 46)",
    given: configuration({
      handoffs: [handoff(), handoff(billing)],
      topics: [
        {
          name: "Buying",
          instructions: "handoff_sales or handoff_billing_support",
          handoff_scenarios: ["Sales", "Billing Support"],
        },
        { name: "Bills", instructions: "handoff_sales", handoff_scenarios: ["Billing Support"] },
      ],
      tasks: [{ name: "Refund", instructions: "handoff_biling_support", handoffs: ["Billing Support"] }],
    }),
    problems: [
      warning(
        "W_PROXY_REF",
        "/topics/1/instructions",
        "mentions the function `handoff_sales`, which is that of the handoff `Sales`",
        '"handoff_sales"',
      ),
      warning(
        "W_PROXY_REF",
        "/tasks/0/instructions",
        "mentions the function `handoff_biling_support`, which no handoff has; did you mean `handoff_billing_support`?",
        '"handoff_biling_support"',
      ),
    ],
  },
];
