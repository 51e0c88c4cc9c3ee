package dev.flightboard.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All series, and where each sample of them comes from. Of the test's thread. */
final class Samples {

    private static final double MEGABYTE = 1 << 20;

    // A full collection stops the service for a moment, which no other sample needs.
    private static final int SAMPLES_A_COLLECTION = 6;

    // As much as a connection's buffers and a board's frames may take for a moment.
    private final Series heap = new Series("heap after a full collection", "MB", 4);
    // Netty takes direct memory in chunks of 4 MB.
    private final Series direct = new Series("direct memory", "MB", 4);
    // The same, a JVM's own tables, and what the compiler takes while it works.
    private final Series resident = new Series("resident memory", "MB", 16);
    // The compiler's come and go.
    private final Series threads = new Series("threads", "", 4);
    // Of a thousand clients, this many are more or less often away by chance.
    private final Series descriptors = new Series("descriptors", "", 30);
    private final Series connections = new Series("connections", "", 30);
    // A second's births.
    private final Series flights = new Series("flights on the board", "", 5);
    // What a neighbour's work costs, on a machine that is not only here for this.
    private final Series halfWay = new Series("latency, median", "ms", 20);
    private final Series worst = new Series("latency, 99th percentile", "ms", 100);
    // The rows of flights that came since the last collection began.
    private final Series page = new Series("heap of the open page", "MB", 2);
    // The flights that came since.
    private final Series worker = new Series("heap of its worker", "MB", 2);

    private final List<Series> all =
            List.of(heap, direct, resident, threads, descriptors, connections, flights, halfWay, worst, page, worker);
    private final List<Double> minutes = new ArrayList<>();
    private final Outside outside;
    private final Latencies latencies;
    private final OpenPage open;

    Samples(Outside outside, Latencies latencies, OpenPage open) {
        this.outside = outside;
        this.latencies = latencies;
        this.open = open;
    }

    void take(double minute) throws IOException, InterruptedException {
        boolean collects = minutes.size() % SAMPLES_A_COLLECTION == 0;
        minutes.add(minute);
        Latencies.Spread spread = latencies.take();
        halfWay.add(spread.halfWay());
        worst.add(spread.worstOfHundred());
        if (collects) outside.collectGarbage();
        Metrics metrics = outside.metrics();
        heap.add(collects ? metrics.sum("jvm_memory_used_bytes", "area=\"heap\"") / MEGABYTE : Double.NaN);
        direct.add(metrics.sum("jvm_buffer_memory_used_bytes", "id=\"direct\"") / MEGABYTE);
        resident.add(outside.residentMegabytes());
        threads.add(outside.threads());
        descriptors.add(outside.descriptors());
        connections.add(metrics.sum("flightboard_connections_open", ""));
        flights.add(metrics.sum("flightboard_board_flights", ""));
        page.add(open.heapMegabytes());
        worker.add(open.workersHeapMegabytes());
    }

    List<Series> all() {
        return all;
    }

    List<String> growing() {
        return all.stream().filter(each -> !each.isFlat()).map(Series::toString).toList();
    }

    void write(Path folder) throws IOException {
        // One that failed half-way is left out.
        int complete = worker.values().size();
        if (complete == 0) return;
        Files.createDirectories(folder);
        String names =
                all.stream().map(each -> each.name().replace(",", "")).collect(Collectors.joining(",", "minute,", ""));
        Stream<String> rows = IntStream.range(0, complete).mapToObj(this::row);
        Files.write(
                folder.resolve("soak.csv"),
                Stream.concat(Stream.of(names), rows).toList());
        Files.writeString(folder.resolve("soak.svg"), Chart.of(all, minutes));
    }

    private String row(int sample) {
        return Stream.concat(Stream.of(minutes), all.stream().map(Series::values))
                .map(each -> String.format(Locale.ROOT, "%.2f", each.get(sample)))
                .collect(Collectors.joining(","));
    }
}
