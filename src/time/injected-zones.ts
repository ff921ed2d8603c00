import { checkKnownInstants } from "./known-instants.ts";
import { lawOfTable } from "./table-law.ts";
import { readTzif } from "./tzif.ts";
import type { OffsetSpans, ZoneSource } from "./zone.ts";
import { ZoneDataError } from "./zone-data-error.ts";
import { spansOf, type ZoneLaw } from "./zone-law.ts";

/** Time-zone data that the host brings along. */
export interface InjectedZones {
  /** tz database version, e.g. `2026f`. */
  readonly version: string;
  /** What `status()` calls this source. Default: `injected`. */
  readonly name?: string;
  /**
   * By IANA name: the bytes of a TZif file, or a table of offset spans. A table is refused when it is asked about
   * instants outside it: let it reach 400 days beyond the window on both sides.
   */
  readonly zones: { readonly [timezone: string]: Uint8Array | OffsetSpans };
}

/**
 * Zones from memory. All are read at once: throws a ZoneDataError when one is corrupt, or when the data has known
 * instants wrong.
 */
export function injectedZones({ version, name = "injected", zones }: InjectedZones): ZoneSource {
  const laws = new Map<string, ZoneLaw>();
  for (const [timezone, data] of Object.entries(zones)) {
    const label = `\`${timezone}\``;
    laws.set(timezone, isBytes(data) ? readTzif(data, label) : lawOfTable(data, label));
  }
  const names = [...laws.keys()];
  const source: ZoneSource = {
    name,
    version,
    has: (timezone) => laws.has(timezone),
    names: () => names,
    spans(timezone, from, to) {
      const law = laws.get(timezone);
      if (law !== undefined) return spansOf(law, from, to);
      throw new ZoneDataError("E_TZDATA_UNKNOWN", `the zones of the host have no time zone \`${timezone}\``);
    },
  };
  checkKnownInstants(source, (timezone, minute) => {
    const law = laws.get(timezone);
    return law !== undefined && law.from < minute && minute < law.end;
  });
  return source;
}

/** Those of another realm are as good. */
function isBytes(data: Uint8Array | OffsetSpans): data is Uint8Array {
  return ArrayBuffer.isView(data);
}
