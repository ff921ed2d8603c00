import { compareVersions } from "./version-order.ts";
import type { UnusableZones, ZoneSource } from "./zone.ts";
import { asZoneDataError, forgetZones, type ZoneCandidate, zoneCandidates } from "./zone-candidates.ts";
import { ZoneDataError } from "./zone-data-error.ts";

/**
 * The newest time-zone data that this process can read and that passes the self-check: of `also`, of the operating
 * system, and of the JavaScript runtime. Of equal versions it is the first of these; one that does not tell its version
 * counts as older than any that does. Throws a ZoneDataError when none can be used.
 */
export function newestZones(also: readonly ZoneSource[] = []): ZoneSource {
  const passedOver: UnusableZones[] = [];
  const candidates: ZoneCandidate[] = [];
  for (const each of [...also.map(candidateOf), ...zoneCandidates()]) {
    if ("error" in each) passedOver.push(each);
    else candidates.push(each);
  }
  // Sorting is stable: of equal versions the first stays first.
  candidates.sort((one, other) => compareVersions(other.version, one.version));
  for (const { name, folder, open } of candidates) {
    try {
      return chosen(open(), passedOver, also);
    } catch (error) {
      passedOver.push({ name, folder, error: asZoneDataError(error) });
    }
  }
  const reasons = passedOver.map(({ name, error }) => `${name}: ${error.message}`);
  throw new ZoneDataError("E_TZDATA_NONE", `no time-zone data can be used\n  ${reasons.join("\n  ")}`);
}

/** The last choice: given out again while it is the same, so that engines share what they have read of it. */
let last: { readonly source: ZoneSource; readonly zones: ZoneSource } | undefined;

function chosen(source: ZoneSource, passedOver: readonly UnusableZones[], also: readonly ZoneSource[]): ZoneSource {
  const isPlain = passedOver.length === 0 && also.length === 0;
  if (isPlain && last?.source === source) return last.zones;
  const zones: ZoneSource = {
    name: source.name,
    version: source.version,
    folder: source.folder,
    passedOver,
    has: (timezone) => source.has(timezone),
    names: () => source.names(),
    fault: (timezone) => source.fault?.(timezone),
    spans: (timezone, from, to) => source.spans(timezone, from, to),
    reread() {
      forgetZones();
      return newestZones(also.map((each) => each.reread?.() ?? each));
    },
  };
  if (isPlain) last = { source, zones };
  return zones;
}

function candidateOf(source: ZoneSource): ZoneCandidate {
  return { name: source.name, version: source.version, folder: source.folder, open: () => source };
}
