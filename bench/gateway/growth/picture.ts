/** One panel of the picture: how the time of one unit changes with the amount, for each contender. */
export type Panel = {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly { readonly name: string; readonly points: readonly { readonly x: number; readonly y: number }[] }[];
};

const WIDTH = 340;
const HEIGHT = 250;
const MARGIN = { left: 58, right: 16, top: 42, bottom: 44 };
const COLORS = ['#0b6e4f', '#b23a48', '#3d5a80'];

/** The panels side by side, two in a row, as SVG; both axes logarithmic, so that what is flat is a level line. */
export function picture(panels: readonly Panel[], caption: string): string {
  const rows = Math.ceil(panels.length / 2);
  const drawn = panels.map((panel, index) => {
    const place = `translate(${(index % 2) * WIDTH} ${Math.floor(index / 2) * HEIGHT})`;
    return `<g transform="${place}">${drawPanel(panel)}</g>`;
  });
  const size = `width="${WIDTH * 2}" height="${rows * HEIGHT + 24}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} font-family="sans-serif" font-size="11" fill="#333">
<title>Milliseconds per unit, by amount: ${escaped(panels.map(({ title }) => title).join('; '))}</title>
<rect width="100%" height="100%" fill="#fff"/>
${drawn.join('\n')}
<text x="12" y="${rows * HEIGHT + 14}">${escaped(caption)}</text>
</svg>
`;
}

function drawPanel({ title, unit, lines }: Panel): string {
  const all = lines.flatMap(({ points }) => points);
  const x = axis(
    all.map((point) => point.x),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = axis(
    all.map((point) => point.y),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const xTicks = x.ticks.map((tick) => {
    const at = x.place(tick).toFixed(1);
    const line = `<path d="M${at} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}" stroke="#eee"/>`;
    return `${line}<text x="${at}" y="${HEIGHT - MARGIN.bottom + 16}" text-anchor="middle">${amount(tick)}</text>`;
  });
  const yTicks = y.ticks.map((tick) => {
    const at = y.place(tick).toFixed(1);
    const line = `<path d="M${MARGIN.left} ${at}H${WIDTH - MARGIN.right}" stroke="#ddd"/>`;
    return `${line}<text x="${MARGIN.left - 6}" y="${Number(at) + 4}" text-anchor="end">${amount(tick)}</text>`;
  });
  const drawn = lines.map(({ name, points }, index) => {
    const color = COLORS[index % COLORS.length];
    const spots = points.map((point) => `${x.place(point.x).toFixed(1)},${y.place(point.y).toFixed(1)}`);
    const circles = spots.map((spot) => `<circle cx="${spot.split(',')[0]}" cy="${spot.split(',')[1]}" r="3" fill="${color}"/>`);
    const legend = `<text x="${MARGIN.left + index * 110}" y="34" fill="${color}">${escaped(name)}</text>`;
    return `<polyline points="${spots.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>${circles.join('')}${legend}`;
  });
  const heading = `<text x="${MARGIN.left}" y="18" font-size="13" font-weight="bold">ms per ${escaped(unit)}, by ${escaped(title)}</text>`;
  return `${heading}${xTicks.join('')}${yTicks.join('')}${drawn.join('')}`;
}

/** A logarithmic axis from the power of ten below the least value to the one above the greatest. */
function axis(values: readonly number[], from: number, to: number): { ticks: number[]; place(value: number): number } {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step)),
    place: (value) => from + ((Math.log10(value) - first) / (last - first)) * (to - from),
  };
}

function amount(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000} M`;
  return value >= 1_000 ? `${value / 1_000} k` : String(Number(value.toPrecision(1)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
