import { expect, it } from "vitest";
import type { HandoffConfiguration } from "../src/config/types.ts";
import { amendRoutingTable, NEW } from "../src/resolve/amend-routing-table.ts";
import { buildRoutingTable } from "../src/resolve/build-routing-table.ts";

it("joins the answers of more stretches than a function takes arguments", () => {
  const handoff = (name: string): HandoffConfiguration => ({
    name,
    description: "",
    agent_available_instructions: "Offer.",
    agent_unavailable_instructions: "Closed.",
    destination: [],
  });
  const noQueues = () => 0;
  const [kept, added] = [handoff("Kept"), handoff("Added")];
  const length = 300_000;
  const before = buildRoutingTable(
    Array.from({ length }, () => kept),
    noQueues,
  );
  const handoffs = Array.from({ length }, (_, h) => (h % 2 === 0 ? kept : added));
  const origins = Int32Array.from(handoffs, (one, h) => (one === kept ? h : NEW));
  const { answers } = amendRoutingTable(before, handoffs, origins, noQueues);
  expect(answers.slice(0, 2).map(({ handoff }) => handoff)).toEqual(["Kept", "Added"]);
  expect(answers).toHaveLength(length);
});
