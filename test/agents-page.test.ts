import { readFileSync } from "node:fs";
import Anthropic from "@anthropic-ai/sdk";
import { describe, expect, it } from "vitest";
import { ARGUMENT_TEXTS } from "../src/agent/argument-problem.ts";
import { PHRASES } from "../src/agent/phrases.ts";
import { PROBLEM_TEXTS } from "../src/config/problem.ts";
import * as api from "../src/index.ts";
import { example, OPEN } from "./agent/sample.ts";

const pageOf = (name: string) => readFileSync(new URL(`../docs/${name}.md`, import.meta.url), "utf8");

const page = pageOf("agents");
const snippets = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1] as string);
const [loop = "", turn = "", hold = "", openai = "", mcp = "", aiSdk = ""] = snippets;

/** A block of JSON by the comment that stands before it. */
function block(name: string) {
  const found = new RegExp(`<!-- ${name} -->\\n\`\`\`json\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page);
  return JSON.parse(found?.[1] ?? "");
}

/** Runs a snippet as it stands, with the names that its surrounding text introduces; gives one of its own. */
function run(snippet: string, names: { readonly [name: string]: unknown }, wanted: string): unknown {
  const body = `${snippet.replace(/^import .*$/gm, "")}\nreturn ${wanted};`;
  return new Function(...Object.keys(names), body)(...Object.values(names));
}

const configuration = example("billing-topic");
const engineAt = (at: number) => api.createEngine(configuration, { now: () => at });

/** Five past five in the afternoon. */
const LATE = Date.parse("2026-12-08T01:05:00Z");

describe("docs/agents.md", () => {
  it("shows the loop as it runs", () => {
    const engine = engineAt(OPEN);
    expect(run(loop, { engine }, "result")).toMatchObject({ outcome: "transfer" });
    expect(run(loop, { engine }, "text")).toBe("We are open and close today, 5:00 PM Pacific Time.");
    const [tool] = engine.tools();
    expect(JSON.parse(/^```json\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "")).toEqual(tool);
  });

  it("shows an exchange as it happens: what is sent, what comes back, and what the engine says", async () => {
    const responses = ["first response", "second response", "third response"].map(block);
    const sent: { readonly [key: string]: unknown }[] = [];
    const fetch = async (_: unknown, init?: { readonly body?: unknown }) => {
      sent.push(JSON.parse(String(init?.body)));
      const answer = { id: "msg", type: "message", role: "assistant", ...responses[sent.length - 1] };
      return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
    };
    class Client extends Anthropic {
      constructor() {
        super({ apiKey: "none", fetch: fetch as typeof globalThis.fetch });
      }
    }
    const createEngine = () => engineAt(OPEN);
    const names = { ...api, createEngine, Anthropic: Client, configuration };
    const answer = run(turn, names, "turn") as (
      model: string,
      messages: unknown[],
      request: object,
    ) => Promise<unknown>;
    const messages: unknown[] = block("first request").messages;
    expect(await answer("claude", messages, {})).toEqual(responses[1].content);
    const { model: _, max_tokens, ...rest } = sent[0] ?? {};
    const tools = engineAt(OPEN).tools().map(api.anthropicTool);
    expect(rest).toEqual({ ...block("first request"), tools });
    const back = sent[1]?.["messages"] as { readonly content: readonly { readonly content: string }[] }[];
    expect(back.at(-1)?.content[0]).toMatchObject({ type: "tool_result", tool_use_id: "toolu_01", is_error: true });
    expect(JSON.parse(back.at(-1)?.content[0]?.content ?? "")).toEqual(block("first result"));
    messages.push({ role: "user", content: "0012345678" });
    expect(JSON.parse(JSON.stringify(await answer("claude", messages, {})))).toEqual(block("directive"));
    expect(sent).toHaveLength(3);
  });

  it("shows the refusal as it would be", () => {
    const [call] = block("third response").content;
    const refused = JSON.parse(JSON.stringify(engineAt(LATE).call(call.name, {}, call.input)));
    delete refused.briefing.facts;
    expect(refused).toEqual(block("refusal"));
    expect(
      engineAt(LATE)
        .tools()
        .map(({ name }) => name),
    ).toEqual(["handoff_general_support"]);
  });

  it("shows a hold that holds", () => {
    const engine = engineAt(OPEN);
    const since = Date.parse("2026-12-08T00:59:50Z");
    expect(run(hold, { engine }, "held")).toMatchObject({
      outcome: "transfer",
      hold: { since, until: since + 60_000 },
    });
  });

  it("shows other makers' tools as they run", async () => {
    const engine = engineAt(OPEN);
    const given = { summary: "A refund." };
    const item = {
      type: "function_call",
      name: "handoff_general_support",
      call_id: "1",
      arguments: JSON.stringify(given),
    };
    const input: { readonly output: string }[] = [];
    const names = { ...api, engine, request: {}, input, response: { output: [{ type: "message" }, item] } };
    expect(run(openai, names, "tools")).toHaveLength(2);
    expect(input.map(({ output }) => JSON.parse(output).outcome)).toEqual(["transfer"]);

    const handlers = new Map<string, (asked: object) => object>();
    const server = {
      setRequestHandler: (name: string, handle: (asked: object) => object) => handlers.set(name, handle),
    };
    const schemas = { ListToolsRequestSchema: "list", CallToolRequestSchema: "call" };
    run(mcp, { ...api, engine, request: {}, server, ...schemas }, "server");
    expect(handlers.get("list")?.({})).toMatchObject({ tools: [{}, {}] });
    const params = { name: "handoff_general_support", arguments: given };
    expect(handlers.get("call")?.({ params })).toMatchObject({ isError: false, content: [{ type: "text" }] });

    const tools = run(aiSdk, { ...api, engine, request: {} }, "tools") as {
      readonly [name: string]: { readonly execute: (input: object) => Promise<object> };
    };
    expect(await tools["handoff_general_support"]?.execute(given)).toMatchObject({ outcome: "transfer" });
  });

  it("lists every code of a problem, and every language", () => {
    for (const code of Object.keys(ARGUMENT_TEXTS)) expect(page).toContain(`| \`${code}\` `);
    const names = new Intl.DisplayNames("en", { type: "language" });
    for (const language of Object.keys(PHRASES)) expect(page).toContain(names.of(language));
  });
});

describe("docs/configuration.md", () => {
  it("lists every code", () => {
    const codes = [...pageOf("configuration").matchAll(/^\| `([EW]_\w+)` /gm)].map((match) => match[1]);
    expect(codes.sort()).toEqual(Object.keys(PROBLEM_TEXTS).sort());
  });
});
