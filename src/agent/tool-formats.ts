import type { FunctionTool } from "./function-tool.ts";
import { type StrictObstacle, strictParameters } from "./openai-strict.ts";
import { type StandardSchema, standardSchema } from "./standard-schema.ts";

/** Not read-only, as in the types of the makers' own packages. */
type Schema = { type: "object"; [keyword: string]: unknown };

/** For `tools` of Anthropic's Messages API. */
export interface AnthropicTool {
  name: string;
  description: string;
  input_schema: Schema;
}

/** For `tools` of OpenAI's Responses API. */
export interface OpenAITool {
  type: "function";
  name: string;
  description: string;
  parameters: Schema;
  strict: boolean;
}

/** For `tools` of OpenAI's Chat Completions API, and of what is compatible with it. */
export interface OpenAIChatTool {
  type: "function";
  function: Omit<OpenAITool, "type">;
}

/** For `tools/list` of the Model Context Protocol. */
export interface McpTool {
  name: string;
  description: string;
  inputSchema: Schema;
}

/** For `tools` of the AI SDK, by name: its input is a Standard Schema with JSON Schema. */
export interface AiSdkTool {
  description: string;
  inputSchema: StandardSchema;
}

/** For Anthropic's Messages API; the parameters are as they were written. */
export function anthropicTool({ name, description, parameters }: FunctionTool): AnthropicTool {
  return { name, description, input_schema: { ...parameters } };
}

/** Strict where the parameters allow it without loss, see `openaiStrictObstacles`; otherwise they are left as they are. */
export function openaiTool({ name, description, parameters }: FunctionTool): OpenAITool {
  const strict = strictParameters(parameters);
  const isStrict = "parameters" in strict;
  return {
    type: "function",
    name,
    description,
    parameters: { ...(isStrict ? strict.parameters : parameters) },
    strict: isStrict,
  };
}

/** As `openaiTool`, in the form of Chat Completions. */
export function openaiChatTool(tool: FunctionTool): OpenAIChatTool {
  const { type, ...definition } = openaiTool(tool);
  return { type, function: definition };
}

/** Why `openaiTool` leaves strict mode off; empty when it is on. */
export function openaiStrictObstacles({ parameters }: FunctionTool): readonly StrictObstacle[] {
  const strict = strictParameters(parameters);
  return "obstacles" in strict ? strict.obstacles : [];
}

/** For a server of the Model Context Protocol; the parameters are as they were written. */
export function mcpTool({ name, description, parameters }: FunctionTool): McpTool {
  return { name, description, inputSchema: { ...parameters } };
}

/** The tools by name, as `generateText` and its like take them; give each an `execute` that calls the engine. */
export function aiSdkTools(tools: readonly FunctionTool[]): { [name: string]: AiSdkTool } {
  return Object.fromEntries(
    tools.map(({ name, description, parameters }) => [name, { description, inputSchema: standardSchema(parameters) }]),
  );
}
