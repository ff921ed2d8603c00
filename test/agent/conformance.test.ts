import Anthropic from "@anthropic-ai/sdk";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  type Tool,
  ToolSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { tool as aiTool, asSchema, generateText, stepCountIs, type ToolSet } from "ai";
import { MockLanguageModelV3 } from "ai/test";
import OpenAI from "openai";
import { describe, expect, it } from "vitest";
import {
  aiSdkTools,
  anthropicTool,
  createEngine,
  type FunctionTool,
  mcpTool,
  openaiChatTool,
  openaiTool,
} from "../../src/index.ts";
import { example, OPEN } from "./sample.ts";

const engine = createEngine(example("support"), { now: () => OPEN });
const tools = engine.tools();
const [billing] = tools as [FunctionTool];

/** A `fetch` without a network: keeps what was sent, and answers with this. */
function offline(answer: object) {
  const sent: { readonly [key: string]: unknown }[] = [];
  const fetch = async (_: unknown, init?: { readonly body?: unknown }) => {
    sent.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(answer), { headers: { "content-type": "application/json" } });
  };
  return { sent, fetch: fetch as typeof globalThis.fetch };
}

describe("Anthropic", () => {
  it("takes the tools as they are", async () => {
    const { sent, fetch } = offline({ id: "msg_1", type: "message", role: "assistant", content: [] });
    const client = new Anthropic({ apiKey: "none", fetch });
    const given: Anthropic.Messages.Tool[] = tools.map(anthropicTool);
    await client.messages.create({ model: "claude", max_tokens: 9, messages: [], tools: given });
    expect(sent[0]?.["tools"]).toEqual(
      tools.map(({ name, description, parameters }) => ({ name, description, input_schema: parameters })),
    );
  });
});

describe("OpenAI", () => {
  it("takes the tools in the Responses API", async () => {
    const { sent, fetch } = offline({ id: "resp_1", object: "response", output: [] });
    const client = new OpenAI({ apiKey: "none", fetch });
    const given: OpenAI.Responses.FunctionTool[] = tools.map(openaiTool);
    await client.responses.create({ model: "gpt", input: "", tools: given });
    expect(sent[0]?.["tools"]).toEqual(given);
    expect(given[0]).toMatchObject({ type: "function", name: "handoff_billing_support", strict: true });
  });

  it("and in Chat Completions", async () => {
    const { sent, fetch } = offline({ id: "chat_1", object: "chat.completion", choices: [] });
    const client = new OpenAI({ apiKey: "none", fetch });
    const given: OpenAI.Chat.ChatCompletionFunctionTool[] = tools.map(openaiChatTool);
    await client.chat.completions.create({ model: "gpt", messages: [], tools: given });
    const { type, ...definition } = openaiTool(billing);
    expect(sent[0]).toMatchObject({ tools: [{ type, function: definition }, {}, {}] });
  });
});

describe("the Model Context Protocol", () => {
  it("takes each tool by its own schema, strictly", () => {
    for (const tool of tools) {
      const given: Tool = mcpTool(tool);
      expect(ToolSchema.strict().parse(given)).toEqual(given);
    }
  });

  it("lists and calls them through a real server and client", async () => {
    const server = new Server({ name: "support", version: "1" }, { capabilities: { tools: {} } });
    server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: engine.tools().map(mcpTool) }));
    server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
      const result = engine.call(params.name, {}, params.arguments);
      return {
        content: [{ type: "text", text: JSON.stringify(result) }],
        isError: result.outcome === "wrong_arguments" || result.outcome === "unknown_function",
      };
    });
    const client = new Client({ name: "agent", version: "1" });
    const [one, other] = InMemoryTransport.createLinkedPair();
    await Promise.all([server.connect(one), client.connect(other)]);
    const { tools: listed } = await client.listTools();
    expect(listed).toEqual(tools.map(mcpTool));
    const call = async (name: string, given?: { [name: string]: unknown }) => {
      const { content, isError } = await client.callTool({ name, ...(given && { arguments: given }) });
      return { isError, result: JSON.parse((content as { text: string }[])[0]?.text ?? "") };
    };
    const wrong = await call("handoff_general_support");
    expect(wrong).toMatchObject({ isError: true, result: { outcome: "wrong_arguments" } });
    const right = await call("handoff_general_support", { summary: "A refund." });
    expect(right).toMatchObject({
      isError: false,
      result: { outcome: "transfer", arguments: { summary: "A refund." } },
    });
    const unknown = await call("handoff_general_suport");
    expect(unknown).toMatchObject({ isError: true, result: { nearest: ["handoff_general_support"] } });
    await client.close();
  });
});

describe("the AI SDK", () => {
  it("reads the schema, and checks by it", async () => {
    const given: ToolSet = aiSdkTools(tools);
    expect(Object.keys(given)).toEqual(tools.map(({ name }) => name));
    const schema = asSchema(given["handoff_billing_support"]?.inputSchema);
    expect(await schema.jsonSchema).toEqual(billing.parameters);
    const right = { account_number: "0123456789", reason: "A refund." };
    expect(await schema.validate?.(right)).toEqual({ success: true, value: right });
    expect(await schema.validate?.({ account_number: "1" })).toMatchObject({ success: false });
  });

  it("runs the whole loop: the model calls, the engine decides, the model reads the result", async () => {
    const usage = {
      inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
      outputTokens: { total: 1, text: 1, reasoning: 0 },
    };
    const call = {
      type: "tool-call" as const,
      toolCallId: "call_1",
      toolName: "handoff_general_support",
      input: JSON.stringify({ summary: "A refund.", callback_number: null }),
    };
    const steps = [
      { content: [call], finishReason: { unified: "tool-calls" as const, raw: undefined }, usage, warnings: [] },
      {
        content: [{ type: "text" as const, text: "Connecting you." }],
        finishReason: { unified: "stop" as const, raw: undefined },
        usage,
        warnings: [],
      },
    ];
    const model = new MockLanguageModelV3({ doGenerate: steps });
    const withExecute = Object.fromEntries(
      Object.entries(aiSdkTools(tools)).map(([name, given]) => [
        name,
        aiTool({ ...given, execute: async (input) => engine.call(name, {}, input) }),
      ]),
    );
    const { text, steps: done } = await generateText({
      model,
      prompt: "I want a person.",
      tools: withExecute,
      stopWhen: stepCountIs(2),
    });
    expect(text).toBe("Connecting you.");
    expect(done[0]?.toolResults[0]?.output).toMatchObject({
      outcome: "transfer",
      queue: "General Phoenix",
      arguments: { summary: "A refund." },
    });
    expect(model.doGenerateCalls[0]?.tools?.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  });
});
