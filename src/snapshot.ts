import { configurationHash } from "./config/configuration-hash.ts";
import { ALIASES, LIKELY_REGIONS } from "./config/language-aliases.ts";
import type { Configuration } from "./config/types.ts";
import { inForce, type KeptClosures, within } from "./kept-closures.ts";
import { buildRoutes } from "./resolve/build-routing-table.ts";
import type { Closure } from "./resolve/closure.ts";
import { compileClosures, NO_CLOSURES } from "./resolve/closures.ts";
import { nameSlots } from "./resolve/name-slots.ts";
import { functionNameOf } from "./resolve/resolution.ts";
import { NO_TRANSFER, SECTION_COUNT, SECTIONS } from "./resolve/snapshot-tables.ts";
import { Texts } from "./resolve/texts.ts";
import { CutSchedules } from "./schedule/cut-schedules.ts";
import { ScheduleNumbers } from "./schedule/schedule-numbers.ts";
import { closeRoutes } from "./snapshot-closures.ts";
import { writeOffsets } from "./snapshot-offsets.ts";
import { indexes } from "./state.ts";
import { MS_PER_DAY } from "./time/instant.ts";
import type { ZoneSource } from "./time/zone.ts";
import { zoneData } from "./time/zone-data.ts";
import { type Section, writeSections } from "./tree/sections.ts";
import { TreeBuilder, type Window } from "./tree/tree-builder.ts";
import { endOf } from "./window.ts";

/**
 * A configuration, and what is closed of it by hand, compiled into one buffer. Made from the configuration anew, so that
 * equal inputs give equal bytes, however long the engine has been rolling and whatever it served before.
 */
export function makeSnapshot(
  configuration: Configuration,
  zones: ZoneSource,
  window: Window,
  kept: KeptClosures,
  now: number,
): Uint8Array<ArrayBuffer> {
  const { handoffs } = configuration;
  const numbers = new ScheduleNumbers();
  const built = buildRoutes(handoffs, (queue) => numbers.numberOf(queue));
  const cut = new CutSchedules(numbers.schedules);
  const felt = within(kept, window.firstDay * MS_PER_DAY, endOf(window) * MS_PER_DAY);
  const closures = compileClosures(felt, configuration, indexes(configuration));
  const { firstQueue, queues, sets, ends } =
    closures === NO_CLOSURES
      ? {
          ...built,
          ends: handoffs.map(({ destination, agent_unavailable_instructions: end }) => [...destination, end]),
        }
      : closeRoutes(built, handoffs, closures, cut);
  const schedules = cut.length;
  const compile = (number: number, firstDay: number, count: number) => cut.compile(number, zones, firstDay, count);
  const builder = new TreeBuilder(window, schedules, compile, { hasRoom: false });
  builder.advance(() => true);
  const { words } = builder.finish();

  const texts = new Texts();
  texts.add(ALIASES);
  texts.add(LIKELY_REGIONS);
  const textsOf = (list: readonly string[]) => list.map((text) => texts.add(text));
  const tables: { readonly [name in keyof typeof SECTIONS]: () => Section } = {
    dimensions: () => Int32Array.of(window.firstDay, window.days, schedules),
    words: () => words,
    firstQueue: () => firstQueue,
    queues: () => queues,
    handoffTexts: () =>
      Int32Array.from(
        handoffs.flatMap((handoff) =>
          textsOf([handoff.name, functionNameOf(handoff), handoff.agent_available_instructions]),
        ),
      ),
    queueTexts: () =>
      Int32Array.from(
        ends.flatMap((list) =>
          list.flatMap((end) =>
            typeof end === "string" ? [texts.add(end), NO_TRANSFER] : textsOf([end.name, end.transfer_function_name]),
          ),
        ),
      ),
    setTexts: () => Int32Array.from(textsOf(sets.map((set) => set.join(" ")))),
    textStarts: () => texts.encoded().textStarts,
    text: () => texts.encoded().text,
    nameSlots: () => nameSlots(handoffs.map(({ name }) => name)),
    info: () =>
      new TextEncoder().encode(JSON.stringify(infoOf(configuration, numbers, zones, window, inForce(kept, now)))),
  };
  const sections = new Array<Section>(SECTION_COUNT);
  // In this order: all texts must be added before they are encoded.
  for (const [name, place] of Object.entries(SECTIONS)) sections[place] = tables[name as keyof typeof SECTIONS]();
  return writeSections(sections);
}

function infoOf(
  configuration: Configuration,
  { schedules }: ScheduleNumbers,
  zones: ZoneSource,
  window: Window,
  closed: readonly Closure[],
) {
  const timezones = new Set(schedules.map(({ timezone }) => timezone));
  const closures = closed.map(({ id, ...closure }) => closure);
  return {
    zones: zoneData(zones),
    configuration: configurationHash(configuration),
    offsets: writeOffsets(timezones, zones, window),
    ...(closures.length > 0 && { closures }),
  };
}
