/** Colours of queues that people tell apart who see colours otherwise; pictures name each with a letter as well. */
const LIGHT = ["#0b6fb8", "#c2560c", "#0a7d5a", "#a2467c", "#8a6d00", "#5b5fc7"];
const DARK = ["#5cb0ee", "#f0945a", "#3fc295", "#dd8ab8", "#d9b62f", "#9ea2f5"];

export const QUEUE_COLOURS: number = LIGHT.length;

const queues = (colours: readonly string[]) => colours.map((colour, i) => `.q${i} { fill: ${colour}; }`).join(" ");

/** For light pages, and for dark ones. */
export const SVG_STYLE: string = `
text { font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
.title { font-size: 17px; font-weight: 600; }
.heading { font-size: 13px; font-weight: 600; }
.soft { fill: #59636e; }
.small { font-size: 11px; }
.mid { text-anchor: middle; }
.end { text-anchor: end; }
.letter { font-size: 10px; font-weight: 600; text-anchor: middle; fill: #ffffff; }
.page { fill: #ffffff; stroke: #d1d9e0; }
.track { fill: #eef1f4; }
.grid { stroke: #ffffff; stroke-width: 1; }
.axis { stroke: #818b98; stroke-width: 1; }
.exception { fill: #fff3d6; }
.fold { fill: #dbe6f7; }
.gap { fill: url(#hatch); stroke: #b35900; stroke-width: 1; }
.hatch { stroke: #b35900; stroke-width: 1.5; }
.transition { stroke: #b35900; stroke-width: 1.5; stroke-dasharray: 3 2; }
.now { fill: #cf222e; stroke: #cf222e; stroke-width: 1.5; }
.says { fill: #cf222e; stroke: none; font-weight: 600; }
${queues(LIGHT)}
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.soft { fill: #9da7b3; }
.letter { fill: #0d1117; }
.page { fill: #0d1117; stroke: #3d444d; }
.track { fill: #21262d; }
.grid { stroke: #0d1117; }
.axis { stroke: #7d8590; }
.exception { fill: #3a2f14; }
.fold { fill: #1f3354; }
.gap { stroke: #e8a04c; }
.hatch { stroke: #e8a04c; }
.transition { stroke: #e8a04c; }
.now { fill: #ff7b72; stroke: #ff7b72; }
.says { fill: #ff7b72; }
${queues(DARK)}
}
`;
