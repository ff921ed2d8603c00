import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemZones } from "../../src/index.ts";
import { zoneFolder } from "../zones/zone-folder.ts";
import { built, folderOf, handoff } from "./session.ts";

const AT = ["--at", "2026-12-01T10:00:00-05:00"];
const paris = () =>
  folderOf({
    "paris.json": JSON.stringify([
      {
        name: "Paris",
        type: "Agent_queue",
        enabled: true,
        open_24: false,
        weekly_hours: { mon: [{ start: "09:00", end: "17:00" }] },
        timezone: "Europe/Paris",
        transfer_function_name: "transfer",
      },
    ]),
  })("paris.json");

/** A release by which France has no daylight saving time any more: Algiers has had none since 1981. */
function nextRelease(): string {
  const algiers = readFileSync(join(systemZones().folder as string, "Africa/Algiers"));
  return zoneFolder({ "Europe/Paris": algiers, "+VERSION": "2099a\n" });
}

describe("zones", () => {
  it("prints the clocks of the queues, and what other data says of them", async () => {
    const folder = nextRelease();
    const { code, out, err } = await handoff(["zones", paris(), "--against", folder, ...AT]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(
      out
        .replaceAll(folder, "FOLDER")
        .replace(/(\S) {2,}/g, "$1  ")
        .replace(/-{3,}/g, "---"),
    ).toMatchInlineSnapshot(`
      "tz database VERSION (SOURCE), at 2026-12-01T15:00:00Z, 1 zone

        zone  queues  its clock  changes next
        ---  ---  ---  ---
        Europe/Paris  1  Tue 2026-12-01 16:00 +01:00  Sun 2027-03-28 +01:00 to +02:00 (gap)

      Compared over 2026-11-24 up to 2028-01-06:

        other data  tz database  says of the zones in use  queues that move
        ---  ---  ---  ---
        folder FOLDER  2099a  Europe/Paris differs from 2027-03-28T01:00:00Z on  1

      By folder FOLDER 2099a, 1 queue would be open at other instants:
        default / Paris (Europe/Paris): 2027-03-29, 2027-04-05, 2027-04-12, 2027-04-19, 2027-04-26 and 26 dates more
      "
    `);
  });

  it("exits with 1 where that is asked for: a queue would move, or data cannot be read", () => {
    const folder = nextRelease();
    expect(built(["zones", paris(), "--against", folder, "--check", ...AT]).code).toBe(1);
    expect(built(["zones", paris(), "--against", join(folder, "none"), "--check", ...AT]).code).toBe(1);
    expect(built(["zones", paris(), "--against", join(folder, "none"), ...AT]).code).toBe(0);
    expect(built(["zones", paris(), "--against", systemZones().folder as string, "--check", ...AT]).code).toBe(0);
  });

  it("tells all of it as data", async () => {
    const folder = nextRelease();
    const { out } = await handoff(["zones", paris(), "--against", folder, "--json", ...AT]);
    const { zones, compared } = JSON.parse(out);
    expect(zones).toEqual([
      {
        timezone: "Europe/Paris",
        queues: 1,
        clock: "Tue 2026-12-01 16:00 +01:00",
        next_transition: { at: "2027-03-28T01:00:00Z", kind: "gap", before: "+01:00", after: "+02:00" },
      },
    ]);
    expect(compared).toMatchObject({
      window: { from: "2026-11-24T00:00:00Z", to: "2028-01-06T00:00:00Z" },
      others: [
        {
          ...{ name: "folder", version: "2099a", folder, error: null, missing: [] },
          zones: [{ timezone: "Europe/Paris", first: "2027-03-28T01:00:00Z" }],
          queues: [{ handoff: "default", queue: "Paris", index: 0 }],
        },
      ],
    });
    expect(compared.others[0].queues[0].intervals[0]).toEqual({
      start: "2027-03-29T07:00:00Z",
      end: "2027-03-29T08:00:00Z",
      open: false,
    });
  });
});
