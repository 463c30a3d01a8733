package vn.congvu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How what people wait for grows with what is stored: a line for each page. */
final class Growth {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    private final Map<String, TreeMap<Integer, Double>> lines = new LinkedHashMap<>();

    /** @param millis at the 95th percentile */
    void add(String page, int stored, double millis) {
        lines.computeIfAbsent(page, _ -> new TreeMap<>()).put(stored, millis);
    }

    /** Whether there is a line to draw: more than one size was measured. */
    boolean isLine() {
        return lines.values().stream().anyMatch(points -> points.size() > 1);
    }

    /** Cases by powers of ten, so that ten times as many are always as far to the right. */
    void draw(Path png) throws IOException {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Wait for a page by what is stored, p95")
                .xAxisTitle("cases in the store")
                .yAxisTitle("ms")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setYAxisMin(0.0).setLegendPosition(LegendPosition.OutsideE);
        lines.forEach((page, points) -> chart.addSeries(
                page,
                points.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                points.values().stream().mapToDouble(Double::doubleValue).toArray()));
        Files.createDirectories(png.toAbsolutePath().getParent());
        BitmapEncoder.saveBitmap(chart, png.toString(), BitmapFormat.PNG);
    }
}
