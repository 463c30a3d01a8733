// Draws tables as charts. The numbers stand in the table, so a page without scripts, or heard instead of seen, lacks nothing.
// Colours are those of the style sheet, light or dark.
const RECENT = 53; // a year of weeks; what came before stands in the table
const BAR = 26;

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const kinds = {
  columns: { type: "bar", indexAxis: "x", stacked: true },
  bars: { type: "bar", indexAxis: "y", stacked: false },
  line: { type: "line", indexAxis: "x", stacked: false },
};

/** Columns whose head names a colour are drawn; a cell without a value is a gap. */
function read(table) {
  const rows = [...table.tBodies[0].rows].slice(-RECENT);
  const heads = [...table.tHead.rows[0].cells].filter((head) => head.dataset.series);
  return {
    labels: rows.map((row) => row.cells[0].dataset.short ?? row.cells[0].textContent.trim()),
    series: heads.map((head) => ({
      head,
      label: head.textContent.trim(),
      data: rows.map((row) => row.cells[head.cellIndex].dataset.value).map((value) => (value ? Number(value) : null)),
    })),
  };
}

function draw(figure) {
  const kind = kinds[figure.dataset.chart];
  const { labels, series } = read(document.getElementById(figure.dataset.table));
  const unit = series[0].head.dataset.unit ?? "";
  const most = series[0].head.dataset.most;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const ink = style("ink");
  const line = style("line");
  if (kind.indexAxis === "y") figure.querySelector(".drawing").style.height = `${labels.length * BAR + 40}px`;
  const names = { stacked: kind.stacked, grid: { display: false }, ticks: { color: ink, autoSkip: kind.indexAxis === "x", maxRotation: 0, callback: function (at) { return shorten(this.getLabelForValue(at), figure); } } };
  const values = { stacked: kind.stacked, beginAtZero: true, max: most ? Number(most) : undefined, grid: { color: line }, border: { display: false }, ticks: { color: ink, precision: 0, callback: (value) => numbers.format(value) + unit } };
  return new Chart(figure.querySelector("canvas"), {
    type: kind.type,
    data: {
      labels,
      datasets: series.map(({ head, label, data }) => {
        const colour = style(head.dataset.series);
        const points = kind.type === "line" || head.dataset.drawn === "line";
        return { type: points ? "line" : "bar", label, data, backgroundColor: colour, borderColor: colour, borderWidth: points ? 2 : 0, pointRadius: points ? 3 : 0, spanGaps: false, maxBarThickness: 34, borderRadius: points ? 0 : 2, order: points ? 0 : 1, stack: points ? label : "answers" };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: kind.indexAxis,
      locale: document.documentElement.lang,
      interaction: { mode: "index", axis: kind.indexAxis, intersect: false },
      font: { family: getComputedStyle(document.body).fontFamily },
      scales: kind.indexAxis === "x" ? { x: names, y: values } : { x: values, y: names },
      plugins: {
        legend: { display: series.length > 1, position: "bottom", labels: { color: ink, boxWidth: 14 } },
        tooltip: { callbacks: { title: (items) => labels[items[0].dataIndex], label: (item) => `${item.dataset.label}: ${numbers.format(item.raw)}${unit}` } },
      },
    },
  });
}

/** Long names of agencies leave room for their bars on a phone. */
function shorten(label, figure) {
  const room = Math.max(12, Math.floor(figure.clientWidth / 20));
  return label.length > room ? `${label.slice(0, room - 1)}…` : label;
}

document.documentElement.classList.remove("no-scripts");
const figures = [...document.querySelectorAll("[data-chart]")];
let charts = figures.map(draw);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  charts.forEach((chart) => chart.destroy());
  charts = figures.map(draw);
});
addEventListener("beforeprint", () => charts.forEach((chart) => chart.resize()));
